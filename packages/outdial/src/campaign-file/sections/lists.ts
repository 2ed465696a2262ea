/** The `lists` section: lead lists, and how the file of each is read. */
import { z } from 'zod';
import { country, identifier } from '../basic-values.js';

export const listsSchema = z
  .array(
    z.strictObject({
      id: identifier('List id.'),
      file: z
        .string()
        .min(1)
        .exactOptional()
        .describe('CSV file, relative to this file; `outdial import` reads it.'),
      defaultCountry: country('Country of numbers written without a country code.').exactOptional(),
      columns: z
        .record(z.string(), z.string())
        .exactOptional()
        .describe('Header of the file to field of the lead; absent: guessed.'),
      delimiter: z.string().length(1).exactOptional().describe('Absent: guessed.'),
      encoding: z
        .enum(['auto', 'utf-8', 'latin1'])
        .default('auto')
        .describe('auto: UTF-8 where it is valid, else Latin-1.'),
      duplicates: z
        .enum(['skip', 'update'])
        .default('skip')
        .describe('What happens to a row whose person is in the list already.'),
      doNotCallFile: z
        .string()
        .min(1)
        .exactOptional()
        .describe('File with one number a line that must never be called.'),
      rejectedFile: z
        .string()
        .min(1)
        .exactOptional()
        .describe("Rejected rows go here; absent: beside the list, '<file>.rejected.csv'."),
    }),
  )
  .min(1)
  .describe('Lead lists.');
