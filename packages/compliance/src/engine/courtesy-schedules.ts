/** The hours of `policy.courtesy_hours`, which hold where no law sets hours. */
import { everyDay, weekly, type Schedule } from './schedule.js';

/** The hours by country; a client may replace both by its own. */
export interface CourtesyHours {
  readonly inUnitedStates: Schedule;
  readonly elsewhere: Schedule;
}

/** The hours where a client sets none. */
export const COURTESY_HOURS: CourtesyHours = {
  inUnitedStates: everyDay('08:00-21:00'),
  elsewhere: weekly({ weekdays: '08:00-21:00', saturday: '09:00-20:00', sunday: '09:00-20:00' }),
};
