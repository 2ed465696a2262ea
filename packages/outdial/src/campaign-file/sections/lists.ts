/** The `lists` section: lead lists, and how the file of each is read. */
import { COLUMN_TARGETS, DATE_ORDER_WORDS, NUMBER_STYLES, type NamedColumnTarget } from '@outdial/lists';
import { z } from 'zod';
import { country, identifier, share } from '../basic-values.js';
import { whole } from '../limited-values.js';

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
      priority: whole('leadPriority')
        .exactOptional()
        .describe('Lists of a larger priority are dialed first; absent: 0.'),
      share: share('Part of the calls, among lists of its priority that have leads.').gt(0).exactOptional(),
      file: z
        .string()
        .min(1)
        .exactOptional()
        .describe(
          'CSV, Excel workbook (.xlsx) or JSON, also packed as gzip or zip, relative to this file; ' +
            '`outdial import` reads it.',
        ),
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
        .string()
        .min(1)
        .default('auto')
        .describe(
          "Name of the encoding, e.g. 'utf-8', 'windows-1252', 'macintosh', 'shift_jis'; " +
            'auto: a byte-order mark, UTF-16, UTF-8, or what the letters fit: 8-bit, East Asian.',
        ),
      header: z
        .boolean()
        .default(true)
        .describe('false: the file has no header line; columns are mapped by position.'),
      skipLines: z
        .int()
        .min(0)
        .exactOptional()
        .describe('Lines before the header; absent: titles are detected.'),
      sheet: z
        .string()
        .min(1)
        .exactOptional()
        .describe('Sheet of a workbook; absent: the first that is not hidden.'),
      widths: z
        .array(z.int().min(1))
        .min(1)
        .exactOptional()
        .describe('Characters of each column, for lines of fixed width.'),
      numbers: z
        .enum(NUMBER_STYLES)
        .default('careful')
        .describe(
          "What digits without a plus sign begin with: 'national' (no country code), 'international' " +
            "(their country code), or 'careful': both are tried, " +
            'and a number that can be either is rejected.',
        ),
      dateOrder: z
        .enum(DATE_ORDER_WORDS)
        .exactOptional()
        .describe(
          "Order of dates such as 03/04/2026: 'dmy', 'mdy', or 'ymd' (26/04/03; a year at the end is then " +
            'read where one order alone is possible). Absent: mdy for the United States, dmy elsewhere, ' +
            "unless a column's own dates prove another.",
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
