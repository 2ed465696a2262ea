/** The `exports` of `outdial.yaml`: reports and results that are written each day, and perhaps sent. */
import { z } from 'zod';
import { addressProblem } from '../webhooks/webhook-address.js';

/** What an export holds. */
const EXPORTED = ['report', 'results'] as const;

/** Exports of one server. */
const MOST = 20;

const exportSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'must be lower-case letters, digits and dashes'),
    what: z.enum(EXPORTED),
    at: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, such as 06:00')
      .default('06:00'),
    /** Ids; absent: every campaign. */
    campaigns: z.array(z.string().min(1)).min(1).exactOptional(),
    /** Below the folder of the server, or anywhere. */
    folder: z.string().min(1).default('exports'),
    url: z.string().exactOptional(),
    /** Name of the environment variable with the secret that signs messages. */
    secretEnvironment: z
      .string()
      .regex(/^[A-Za-z_][A-Za-z0-9_]*$/)
      .exactOptional(),
  })
  .superRefine(({ what, url, secretEnvironment }, context) => {
    const problem = (path: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (url === undefined) return;
    const wrong = addressProblem(url);
    if (wrong !== null) problem('url', wrong);
    if (what === 'results')
      problem('url', 'is for reports: results may be of any size, take them from the folder');
    if (secretEnvironment === undefined)
      problem(
        'secretEnvironment',
        'is missing: name the environment variable of the secret that signs messages',
      );
  });

/** The section. */
export const exportsSchema = z
  .array(exportSchema)
  .max(MOST)
  .default([])
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'has two exports of one id');

/** One export. */
export type ExportSettings = z.output<typeof exportsSchema>[number];
