/** The `exports` of `outdial.yaml`: reports and results that are written each day, and perhaps sent. */
import { environmentNameField, identifierField, timeOfDayField } from 'outdial';
import { z } from 'zod';
import { addressProblem } from '../webhooks/webhook-address.js';

/** What an export holds. */
const EXPORTED = ['report', 'results'] as const;

/** Exports of one server. */
const MOST = 20;

const exportSchema = z
  .strictObject({
    id: identifierField('Names the export.'),
    what: z.enum(EXPORTED),
    at: timeOfDayField().default('06:00'),
    /** Ids; absent: every campaign. */
    campaigns: z.array(z.string().min(1)).min(1).exactOptional(),
    /** Below the folder of the server, or anywhere. */
    folder: z.string().min(1).default('exports'),
    url: z.string().exactOptional(),
    secretEnvironment: environmentNameField('Secret that signs messages.').exactOptional(),
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
