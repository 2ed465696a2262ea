/** The `lists` section: lead lists, and how the file of each is read. */
import { COLUMN_TARGETS, NUMBER_STYLES, type NamedColumnTarget } from '@outdial/lists';
import { z } from 'zod';
import { country, identifier } from '../basic-values.js';

const TARGETS = Object.keys(COLUMN_TARGETS) as [NamedColumnTarget, ...NamedColumnTarget[]];

/** What a column holds: a target of the importer, or a custom field. */
const columnTarget = z.union([z.enum(TARGETS), z.templateLiteral(['field:', z.string().min(1)])], {
  error:
    "is not a target of a column: use 'field:<name>' to show it to the agent, " +
    `or one of ${TARGETS.join(', ')}`,
});

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
        .record(z.string(), columnTarget)
        .exactOptional()
        .describe(
          'Header of the file, or its position from 1, ' +
            'to what the column holds (docs/guides/lead-lists.md); absent: guessed.',
        ),
      delimiter: z.string().length(1).exactOptional().describe('Absent: guessed.'),
      encoding: z
        .enum(['auto', 'utf-8', 'latin1'])
        .default('auto')
        .describe('auto: UTF-8 where it is valid, else Latin-1.'),
      numbers: z
        .enum(NUMBER_STYLES)
        .default('careful')
        .describe(
          "What digits without a plus sign begin with: 'national' (no country code), 'international' " +
            "(their country code), or 'careful': both are tried, " +
            'and a number that can be either is rejected.',
        ),
      duplicates: z
        .enum(['skip', 'update'])
        .default('skip')
        .describe('What happens to a row whose person is in the list already.'),
      doNotCallFile: z
        .string()
        .min(1)
        .exactOptional()
        .describe('File of numbers that must never be called; without it read whole, no lead is imported.'),
      rejectedFile: z
        .string()
        .min(1)
        .exactOptional()
        .describe("Rejected rows go here; absent: beside the list, '<file>.rejected.csv'."),
    }),
  )
  .min(1)
  .describe('Lead lists.');
