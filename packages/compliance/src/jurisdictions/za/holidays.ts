/** Public holidays of South Africa, by statute and by declaration. */
import { dayNumber } from '../../time/civil-date.js';
import {
  calendar,
  fixed,
  fromEaster,
  special,
  type HolidayCalendar,
  type Observance,
} from '../../time/holidays.js';

/** A holiday on Sunday makes Monday one too. */
const OBSERVED: Observance = { sunday: 'monday-adds' };

/** South Africa: Public Holidays Act 36 of 1994. */
export const southAfricanHolidays: HolidayCalendar = calendar('public holidays of South Africa', [
  fixed("New Year's Day", 1, 1, OBSERVED),
  fixed('Human Rights Day', 3, 21, OBSERVED),
  fromEaster('Good Friday', -2),
  fromEaster('Family Day', 1),
  fixed('Freedom Day', 4, 27, OBSERVED),
  fixed("Workers' Day", 5, 1, OBSERVED),
  fixed('Youth Day', 6, 16, OBSERVED),
  fixed("National Women's Day", 8, 9, OBSERVED),
  fixed('Heritage Day', 9, 24, OBSERVED),
  fixed('Day of Reconciliation', 12, 16, OBSERVED),
  fixed('Christmas Day', 12, 25, OBSERVED),
  fixed('Day of Goodwill', 12, 26, OBSERVED),
  special('declared day', declaredInSouthAfrica),
]);

/** Days declared once: elections, and the days of 2022 and 2023. */
function declaredInSouthAfrica(year: number): readonly number[] {
  const days: Readonly<Record<number, readonly [month: number, day: number]>> = {
    2021: [11, 1],
    2022: [12, 27],
    2023: [12, 15],
    2024: [5, 29],
    2026: [11, 4],
  };
  const declared = days[year];
  return declared ? [dayNumber(year, declared[0], declared[1])] : [];
}
