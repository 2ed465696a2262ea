/** National holidays of the countries whose rules name them, by their statutes. 0 = Monday .. 6 = Sunday. */
import { dayNumber, weekday } from '../time/civil-date.js';
import {
  calendar,
  easterSunday,
  fixed,
  fromEaster,
  nthWeekday,
  special,
  type HolidayCalendar,
  type Observance,
} from '../time/holidays.js';

const MON = 0;

/** Italy: national holidays (Law 260/1949; St Francis since 2026 by Law 151/2025). */
export const italianHolidays: HolidayCalendar = calendar('holidays of Italy', [
  fixed('Capodanno', 1, 1),
  fixed('Epifania', 1, 6),
  fromEaster('Pasqua', 0),
  fromEaster('Pasquetta', 1),
  fixed('Liberazione', 4, 25),
  fixed('Festa del lavoro', 5, 1),
  fixed('Festa della Repubblica', 6, 2),
  fixed('Ferragosto', 8, 15),
  fixed('San Francesco', 10, 4, {}, 2026),
  fixed('Ognissanti', 11, 1),
  fixed('Immacolata', 12, 8),
  fixed('Natale', 12, 25),
  fixed('Santo Stefano', 12, 26),
]);

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

/** South Africa: Public Holidays Act 36 of 1994; a holiday on Sunday makes Monday one too. */
const SOUTH_AFRICA: Observance = { sunday: 'monday-adds' };
export const southAfricanHolidays: HolidayCalendar = calendar('public holidays of South Africa', [
  fixed("New Year's Day", 1, 1, SOUTH_AFRICA),
  fixed('Human Rights Day', 3, 21, SOUTH_AFRICA),
  fromEaster('Good Friday', -2),
  fromEaster('Family Day', 1),
  fixed('Freedom Day', 4, 27, SOUTH_AFRICA),
  fixed("Workers' Day", 5, 1, SOUTH_AFRICA),
  fixed('Youth Day', 6, 16, SOUTH_AFRICA),
  fixed("National Women's Day", 8, 9, SOUTH_AFRICA),
  fixed('Heritage Day', 9, 24, SOUTH_AFRICA),
  fixed('Day of Reconciliation', 12, 16, SOUTH_AFRICA),
  fixed('Christmas Day', 12, 25, SOUTH_AFRICA),
  fixed('Day of Goodwill', 12, 26, SOUTH_AFRICA),
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

/**
 * Australia: days that are public holidays in every state and territory, with the Monday observed for a
 * weekend.
 */
const AUSTRALIA: Observance = { saturday: 'monday-adds', sunday: 'monday-adds' };
export const australianHolidays: HolidayCalendar = calendar('national public holidays of Australia', [
  fixed("New Year's Day", 1, 1, AUSTRALIA),
  fixed('Australia Day', 1, 26, AUSTRALIA),
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
