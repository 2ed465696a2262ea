/** The order of day and month in a column, as its own dates prove it. */
import { fullYear } from '../values/dates.js';
import { yearInDoubt } from '../values/year-in-doubt.js';
import type { DateOrder } from '../values/dates.js';

/** Digits with the year at the end, whose order is open: points put the day first everywhere. */
const OPEN = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4}|(?<=\/)\d{2})(?!\d)/;

/** Whether a text may begin with a date in digits; cheap, since most values of a list do not. */
export function mayBeDate(text: string): boolean {
  return isBetween(text.charCodeAt(1)) || isBetween(text.charCodeAt(2)) || text.charCodeAt(0) === 39;
}

/** Whether a text begins with a date whose order is open. */
export function isOpenDate(text: string): boolean {
  return OPEN.test(text);
}

const isBetween = (code: number): boolean => code === 45 || code === 47;

/** Whether its day and its month are one number: 05/05/2026. */
export function saysSameTwice(text: string): boolean {
  const [, first, , second] = OPEN.exec(text) ?? [];
  return Number(first) === Number(second);
}

/** What the dates of a column prove. 'both': it has dates of either order. */
export type ProvenOrder = DayOrder | 'both';

/** Which of day and month comes first. */
export type DayOrder = Exclude<DateOrder, 'year-first'>;

/**
 * The order that dates among these values prove: 28/02/2026 has the day first. Undefined: none. A date that
 * may begin with its year at this instant (epoch ms) proves nothing.
 */
export function provenOrder(values: readonly string[], at: number): ProvenOrder | undefined {
  let proven: ProvenOrder | undefined;
  for (const value of values) {
    const [, first, , second, year] = OPEN.exec(value) ?? [];
    if (year?.length === 2 && yearInDoubt(value, 'month-first', at) !== null) continue;
    const order = orderOf(Number(first), Number(second));
    if (order === undefined) continue;
    if (proven !== undefined && proven !== order) return 'both';
    proven = order;
  }
  return proven;
}

function orderOf(first: number, second: number): DayOrder | undefined {
  if (first > 12 && first <= 31 && second <= 12) return 'day-first';
  return second > 12 && second <= 31 && first <= 12 ? 'month-first' : undefined;
}

/** A date in one of these orders as ISO has it, where its digits leave it open; any other text as it is. */
export function withYearFirst(text: string, order: DayOrder): string {
  return text.replace(OPEN, (_, first: string, _sign, second: string, year: string) => {
    const [month, day] = order === 'day-first' ? [second, first] : [first, second];
    return `${fullYear(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  });
}
