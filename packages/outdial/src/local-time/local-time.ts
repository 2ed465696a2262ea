/**
 * Prints instants as the local time of a place. date-fns-tz does the printing and is right only in a process
 * that runs in UTC; in any other process the runtime's own data does it. Legal time is decided elsewhere.
 */
import { formatInTimeZone } from 'date-fns-tz';
import { localTimeOf, weekDayOf, weekDayText } from '@outdial/core';

const FIELDS = "yyyy-MM-dd'T'HH:mm:ss";
const MINUTE_MS = 60_000;

/** Zones of a process in which date-fns-tz prints right. */
const UTC_NAMES: ReadonlySet<string> = new Set(['UTC', 'Etc/UTC', 'Etc/UCT', 'UCT', 'GMT', 'Etc/GMT']);
let inUtc: boolean | null = null;

/** Weekday and hour at a place: 'Wed 20:30'. `at`: epoch ms; `zone`: IANA name. */
export function localHour(at: number, zone: string): string {
  return localClock(at, zone).slice(0, -':00'.length);
}

/** Weekday and time of day at a place, with seconds: 'Wed 20:30:05'. */
export function localClock(at: number, zone: string): string {
  const fields = localFields(at, zone);
  const [date = '', time = ''] = fields.split('T');
  return `${weekDayText(weekDayOf(date))} ${time}`;
}

/** Date and time of day at a place, with its offset from UTC: '2026-06-10T13:00:02-04:00'. */
export function localInstant(at: number, zone: string): string {
  const fields = localFields(at, zone);
  const minutes = Math.round((Date.parse(`${fields}Z`) - Math.floor(at / 1000) * 1000) / MINUTE_MS);
  const [hour, minute] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${fields}${minutes < 0 ? '-' : '+'}${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** '2026-06-10T13:00:02' at a place. */
function localFields(at: number, zone: string): string {
  inUtc ??= UTC_NAMES.has(new Intl.DateTimeFormat().resolvedOptions().timeZone);
  return inUtc ? formatInTimeZone(at, zone, FIELDS) : intlFields(at, zone);
}

function intlFields(at: number, zone: string): string {
  const local = localTimeOf(at, zone);
  if (!local) throw new RangeError(`'${zone}' is not a time zone`);
  const time = [local.hour, local.minute, local.second].map(twoDigits).join(':');
  return `${local.date}T${time}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
