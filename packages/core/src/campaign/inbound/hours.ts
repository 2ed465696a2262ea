/** Weekly hours in a time zone: when callers get an agent. */
import { localTimeOf, weekDayOf, type LocalTime, type WeekDay } from '../../local-time.js';

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

/** Whether the hours are open at an instant (epoch ms). Null is always open. */
export function isOpen(hours: InboundHours | null, at: number): boolean {
  if (hours === null) return true;
  const local = localTimeOf(at, hours.timeZone);
  return local !== null && isWithin(hours.open, local);
}

/** Whether a local time lies in one of the spans. */
export function isWithin(open: readonly OpenSpan[], local: LocalTime): boolean {
  const day = weekDayOf(local.date);
  const minute = local.hour * 60 + local.minute;
  return open.some(
    ({ days, fromMinute, toMinute }) => days.includes(day) && minute >= fromMinute && minute < toMinute,
  );
}
