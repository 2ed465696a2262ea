/** Reads the telephone numbers of a row, the country they are read in, and their line types. */
import { defined } from '@outdial/core';
import type { Column } from '../columns/columns.js';
import type { NewPhone } from '../lead/new-lead.js';
import { readNumber } from '../numbers/phone-number.js';
import { readCountry } from '../values/place-names.js';
import { isEmpty } from './cells.js';
import type { Cells } from './cells.js';
import { isClosedNumber } from './read-do-not-call.js';

/** The numbers of a row. */
export interface RowNumbers {
  readonly phones: readonly NewPhone[];
  /** Country of the first number that has one. */
  readonly country: string | null;
}

/** Country that the row names, else the default. */
export function readRowCountry(cells: Cells, defaultCountry: string): string {
  const given = cells.text('country');
  if (given === undefined) return defaultCountry;
  const country = readCountry(given);
  if (country) return country;
  cells.report('country', given, 'it is not a country', "use the ISO code, e.g. 'US' or 'GB'");
  return defaultCountry;
}

/** Reads the numbers of a row in dial order; each once. */
export function readNumbers(cells: Cells, country: string): RowNumbers {
  const phones = new Map<string, NewPhone>();
  let home: string | null = null;
  for (const column of cells.columns.phones) {
    const value = cells.in(column);
    if (isEmpty(value)) continue;
    const reading = readNumber(value, country);
    if (!reading.ok) {
      cells.reportIn(column, reading.problem, reading.remedy);
      continue;
    }
    home ??= reading.country;
    const lineType = readLineTypeOf(cells, column) ?? column.impliedLineType ?? reading.lineType;
    const doNotCall = isClosedNumber(cells, column) || undefined;
    const known = phones.get(reading.phone);
    phones.set(reading.phone, { ...defined({ phone: reading.phone, lineType, doNotCall }), ...known });
  }
  return { phones: [...phones.values()], country: home };
}

/** The type column of the same ordinal, else the one that speaks for all numbers. */
function readLineTypeOf(cells: Cells, phone: Column): NewPhone['lineType'] | undefined {
  const types = cells.columns.lineTypes;
  const column =
    types.find((type) => type.ordinal === phone.ordinal) ?? types.find((type) => type.ordinal === 0);
  const value = column ? cells.in(column) : '';
  if (!column || isEmpty(value)) return undefined;
  if (/mobile|cell|wireless|^[wmc]$/i.test(value)) return 'wireless';
  if (/voip|internet|^v$/i.test(value)) return 'voip';
  if (/land|fixed|home|residential|^[lf]$/i.test(value)) return 'landline';
  cells.reportIn(column, 'it is not a line type', "use 'wireless', 'landline' or 'voip'");
  return undefined;
}
