/**
 * Date and time of day at a place, from the runtime's zone data. One formatter a zone, as making one is slow.
 */

/** Every day of the week, as settings name it. */
export const WEEK_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** One of {@link WEEK_DAYS}. */
export type WeekDay = (typeof WEEK_DAYS)[number];

/** Date and time of day at a place. */
export interface LocalTime {
  /** 'YYYY-MM-DD'. */
  readonly date: string;
  /** 0 to 23. */
  readonly hour: number;
  /** 0 to 59. */
  readonly minute: number;
  /** 0 to 59. */
  readonly second: number;
}

/** Names that are kept. Data may hold any text as a zone: the memory it takes stays small. */
const NAMES_KEPT = 2_000;

/** Null: the name is not a zone. */
const formatters = new Map<string, Intl.DateTimeFormat | null>();

/** Whether the runtime's zone data has the name. */
export function isTimeZone(name: string): boolean {
  return formatterOf(name) !== null;
}

/** Local time at an instant (epoch ms) in an IANA zone; null when the zone is not known. */
export function localTimeOf(at: number, timeZone: string): LocalTime | null {
  const printed = formatterOf(timeZone)?.format(at);
  // '06/10/2026, 13:00:02'
  const fields = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)/.exec(printed ?? '');
  if (!fields) return null;
  const [, month = '', day = '', year = '', hour, minute, second] = fields;
  return {
    date: `${year.padStart(4, '0')}-${month}-${day}`,
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
  };
}

/** Local time less UTC at an instant (epoch ms), in ms; null when the zone is not known. */
export function zoneOffsetMs(at: number, timeZone: string): number | null {
  const local = localTimeOf(at, timeZone);
  if (!local) return null;
  const { date, hour, minute, second } = local;
  const secondOfDay = (hour * 60 + minute) * 60 + second;
  return Date.parse(`${date}T00:00:00Z`) + 1000 * secondOfDay - 1000 * Math.floor(at / 1000);
}

/** The day of the week of a date 'YYYY-MM-DD'. */
export function weekDayOf(date: string): WeekDay {
  const sinceMonday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % WEEK_DAYS.length;
  return WEEK_DAYS[sinceMonday] ?? 'mon';
}

/** A day of the week as people read it: 'Mon'. */
export function weekDayText(day: WeekDay): string {
  return day.charAt(0).toUpperCase() + day.slice(1);
}

function formatterOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  if (formatters.size >= NAMES_KEPT) formatters.clear();
  const made = createFormatter(timeZone);
  formatters.set(timeZone, made);
  return made;
}

function createFormatter(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch {
    return null;
  }
}
