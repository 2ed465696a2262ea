/** The `audit` section: where the heads of the audit trail are kept besides the database. */
import { z } from 'zod';
import { whole } from '../limited-values.js';

export const auditSchema = z
  .strictObject({
    anchorFile: z
      .string()
      .min(1)
      .exactOptional()
      .describe('File that heads are appended to, one line each; on another machine. Relative to this file.'),
    anchorCommand: z
      .array(z.string().min(1))
      .min(1)
      .exactOptional()
      .describe('Program and arguments that get a line of heads on standard input; run without a shell.'),
    anchorMinutes: whole('anchorMinutes')
      .default(10)
      .describe('Minutes of real time between anchors; one more is written at the end of a run.'),
  })
  .prefault({})
  .describe('Heads of the audit trail kept elsewhere, for `outdial audit verify --heads`.');
