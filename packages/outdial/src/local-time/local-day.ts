/** Calendar days of a place: for limits that the law counts by day or month, and for ranges of reports. */
import { localTimeOf, utcText, zoneOffsetMs } from '@outdial/core';

const HOUR_MS = 3_600_000;

/** The date 'YYYY-MM-DD' at an instant (epoch ms) in an IANA zone; UTC's where the zone is not known. */
export function localDate(at: number, timeZone: string): string {
  return localTimeOf(at, timeZone)?.date ?? utcText(at, 'day');
}

/**
 * The instant (epoch ms) at which a date 'YYYY-MM-DD' begins in an IANA zone. Of two midnights the first;
 * where the day begins after a gap, the end of the gap.
 */
export function dayBegins(date: string, timeZone: string): number {
  const asUtc = Date.parse(`${date}T00:00:00Z`);
  // The offsets that can be in force around that midnight: an instant counts when it reads as this date and
  // the one before it does not.
  const candidates = [asUtc - 24 * HOUR_MS, asUtc, asUtc + 24 * HOUR_MS].map(
    (near) => asUtc - (zoneOffsetMs(near, timeZone) ?? 0),
  );
  const starts = candidates.filter((instant) => localDate(instant, timeZone) === date).sort((a, b) => a - b);
  return starts[0] ?? asUtc;
}

/** The instant (epoch ms) at which a date 'YYYY-MM-DD' ends in an IANA zone: the beginning of the next. */
export function dayEnds(date: string, timeZone: string): number {
  return dayBegins(nextDate(date), timeZone);
}

/** The first day of the month of a date, `months` later. */
export function firstOfMonth(date: string, months = 0): string {
  return utcText(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1 + months, 1), 'day');
}

function nextDate(date: string): string {
  return utcText(Date.parse(`${date}T00:00:00Z`) + 24 * HOUR_MS, 'day');
}
