/** Closed Sundays and holidays. A state has a rule for each, so that a refusal names the day. */
import { weekly, type Schedule } from '../../../engine/schedule.js';
import type { HolidayCalendar } from '../../../time/holidays.js';

/** Closed on Sundays; open all day on others. */
export const closedOnSundays: Schedule = weekly({ weekdays: '*', saturday: '*', sunday: '' });

/** Closed on the holidays of a calendar; open all day on others. */
export function closedOn(holidays: HolidayCalendar): Schedule {
  return { ...weekly({ weekdays: '*', saturday: '*', sunday: '*' }), holidays };
}
