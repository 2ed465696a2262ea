/** How a person says that an uploaded list is to be read, and which list takes it. */
import { defined } from '@outdial/core';
import {
  COLUMN_TARGETS,
  DATE_ORDER_WORDS,
  NUMBER_STYLES,
  countryCode,
  identifierField,
  type ColumnTarget,
  type TableOptions,
} from 'outdial';
import { z } from 'zod';

/** ISO country of numbers written without a country code. */
export const defaultCountry: z.ZodString = countryCode(
  'Country of numbers written without a country code (ISO 3166-1).',
);

const TARGETS: readonly string[] = Object.keys(COLUMN_TARGETS);
const FIELD = 'field:';

const target = z
  .string()
  .refine(
    (text) => TARGETS.includes(text) || (text.startsWith(FIELD) && text.length > FIELD.length),
    "must be one of the targets of a column, or 'field:' and a name",
  );

/** How an uploaded file is read. */
export const listReading = z
  .strictObject({
    defaultCountry,
    columns: z
      .record(z.string().regex(/^[1-9]\d{0,2}$/, 'must be a position from 1'), target)
      .default({})
      .meta({ description: 'Targets that the person chose, by position from 1; the others are guessed.' }),
    header: z.boolean().default(true),
    skipLines: z.int().min(0).max(1_000).exactOptional(),
    sheet: z.string().min(1).max(100).exactOptional(),
  })
  .meta({ id: 'ListReading' });

/** How an uploaded file is read and taken into a list. */
export const listTaking = listReading
  .extend({
    listId: identifierField('List that takes the leads; a new name makes a new list.'),
    numbers: z.enum(NUMBER_STYLES).default('careful'),
    dateOrder: z
      .enum(DATE_ORDER_WORDS)
      .exactOptional()
      .meta({ description: 'Order of dates such as 03/04/2026; absent: as the dates and the country say.' }),
    duplicates: z.enum(['skip', 'update']).default('skip'),
  })
  .meta({ id: 'ListTaking' });

/** The options by which a table is opened. */
export function tableOptionsOf(
  reading: z.output<typeof listReading>,
): TableOptions & { readonly defaultCountry: string } {
  const { columns, header, skipLines, sheet } = reading;
  return {
    defaultCountry: reading.defaultCountry,
    // The schema has checked each target.
    columns: columns as Readonly<Record<string, ColumnTarget>>,
    header,
    ...defined({ skipLines, sheet }),
  };
}
