/** Public holidays of Ireland, by statute. */
import { dayNumber, weekday } from '../../time/civil-date.js';
import {
  calendar,
  fixed,
  fromEaster,
  nthWeekday,
  special,
  type HolidayCalendar,
} from '../../time/holidays.js';

const MON = 0;

/** Ireland: public holidays (Organisation of Working Time Act 1997, second schedule). */
export const irishHolidays: HolidayCalendar = calendar('public holidays of Ireland', [
  fixed("New Year's Day", 1, 1),
  special("St Brigid's Day", saintBrigid),
  fixed("St Patrick's Day", 3, 17),
  fromEaster('Easter Monday', 1),
  nthWeekday('May Day', 5, 1, MON),
  nthWeekday('June Holiday', 6, 1, MON),
  nthWeekday('August Holiday', 8, 1, MON),
  nthWeekday('October Holiday', 10, -1, MON),
  fixed('Christmas Day', 12, 25),
  fixed("St Stephen's Day", 12, 26),
  special('Day of Remembrance', () => [dayNumber(2022, 3, 18)]),
]);

/** Since 2023: the first Monday of February, or 1 February where that is a Friday. */
function saintBrigid(year: number): readonly number[] {
  if (year < 2023) return [];
  const first = dayNumber(year, 2, 1);
  if (weekday(first) === 4) return [first];
  return [first + ((7 - weekday(first)) % 7)];
}
