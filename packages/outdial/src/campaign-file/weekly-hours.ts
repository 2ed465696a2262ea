/** Weekly hours as a campaign file writes them, and as the engine takes them. */
import type { OpenSpan, WeekDay } from '@outdial/core';

const DAY_MINUTES = 24 * 60;
const WORKDAYS: readonly WeekDay[] = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** Hours of a week as they are written: '09:00-12:00 13:00-18:00', '*' for all day, '' for closed. */
export interface WrittenHours {
  readonly weekdays: string;
  readonly saturday: string;
  readonly sunday: string;
}

/** The spans of a week. */
export function weeklySpans({ weekdays, saturday, sunday }: WrittenHours): readonly OpenSpan[] {
  return [...spansOf(WORKDAYS, weekdays), ...spansOf(['sat'], saturday), ...spansOf(['sun'], sunday)];
}

function spansOf(days: readonly WeekDay[], text: string): readonly OpenSpan[] {
  if (text === '*') return [{ days, fromMinute: 0, toMinute: DAY_MINUTES }];
  if (text === '') return [];
  return text.split(' ').map((span) => {
    const [from = '', to = ''] = span.split('-');
    return { days, fromMinute: minuteOf(from), toMinute: minuteOf(to) };
  });
}

function minuteOf(time: string): number {
  const [hours, minutes] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}
