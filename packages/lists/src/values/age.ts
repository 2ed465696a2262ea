/** Ages and days of birth, as far as they say whether a person is under age. */
import { isMonthOrYear, readDate } from './dates.js';
import type { DateOrder } from './dates.js';
import { plainText } from './plain-text.js';

/** Age of majority in every modelled country. */
const OF_AGE = 18;
const OLDEST = 120;

const AGE =
  /^(\d{1,3})(?:[.,]0+)?(?: ?(?:y|yo|y\/o|yrs?|years?|jahre?|ans?|anos?|anni|jaar|lat))?(?: old| alt)?$/;

/** What a text says of the person; null: it says nothing of the kind, or leaves it open. */
export type AgeSaid = 'under-age' | 'of-age' | null;

/** Reads an age in years: '17', '45 years'. */
export function readAge(text: string): AgeSaid {
  const [, years] = AGE.exec(plainText(text)) ?? [];
  if (years === undefined || Number(years) > OLDEST) return null;
  return Number(years) < OF_AGE ? 'under-age' : 'of-age';
}

/**
 * Reads a day of birth, or a year of birth, at an instant (epoch ms). A day that is later than the instant
 * is of the century before: 01/05/62. A day before 1970 reads as of age, as any text with such a year does.
 */
export function readBirth(text: string, order: DateOrder, at: number): AgeSaid {
  const now = new Date(at);
  const limit = Date.UTC(now.getUTCFullYear() - OF_AGE, now.getUTCMonth(), now.getUTCDate());
  const trimmed = text.trim();
  if (isMonthOrYear(trimmed)) {
    const year = Number(/\d{4}/.exec(trimmed)?.[0]);
    const last = new Date(limit).getUTCFullYear();
    return year === last ? null : year > last && year <= now.getUTCFullYear() ? 'under-age' : 'of-age';
  }
  const born = readDate(trimmed, order);
  if (born !== null) return born > limit && born <= at ? 'under-age' : 'of-age';
  const year = Number(
    /(?<!\d)(?:18|19)\d\d(?!\d)|^(?:18|19)\d\d(?=\d{4}$)|(?<=^\d{4})(?:18|19)\d\d$/.exec(trimmed)?.[0],
  );
  return year < 1970 ? 'of-age' : null;
}
