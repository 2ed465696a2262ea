/** Values of single columns: dates, flags, numbers, lists of words. */
import type { Limit } from '@outdial/core';
import type { ColumnTarget } from '../columns/column-targets.js';
import { isZeroDate, readDate } from '../values/dates.js';
import { saysNo, saysYes } from '../values/yes-no.js';
import type { Cells } from './cells.js';
import type { RowOptions } from './row-options.js';

/** A day has begun in the east this long before it begins in UTC. */
const EASTERN_LEAD_MS = 14 * 3_600_000;

/** The date in a column of something that has happened, epoch ms. */
export function readPastDateOf(cells: Cells, target: ColumnTarget, options: RowOptions): number | undefined {
  const text = cells.text(target);
  return text === undefined ? undefined : readPastDate(cells, target, text, options);
}

/** A date of something that has happened; reported where it is none, or later than the upload. */
export function readPastDate(
  cells: Cells,
  target: ColumnTarget,
  text: string,
  { at, dateOrder }: RowOptions,
): number | undefined {
  if (isZeroDate(text)) return undefined;
  const date = readDate(text, dateOrder);
  if (date === null) {
    cells.report(target, text, 'it is not a date between 1970 and 2100', "write it as '2026-11-30'");
    return undefined;
  }
  if (date <= at + EASTERN_LEAD_MS) return date;
  cells.report(target, text, 'it is later than the upload', 'correct the date, or leave it empty');
  return undefined;
}

/** Yes or no of a column. */
export function readFlagOf(cells: Cells, target: ColumnTarget): boolean | undefined {
  const value = cells.text(target);
  if (value === undefined) return undefined;
  if (saysNo(value)) return false;
  if (saysYes(value)) return true;
  cells.report(target, value, 'it is neither yes nor no', "use 'yes' or 'no'");
  return undefined;
}

/** The number in a column, within its limit. */
export function readNumberOf(cells: Cells, target: ColumnTarget, { min, max }: Limit): number | undefined {
  const value = cells.text(target);
  if (value === undefined) return undefined;
  const number = Number(value);
  if (Number.isFinite(number) && number >= min && number <= max) return number;
  const problem = `it is not a number between ${min} and ${max}`;
  cells.report(target, value, problem, 'correct it or leave it empty');
  return undefined;
}

/** The words in a column, parted by the signs given. */
export function readListOf(cells: Cells, target: ColumnTarget, signs: RegExp): string[] | undefined {
  return cells
    .whole(target)
    ?.split(signs)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
