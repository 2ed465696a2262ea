/** Statutory holidays, computed from their rules for any year. */
import { civilDate, dayNumber, daysInMonth, weekday } from './civil-date.js';

/** A calendar of holidays. */
export interface HolidayCalendar {
  /** In words, as in 'legal holidays of Alabama'. */
  readonly name: string;
  /** True where the local date is a holiday. */
  readonly includes: (day: number) => boolean;
  /** Day numbers of one year with their names, in order. */
  readonly ofYear: (year: number) => readonly { readonly day: number; readonly name: string }[];
}

/** One holiday: its name and its days in a year (none, one, or the day and its substitute). */
export interface Holiday {
  readonly name: string;
  readonly daysIn: (year: number) => readonly number[];
}

/**
 * What happens to a holiday on a weekend. 'moves' replaces the day; 'adds' keeps the day and adds the
 * substitute.
 */
export interface Observance {
  readonly saturday?: 'friday-moves' | 'friday-adds' | 'monday-adds';
  readonly sunday?: 'monday-moves' | 'monday-adds';
}

/** Easter Sunday (Gregorian), by the anonymous algorithm of Meeus, Jones and Butcher. */
export function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return dayNumber(year, month, day);
}

/** A fixed date, optionally from a year on, with its weekend observance. */
export function fixed(
  name: string,
  month: number,
  day: number,
  observance: Observance = {},
  fromYear: number = Number.NEGATIVE_INFINITY,
): Holiday {
  return {
    name,
    daysIn: (year) => (year < fromYear ? [] : observed(dayNumber(year, month, day), observance)),
  };
}

/** The nth (1..5) given weekday of a month, or the last one for -1. */
export function nthWeekday(
  name: string,
  month: number,
  nth: number,
  day: number,
  fromYear: number = Number.NEGATIVE_INFINITY,
): Holiday {
  return {
    name,
    daysIn: (year) => {
      if (year < fromYear) return [];
      if (nth < 0) {
        const last = dayNumber(year, month, daysInMonth(year, month));
        return [last - ((weekday(last) - day + 7) % 7)];
      }
      const first = dayNumber(year, month, 1);
      return [first + ((day - weekday(first) + 7) % 7) + (nth - 1) * 7];
    },
  };
}

/** A day counted from Easter Sunday: -2 is Good Friday. */
export function fromEaster(name: string, offset: number): Holiday {
  return { name, daysIn: (year) => [easterSunday(year) + offset] };
}

/** A holiday given by its own rule. */
export function special(name: string, daysIn: (year: number) => readonly number[]): Holiday {
  return { name, daysIn };
}

/** Applies an observance to one day. */
export function observed(day: number, observance: Observance): readonly number[] {
  const at = weekday(day);
  if (at === 5) {
    if (observance.saturday === 'friday-moves') return [day - 1];
    if (observance.saturday === 'friday-adds') return [day - 1, day];
    if (observance.saturday === 'monday-adds') return [day, day + 2];
  }
  if (at === 6) {
    if (observance.sunday === 'monday-moves') return [day + 1];
    if (observance.sunday === 'monday-adds') return [day, day + 1];
  }
  return [day];
}

/** Joins holidays into a calendar. Each year is computed once. */
export function calendar(name: string, holidays: readonly Holiday[]): HolidayCalendar {
  const years = new Map<number, ReadonlyMap<number, string>>();
  const daysOf = (year: number): ReadonlyMap<number, string> => {
    let days = years.get(year);
    if (!days) {
      // A substitute may fall in the year before: 1 January on a Saturday gives 31 December.
      const found = new Map<number, string>();
      for (const source of [year - 1, year, year + 1]) {
        for (const holiday of holidays) {
          for (const day of holiday.daysIn(source))
            if (civilDate(day).year === year && !found.has(day)) found.set(day, holiday.name);
        }
      }
      days = found;
      years.set(year, days);
    }
    return days;
  };
  return {
    name,
    includes: (day) => daysOf(civilDate(day).year).has(day),
    ofYear: (year) =>
      [...daysOf(year)].map(([day, title]) => ({ day, name: title })).sort((a, b) => a.day - b.day),
  };
}
