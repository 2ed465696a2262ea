/** The time of day behind a date: '14:15', '2:15 PM', '14:15:00+01:00'. */
import { ownValue } from '@outdial/core';

/** A text parted into its date, the time of day, and the zone. */
export interface TimedText {
  readonly date: string;
  /** Into the day. Zero where there is no time. */
  readonly timeMs: number;
  /** East of UTC. Zero where there is no zone. */
  readonly offsetMs: number;
}

const MINUTE = 60_000;
const HOUR = 3_600_000;
/** The half-day as English writes it. */
const HALF = '([ap])\\.?\\s?m\\.?';
/** A zone: by sign and digits, by the letters of {@link ZONE_HOURS}, or as a browser writes it. */
const ZONE = '(z|(?:utc|gmt)?[+-]\\d{2}:?\\d{2}|[a-z]{3,4})(?:\\s\\([^)]*\\))?';
const CLOCK = '(\\d{1,2})(?:[:h](\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?)?';
const TIME = new RegExp(`(?:t|[\\s,]+(?:at\\s)?)${CLOCK}\\s?(?:${HALF})?(?:\\s?${ZONE})?$`, 'i');

/** '14.30 Uhr' and 'um 14:30 Uhr'. */
const GERMAN_CLOCK = /(?:\sum)?\s(\d{1,2})[.:](\d{2})(?:[.:]\d{2})?\s?uhr$/i;

/** Zones by letters that dates carry, in hours east of UTC. */
const ZONE_HOURS: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  cet: 1,
  cest: 2,
};

/** Parts a date from the time behind it; null where the time cannot be one. */
export function partTime(text: string): TimedText | null {
  const parts = TIME.exec(text.replace(GERMAN_CLOCK, ' $1:$2'));
  const [, hour = '', minute, second, half, zone] = parts ?? [];
  // Digits alone behind a date are a year, not an hour.
  if (!parts || (minute === undefined && half === undefined)) return { date: text, timeMs: 0, offsetMs: 0 };
  const timeMs = timeOf(Number(hour), Number(minute ?? 0), Number(second ?? 0), half);
  const offsetMs = zone === undefined ? 0 : offsetOf(zone.toLowerCase());
  return timeMs === null || offsetMs === null
    ? null
    : { date: text.slice(0, parts.index).trim(), timeMs, offsetMs };
}

function timeOf(hour: number, minute: number, second: number, half: string | undefined): number | null {
  if (minute > 59 || second > 59) return null;
  if (half === undefined) return hour > 23 ? null : hour * HOUR + minute * MINUTE + second * 1_000;
  // '14:15 PM' says the same twice.
  if (hour > 12) return /p/i.test(half) && hour < 24 ? timeOf(hour, minute, second, undefined) : null;
  if (hour < 1) return null;
  return timeOf((hour % 12) + (/p/i.test(half) ? 12 : 0), minute, second, undefined);
}

function offsetOf(zone: string): number | null {
  const [, sign = '', hours = '', minutes = ''] = /^(?:utc|gmt)?([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  if (sign !== '') return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * MINUTE);
  const known = ownValue(ZONE_HOURS, zone);
  return known === undefined ? null : known * HOUR;
}
