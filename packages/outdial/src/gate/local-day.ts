/** Calendar days of a place, for limits that the law counts by the day or the month there. */
import { utcText } from '@outdial/core';
import { zoneFormatter } from '../local-time/zone-formatter.js';

const HOUR = 3_600_000;

/** The date 'YYYY-MM-DD' at an instant (epoch ms) in an IANA zone. */
export function localDate(at: number, timeZone: string): string {
  return utcText(at + offsetAt(at, timeZone), 'day');
}

/**
 * The instant (epoch ms) at which a date 'YYYY-MM-DD' begins in an IANA zone. Of two midnights the first;
 * where the day begins after a gap, the end of the gap.
 */
export function startOfDay(date: string, timeZone: string): number {
  const asUtc = Date.parse(`${date}T00:00:00Z`);
  // The offsets that can be in force around that midnight: an instant counts when it reads as this date and
  // the one before it does not.
  const candidates = [asUtc - 24 * HOUR, asUtc, asUtc + 24 * HOUR].map(
    (near) => asUtc - offsetAt(near, timeZone),
  );
  const starts = candidates.filter((instant) => localDate(instant, timeZone) === date).sort((a, b) => a - b);
  return starts[0] ?? asUtc;
}

/**
 * The instant that stands for the date 'YYYY-MM-DD' of a registry copy: noon UTC, which is the same date from
 * Hawaii to Sydney, since the law counts the copy's age in dates of the called party.
 */
export function registryCopyInstant(date: string): number {
  return Date.parse(`${date}T12:00:00Z`);
}

/** The first day of the month of a date, `months` later. */
export function firstOfMonth(date: string, months = 0): string {
  return utcText(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1 + months, 1), 'day');
}

/** The day after a date. */
export function nextDate(date: string): string {
  return utcText(Date.parse(`${date}T00:00:00Z`) + 24 * HOUR, 'day');
}

/** Local time less UTC, ms. */
function offsetAt(at: number, timeZone: string): number {
  const parts = Object.fromEntries(
    zoneFormatter(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const local = Date.UTC(
    parts['year'] ?? 0,
    (parts['month'] ?? 1) - 1,
    parts['day'] ?? 1,
    parts['hour'] ?? 0,
    parts['minute'] ?? 0,
    parts['second'] ?? 0,
  );
  return local - Math.floor(at / 1000) * 1000;
}
