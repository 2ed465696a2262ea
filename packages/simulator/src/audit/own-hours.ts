/** The auditor's own reading of a campaign's schedule, by the calendar of the runtime. */
import type { CampaignSettings } from '@outdial/core';

type Schedule = NonNullable<CampaignSettings['schedule']>;

/** Whether a campaign may dial at an instant (epoch ms) by its own schedule. */
export function isInOwnHours(schedule: CampaignSettings['schedule'], at: number): boolean {
  if (!schedule) return true;
  const { date, day, minute } = clockAt(schedule, at);
  if (date < (schedule.firstDay ?? date) || date > (schedule.lastDay ?? date)) return false;
  if (schedule.closedDays.includes(date)) return false;
  return schedule.open.some(
    (span) => span.days.some((each) => each === day) && minute >= span.fromMinute && minute < span.toMinute,
  );
}

function clockAt(
  { timeZone }: Schedule,
  at: number,
): { readonly date: string; readonly day: string; readonly minute: number } {
  const print = (options: Intl.DateTimeFormatOptions, locale = 'en-US'): string =>
    new Date(at).toLocaleString(locale, { timeZone, ...options });
  const [hours = '', minutes = ''] = print({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).split(
    ':',
  );
  return {
    // Sweden writes dates as ISO 8601 does.
    date: print({ year: 'numeric', month: '2-digit', day: '2-digit' }, 'sv-SE'),
    day: print({ weekday: 'short' }).toLowerCase(),
    minute: Number(hours) * 60 + Number(minutes),
  };
}
