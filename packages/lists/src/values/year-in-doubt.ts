/** Dates of which the digits leave open whether the year stands first or last: 26/03/01. */
import { fullYear } from './dates.js';
import type { DateOrder } from './dates.js';

/** Two digits thrice, with a time or nothing behind them. Points put the day first everywhere. */
const TWICE = /^\s*'?(\d\d)([-/])(\d\d)\2(\d\d)(?:[ T].*)?$/;

/** Within this many years before the upload is what lists tell of mostly. */
const RECENT_YEARS = 10;

/**
 * Both readings, as ISO has them, of a date that may begin with its year; null where the order of the list
 * settles it. It does where the year at the end is recent, or the year in front is not: '01/03/26' and
 * '14/02/99'. It does not for '26/03/01' in 2026, nor for '20/03/24' where the month is said to come first.
 */
export function yearInDoubt(
  text: string,
  order: DateOrder,
  at: number,
): readonly [first: string, last: string] | null {
  if (order === 'year-first' || text.length < 8) return null;
  const [, first = '', , middle = '', last = ''] = TWICE.exec(text) ?? [];
  const begins = dayOf(fullYear(first), middle, last);
  if (begins === null || begins > at || begins < yearsBefore(at)) return null;
  const [month, day] = order === 'day-first' || Number(first) > 12 ? [middle, first] : [first, middle];
  const ends = dayOf(fullYear(last), month, day);
  if (ends === null) return null;
  const isInOrder = order === 'day-first' || Number(first) <= 12;
  return isInOrder && ends >= yearsBefore(at) ? null : [iso(begins), iso(ends)];
}

function yearsBefore(at: number): number {
  const now = new Date(at);
  return Date.UTC(now.getUTCFullYear() - RECENT_YEARS, now.getUTCMonth(), now.getUTCDate());
}

function dayOf(year: number, month: string, day: string): number | null {
  const at = Date.UTC(year, Number(month) - 1, Number(day));
  return new Date(at).getUTCDate() === Number(day) && Number(month) <= 12 && Number(month) > 0 ? at : null;
}

const iso = (at: number): string => new Date(at).toISOString().slice(0, 10);
