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

/**
 * The latest instant (epoch ms), not after `at`, at which the clocks of an IANA zone read this time 'HH:MM'.
 * A time that a day leaves out, where clocks go forward, is that of the clocks before.
 */
export function latestTimeOfDay(at: number, time: string, timeZone: string): number {
  const today = localDate(at, timeZone);
  const instants = [today, previousDate(today)].map((date) => instantOf(date, time, timeZone));
  return instants.find((instant) => instant <= at) ?? at - 24 * HOUR_MS;
}

function instantOf(date: string, time: string, timeZone: string): number {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const before = asUtc - (zoneOffsetMs(asUtc - 24 * HOUR_MS, timeZone) ?? 0);
  const after = asUtc - (zoneOffsetMs(asUtc + 24 * HOUR_MS, timeZone) ?? 0);
  const reads = (instant: number): boolean => instant + (zoneOffsetMs(instant, timeZone) ?? 0) === asUtc;
  return [before, after].find(reads) ?? before;
}

function previousDate(date: string): string {
  return utcText(Date.parse(`${date}T00:00:00Z`) - 24 * HOUR_MS, 'day');
}

function nextDate(date: string): string {
  return utcText(Date.parse(`${date}T00:00:00Z`) + 24 * HOUR_MS, 'day');
}
