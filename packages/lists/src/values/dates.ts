/** Dates as lists write them. */
import { partTime } from './clock-time.js';
import { monthOf } from './month-names.js';
import { plainText } from './plain-text.js';
import { remembered } from './remembered.js';
import { weekdayOf } from './weekday-names.js';

/** The words of settings for the order of dates. */
export const DATE_ORDER_WORDS = ['dmy', 'mdy', 'ymd'] as const;

/** One of {@link DATE_ORDER_WORDS}. */
export type DateOrderWord = (typeof DATE_ORDER_WORDS)[number];

/** What each word of a setting means. */
export const DATE_ORDERS = {
  dmy: 'day-first',
  mdy: 'month-first',
  ymd: 'year-first',
} as const;

/**
 * Order of day, month and year where digits alone do not tell. 'year-first': '26/01/05' begins with its year,
 * and of a year at the end nothing is known: '03/04/2026' is not read, '28/02/2026' can be one date only.
 */
export type DateOrder = (typeof DATE_ORDERS)[DateOrderWord];

const DAY = 86_400_000;
const EARLIEST = Date.UTC(1970, 0, 2);
const END = Date.UTC(2100, 0, 1);

/** Two digits of a year below this are of this century. */
const CENTURY_FROM = 70;

/** Year, month and day as numbers. */
type CivilDate = readonly [year: number, month: number, day: number];

/**
 * Reads a date as lists have them; epoch ms between 1970 and 2100, null when it cannot be one. A date
 * without a time is its beginning in UTC, a time without a zone is UTC. ISO 8601, compact digits, epoch
 * seconds or ms, 03/14/26, 14.03.2026, names of months, and the day numbers of spreadsheets (days since
 * 1899-12-30) are read.
 */
export const readDate: (text: string, order: DateOrder) => number | null = remembered(findDate);

function findDate(text: string, order: DateOrder): number | null {
  const trimmed = text.trim().replace(/^'/, '');
  const at = /^\d+(?:\.\d+)?$/.test(trimmed) ? readDigits(trimmed, order) : readWritten(trimmed, order);
  return at !== null && at >= EARLIEST && at < END ? at : null;
}

/** Whether a text is the date that databases write for none. */
export function isZeroDate(text: string): boolean {
  return /^\s*0{1,4}[-/.]0{1,2}[-/.]0{1,4}(?:[ T]00:00(?::00(?:\.0+)?)?)?\s*$/.test(text);
}

/** Whether a text is a month or a year without a day: '2025-03', '03/2025', 'März 2025', '2025'. */
export function isMonthOrYear(text: string): boolean {
  const trimmed = plainText(text);
  const digits = /^(?:(\d{4})(?:[-/. ](\d{1,2}))?|(\d{1,2})[-/. ](\d{4}))$/.exec(trimmed);
  if (digits) {
    const [, year = digits[4], month = digits[3]] = digits;
    return startOf([Number(year), Number(month ?? 1), 1]) !== null && isRecentYear(Number(year));
  }
  const [name = '', year = '', ...rest] = trimmed.replace(/[,./]/g, ' ').split(/\s+/);
  return rest.length === 0 && monthOf(name) !== null && /^\d{4}$/.test(year) && isRecentYear(Number(year));
}

function isRecentYear(year: number): boolean {
  return year >= 1970 && year < 2100;
}

function readWritten(text: string, order: DateOrder): number | null {
  const timed = partTime(plainSpaces(text));
  if (!timed) return null;
  const date =
    readYearFirst(timed.date) ??
    readRun(timed.date) ??
    readNumeric(timed.date, order) ??
    readNamed(timed.date);
  const start = date && startOf(date);
  return start === null ? null : start + timed.timeMs - timed.offsetMs;
}

function plainSpaces(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(/ (?:г\.?|года|р\.|року)$/, '')
    .replace(ERA_DATE, (_, era: string, year: string) => `${fromEra(era, year)}年`)
    .replace(/(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/, '$1-$2-$3');
}

/** Years of Japan before the first of an era. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2_018, 平成: 1_988, 昭和: 1_925 };
const ERA_DATE = /(令和|平成|昭和) ?(\d{1,2}|元)年/;

function fromEra(era: string, year: string): number {
  return (ERAS[era] ?? 0) + (year === '元' ? 1 : Number(year));
}

function readYearFirst(text: string): CivilDate | null {
  const parts = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  return parts && [Number(parts[1]), Number(parts[3]), Number(parts[4])];
}

/** '20260105', with a time behind it. */
function readRun(text: string): CivilDate | null {
  const parts = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(text);
  return parts && [Number(parts[1]), Number(parts[2]), Number(parts[3])];
}

/** Digits with the year at the end. Points put the day first everywhere. */
function readNumeric(text: string, order: DateOrder): CivilDate | null {
  const parts = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (!parts) return null;
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  if (order === 'year-first' && parts[4]?.length === 2)
    return parts[2] === '.' || parts[1]?.length !== 2 ? null : [fullYear(parts[1]), second, Number(parts[4])];
  const year = fullYear(parts[4] ?? '');
  if (order === 'year-first' && parts[2] !== '.' && isEitherOrder(first, second)) return null;
  // '26-01-05' may begin with its year: only the order of the list is tried.
  const isStrict = parts[4]?.length === 2 && parts[2] === '-';
  const dayFirst =
    parts[2] === '.' ||
    (isStrict ? order === 'day-first' : order === 'day-first' ? second <= 12 : first > 12);
  return dayFirst ? [year, second, first] : [year, first, second];
}

/** Whether two numbers can be day and month as well as month and day, and mean another date then. */
function isEitherOrder(first: number, second: number): boolean {
  return first <= 12 && second <= 12 && first !== second;
}

/** '5 Jan 2026', 'Jan 5th, 2026', '5. Januar 2026', '05-Jan-26', '5 de enero de 2026', '2026-Jan-05'. */
function readNamed(text: string): CivilDate | null {
  const words = plainText(text)
    .replace(/(\d)(?:st|nd|rd|th|er|º|ª|o)\b/g, '$1 ')
    .replace(/[,./]|\bdel?\b/g, ' ')
    .replace(/(\d)(?=[a-z])|([a-z])(?=\d)/g, '$1$2 ')
    .trim()
    .split(/\s+/);
  if (words.length === 4 && weekdayOrNull(words[0] ?? '') !== null) words.shift();
  if (words.length !== 3) return null;
  const [first = '', second = '', third = ''] = words;
  const named = monthOf(second);
  if (named !== null) return /^\d{4}$/.test(first) ? dated(first, named, third) : dated(third, named, first);
  const month = monthOf(first);
  return month === null ? null : dated(third, month, second);
}

/** Dates carry shorter names of weekdays than other texts. */
const SHORT_WEEKDAYS: ReadonlySet<string> = new Set(
  'mo di mi do fr sa so lu ma me je ve di lun mar mie jue vie sab dom gio ven seg ter qua qui sex'.split(' '),
);

function weekdayOrNull(word: string): number | null {
  return SHORT_WEEKDAYS.has(word) ? 0 : weekdayOf(word);
}

function dated(year: string, month: number, day: string): CivilDate | null {
  return /^(?:\d{4}|\d{2})$/.test(year) && /^\d{1,2}$/.test(day)
    ? [fullYear(year), month, Number(day)]
    : null;
}

/** A year of two digits with its century. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  return digits.length === 2 ? year + (year < CENTURY_FROM ? 2_000 : 1_900) : year;
}

function readDigits(text: string, order: DateOrder): number | null {
  const value = Number(text);
  const [whole = ''] = text.split('.');
  if (whole === text) {
    const compact = readCompact(text, order);
    if (compact !== undefined) return compact;
  }
  if (whole.length === 12 || whole.length === 13) return Math.round(value);
  if (whole.length === 9 || whole.length === 10) return Math.round(value * 1_000);
  return whole.length === 5 && value > 20_000 && value < 80_000 ? Math.round((value - 25_569) * DAY) : null;
}

/**
 * Digits that spell a date: 20260105, 01052026, 202601051415, 20260105141500 and with thousandths. Undefined
 * where they spell none; null where they may be a date with its hour as well as seconds since 1970.
 */
function readCompact(text: string, order: DateOrder): number | null | undefined {
  const parts = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(\d{3})?)?)?)?$/.exec(text);
  const [hour = 0, minute = 0, second = 0] = (parts?.slice(4, 7) ?? []).map((part) => Number(part ?? 0));
  if (parts && hour < 24 && minute < 60 && second < 60) {
    const start = startOf([Number(parts[1]), Number(parts[2]), Number(parts[3])]);
    if (start !== null)
      return text.length === 10 ? null : start + ((hour * 60 + minute) * 60 + second) * 1_000;
  }
  const [, first = '', other = '', year = ''] = /^(\d\d)(\d\d)((?:19|20)\d\d)$/.exec(text) ?? [];
  if (year === '') return undefined;
  if (order === 'year-first' && isEitherOrder(Number(first), Number(other))) return null;
  const dayFirst = order === 'day-first' || (order === 'year-first' && Number(first) > 12);
  return dayFirst
    ? startOf([Number(year), Number(other), Number(first)])
    : startOf([Number(year), Number(first), Number(other)]);
}

/** Epoch ms of the day's beginning in UTC; null for a day that no month has. */
function startOf([year, month, day]: CivilDate): number | null {
  const at = Date.UTC(year, month - 1, day);
  const back = new Date(at);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day && year >= 100 ? at : null;
}
