/** Weekly hours in a time zone: when callers get an agent. */

/** Every day of the week, as hours name it. */
export const WEEK_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** One of {@link WEEK_DAYS}. */
export type WeekDay = (typeof WEEK_DAYS)[number];

/** One span of a week: the same hours on some days. Minutes of the day, the end not included. */
export interface OpenSpan {
  readonly days: readonly WeekDay[];
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** Hours of a week, by the clock of a time zone. */
export interface InboundHours {
  /** IANA name. */
  readonly timeZone: string;
  readonly open: readonly OpenSpan[];
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  clocks.set(timeZone, clock);
  return clock;
}

/** Whether the hours are open at an instant (epoch ms). Null is always open. */
export function isOpen(hours: InboundHours | null, at: number): boolean {
  if (hours === null) return true;
  const parts = new Map(
    clockOf(hours.timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const day = parts.get('weekday')?.toLowerCase();
  const minute = Number(parts.get('hour')) * 60 + Number(parts.get('minute'));
  return hours.open.some(
    ({ days, fromMinute, toMinute }) =>
      days.some((each) => each === day) && minute >= fromMinute && minute < toMinute,
  );
}
