/** Reads the telephone numbers of a row, the country they are read in, and their line types. */
import { defined } from '@outdial/core';
import type { Column } from '../columns/columns.js';
import type { NewPhone } from '../lead/new-lead.js';
import { countryOfCallingCode, isCallingCode } from '../numbers/country-of-code.js';
import { readNumbersIn } from '../numbers/numbers-in-cell.js';
import type { CellReading } from '../numbers/numbers-in-cell.js';
import type { NumberStyle } from '../numbers/number-style.js';
import { unread } from '../numbers/number-reading.js';
import { planOf } from '../numbers/numbering-plan.js';
import { readCountry } from '../values/country.js';
import { saysNo, saysYes } from '../values/yes-no.js';
import { readLineType } from '../values/line-type.js';
import { isEmpty } from './cells.js';
import type { Cells } from './cells.js';
import { isClosedNumber } from './read-do-not-call.js';
import type { RowOptions } from './row-options.js';

/** The numbers of a row. */
export interface RowNumbers {
  readonly phones: readonly NewPhone[];
  /** Country of the first number that has one. */
  readonly country: string | null;
  /** Extensions, by the name under which the agent sees them. */
  readonly extensions: Readonly<Record<string, string>>;
}

/** What the country column of a row says. */
export interface RowCountry {
  /** Country of the person; null where the row does not name one. */
  readonly named: string | null;
  /** Country of a calling code that stands in the column of countries. */
  readonly ofCode: string | null;
  /** True where there is a text that names no country. */
  readonly isUnread: boolean;
}

const NOTHING_NAMED: RowCountry = { named: null, ofCode: null, isUnread: false };

/** Country that the row names, as a name, a code of ISO 3166, or a calling code. */
export function readRowCountry(cells: Cells): RowCountry {
  const given = cells.text('country');
  if (given === undefined) return NOTHING_NAMED;
  const named = readCountry(given);
  const ofCode = isCallingCode(given) ? countryOfCallingCode(given) : null;
  if (named !== null && (ofCode === null || ofCode === named)) return { ...NOTHING_NAMED, named };
  if (named === null && ofCode !== null) return { ...NOTHING_NAMED, ofCode };
  const problem =
    named === null
      ? 'it is not a country'
      : `it is the ISO 3166 number of ${named} and the calling code of ${ofCode ?? ''}`;
  cells.report('country', given, problem, "use the ISO code, e.g. 'US' or 'GB'");
  return { ...NOTHING_NAMED, isUnread: true };
}

/** Reads the numbers of a row in dial order; each once. */
export function readNumbers(cells: Cells, country: RowCountry, options: RowOptions): RowNumbers {
  const phones = new Map<string, NewPhone>();
  const extensions: Record<string, string> = {};
  let home: string | null = null;
  for (const column of cells.columns.phones) {
    if (isEmpty(cells.in(column))) continue;
    const reading = readCell(cells, column, country, options);
    if (!reading.ok) {
      cells.reportIn(column, reading.problem, reading.remedy);
      continue;
    }
    const said = readLineTypeOf(cells, column) ?? column.impliedLineType;
    if (said === 'fax') {
      cells.reportIn(
        column,
        'its type says fax; a fax is not called',
        'correct the type, or remove the number',
      );
      continue;
    }
    const doNotCall = isClosedNumber(cells, column, options) || undefined;
    for (const { phone, country: of, lineType, extension } of reading.numbers) {
      home ??= of;
      const known = phones.get(phone);
      phones.set(phone, { ...defined({ phone, lineType: said ?? lineType, doNotCall }), ...known });
      if (extension !== undefined) extensions[extensionName(cells, column)] = extension;
    }
  }
  return { phones: [...phones.values()], country: home, extensions };
}

function extensionName(cells: Cells, column: Column): string {
  return cells.columns.phones.length === 1 ? 'extension' : `${column.header} extension`;
}

/** The numbers of one cell, with the calling code and the area code that stand beside it. */
export function readCell(
  cells: Cells,
  column: Column,
  { named, ofCode, isUnread }: RowCountry,
  { defaultCountry, numbers: style = 'careful' }: RowOptions,
): CellReading {
  const text = cells.in(column);
  const codeColumn = cells.columns.beside(column, 'callingCode');
  const code = codeColumn ? cells.in(codeColumn) : '';
  const codeCountry = isEmpty(code) ? ofCode : (countryOfCallingCode(code) ?? readCountry(code));
  if (codeColumn && !isEmpty(code) && codeCountry === null) {
    cells.reportIn(codeColumn, 'it is not a calling code', "use the digits of the code, e.g. '44'");
    return readNumbersIn(text, null, style);
  }

  // A code beside the number says that the number itself has none.
  const country = codeCountry ?? named ?? (isUnread ? null : defaultCountry);
  const inStyle = codeCountry === null ? style : 'national';
  const areaColumn = cells.columns.beside(column, 'areaCode');
  const area = areaColumn ? cells.in(areaColumn) : '';
  return isEmpty(area) ? readNumbersIn(text, country, inStyle) : readWithArea(text, area, country, inStyle);
}

/** A number whose area code stands in a column of its own; a number that is whole by itself stands. */
function readWithArea(text: string, area: string, country: string | null, style: NumberStyle): CellReading {
  const alone = readNumbersIn(text, country, style);
  const digits = text.replace(/\D/g, '');
  const hasTrunk = country !== null && planOf(country)?.trunkPrefix === '0';
  const isWhole = text.trim().startsWith('+') || digits.startsWith('0') || !hasTrunk;
  if (isWhole && alone.ok) return alone;

  const joined = readNumbersIn(`${area} ${text}`, country, 'national');
  if (joined.ok) return joined;
  if (alone.ok && digits.startsWith(area.replace(/\D/g, '').replace(/^0+/, ''))) return alone;
  return unread(`with its area code '${area}', ${joined.problem}`, joined.remedy);
}

/** The type column of the same ordinal, else the one that speaks for all numbers. */
function readLineTypeOf(cells: Cells, phone: Column): NewPhone['lineType'] | 'fax' | undefined {
  const types = cells.columns.lineTypes;
  const column =
    types.find((type) => type.ordinal === phone.ordinal) ?? types.find((type) => type.ordinal === 0);
  const value = column ? cells.in(column) : '';
  if (!column || isEmpty(value)) return undefined;
  if (column.impliedLineType && (saysYes(value) || saysNo(value)))
    return saysYes(value) ? column.impliedLineType : undefined;
  const said = readLineType(value);
  if (said !== null) return said === 'unsaid' ? undefined : said;
  cells.reportIn(column, 'it is not a line type', "use 'wireless', 'landline' or 'voip'");
  return undefined;
}
