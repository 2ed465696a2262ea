/** Public holidays of Australia that every state and territory keeps. */
import { dayNumber, weekday } from '../../time/civil-date.js';
import {
  calendar,
  easterSunday,
  fixed,
  fromEaster,
  special,
  type HolidayCalendar,
  type Observance,
} from '../../time/holidays.js';

/** A holiday on a weekend makes Monday one too. */
const OBSERVED: Observance = { saturday: 'monday-adds', sunday: 'monday-adds' };

/** Australia: days that are public holidays in every state and territory. */
export const australianHolidays: HolidayCalendar = calendar('national public holidays of Australia', [
  fixed("New Year's Day", 1, 1, OBSERVED),
  fixed('Australia Day', 1, 26, OBSERVED),
  fromEaster('Good Friday', -2),
  fromEaster('Easter Monday', 1),
  fixed('Anzac Day', 4, 25),
  special('Christmas and Boxing Day', christmasAndBoxingDay),
  special('Easter Sunday', (year) => [easterSunday(year)]),
  special('National Day of Mourning', () => [dayNumber(2022, 9, 22)]),
]);

/** 25 and 26 December; a weekend moves each on to the next free weekday as well. */
function christmasAndBoxingDay(year: number): readonly number[] {
  const christmas = dayNumber(year, 12, 25);
  switch (weekday(christmas)) {
    case 4:
      return [christmas, christmas + 1, christmas + 3];
    case 5:
      return [christmas, christmas + 1, christmas + 2, christmas + 3];
    case 6:
      return [christmas, christmas + 1, christmas + 2];
    default:
      return [christmas, christmas + 1];
  }
}
