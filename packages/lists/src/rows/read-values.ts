/** Values of single columns: dates, flags, numbers, lists of words. */
import type { Limit } from '@outdial/core';
import type { ColumnTarget } from '../columns/column-targets.js';
import { readDate } from '../values/dates.js';
import type { DateOrder } from '../values/dates.js';
import { saysNo, saysYes } from '../values/yes-no.js';
import type { Cells } from './cells.js';

/** The date in a column, epoch ms. */
export function readDateOf(cells: Cells, target: ColumnTarget, order: DateOrder): number | undefined {
  const value = cells.text(target);
  if (value === undefined) return undefined;
  const at = readDate(value, order);
  if (at !== null) return at;
  cells.report(target, value, 'it is not a date', "write it as '2026-11-30'");
  return undefined;
}

/** Yes or no of a column. */
export function readFlagOf(cells: Cells, target: ColumnTarget): boolean | undefined {
  const value = cells.text(target);
  if (value === undefined) return undefined;
  if (saysNo(value)) return false;
  if (saysYes(value)) return true;
  // Do-not-call columns hold dates and register names as often as 'yes': anything that is not 'no' lists the
  // number.
  if (target === 'nationalDoNotCall') return true;
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
    .text(target)
    ?.split(signs)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
