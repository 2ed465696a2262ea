/** Statutory holidays of Canadian provinces, where calls of some kind are closed on them. */
import { dayNumber, weekday } from '../../time/civil-date.js';
import {
  calendar,
  fixed,
  fromEaster,
  nthWeekday,
  special,
  type Holiday,
  type HolidayCalendar,
} from '../../time/holidays.js';

const MON = 0;
const SUN = 6;

/** The Monday before 25 May. */
const VICTORIA_DAY = special('Victoria Day', (year) => {
  const last = dayNumber(year, 5, 24);
  return [last - ((weekday(last) - MON + 7) % 7)];
});
const LABOUR_DAY = nthWeekday('Labour Day', 9, 1, MON);
const THANKSGIVING = nthWeekday('Thanksgiving', 10, 2, MON);
const familyDay = (fromYear: number): Holiday => nthWeekday('Family Day', 2, 3, MON, fromYear);

/** Days that every province here keeps. */
const COMMON: readonly Holiday[] = [
  fixed("New Year's Day", 1, 1),
  fromEaster('Good Friday', -2),
  VICTORIA_DAY,
  LABOUR_DAY,
  THANKSGIVING,
  fixed('Christmas Day', 12, 25),
];

/** British Columbia: Employment Standards Act. */
export const britishColumbianHolidays: HolidayCalendar = calendar('statutory holidays of British Columbia', [
  ...COMMON,
  // The second Monday until 2018.
  special('Family Day', (year) => (year >= 2013 ? [mondayOf(year, 2, year >= 2019 ? 3 : 2)] : [])),
  fixed('Canada Day', 7, 1),
  nthWeekday('British Columbia Day', 8, 1, MON),
  fixed('National Day for Truth and Reconciliation', 9, 30, {}, 2023),
  fixed('Remembrance Day', 11, 11),
]);

/** Ontario: Legislation Act, 2006, s. 88. */
export const ontarianHolidays: HolidayCalendar = calendar('holidays of Ontario', [
  ...COMMON,
  familyDay(2008),
  fromEaster('Easter Monday', 1),
  fixed('Canada Day', 7, 1, { sunday: 'monday-adds' }),
  fixed('Remembrance Day', 11, 11),
  fixed('Boxing Day', 12, 26),
]);

/** Alberta: general holidays of the Employment Standards Code. */
export const albertanHolidays: HolidayCalendar = calendar('general holidays of Alberta', [
  ...COMMON,
  familyDay(1990),
  fixed('Canada Day', 7, 1),
  fixed('Remembrance Day', 11, 11),
]);

/** Quebec: the days that the consumer protection office lists. */
export const quebecHolidays: HolidayCalendar = calendar('statutory holidays of Quebec', [
  ...COMMON,
  fromEaster('Easter Monday', 1),
  fixed('Fête nationale', 6, 24),
  fixed('Canada Day', 7, 1, { sunday: 'monday-adds' }),
]);

/** Manitoba: the days of every Act, since the pages that name holidays have no list. */
export const manitobanHolidays: HolidayCalendar = calendar('holidays of Manitoba', [
  ...COMMON,
  nthWeekday('Louis Riel Day', 2, 3, MON, 2008),
  fromEaster('Easter Monday', 1),
  fixed('Canada Day', 7, 1, { sunday: 'monday-adds' }),
  nthWeekday('Terry Fox Day', 8, 1, MON),
  fixed('Orange Shirt Day', 9, 30, {}, 2021),
  fixed('Remembrance Day', 11, 11),
  fixed('Boxing Day', 12, 26),
]);

/** Saskatchewan: the days that the regulator lists, with the Monday after a Sunday for most of them. */
export const saskatchewanHolidays: HolidayCalendar = calendar('holidays of Saskatchewan', [
  fixed("New Year's Day", 1, 1, { sunday: 'monday-adds' }),
  familyDay(2007),
  fromEaster('Good Friday', -2),
  VICTORIA_DAY,
  fixed('Canada Day', 7, 1, { sunday: 'monday-adds' }),
  nthWeekday('Saskatchewan Day', 8, 1, MON),
  LABOUR_DAY,
  THANKSGIVING,
  fixed('Remembrance Day', 11, 11),
  fixed('Christmas Day', 12, 25, { sunday: 'monday-adds' }),
  fixed('Boxing Day', 12, 26),
]);

/** New Brunswick: the days of every Act, since the page that names holidays has no list. */
export const newBrunswickHolidays: HolidayCalendar = calendar('holidays of New Brunswick', [
  ...COMMON,
  familyDay(2018),
  fromEaster('Easter Monday', 1),
  fixed('Canada Day', 7, 1, { sunday: 'monday-adds' }),
  nthWeekday('New Brunswick Day', 8, 1, MON),
  fixed('National Day for Truth and Reconciliation', 9, 30, {}, 2022),
  fixed('Remembrance Day', 11, 11),
  fixed('Boxing Day', 12, 26),
]);

/** Nova Scotia: the days of every Act, the stricter reading, since no list of closed days was found. */
export const novaScotianHolidays: HolidayCalendar = calendar('holidays of Nova Scotia', [
  ...COMMON,
  nthWeekday('Heritage Day', 2, 3, MON, 2015),
  fromEaster('Easter Monday', 1),
  fixed('Canada Day', 7, 1, { sunday: 'monday-adds' }),
  nthWeekday('Natal Day', 8, 1, MON),
  fixed('National Day for Truth and Reconciliation', 9, 30, {}, 2021),
  fixed('Remembrance Day', 11, 11),
  fixed('Boxing Day', 12, 26),
]);

/** Prince Edward Island: the days of every Act, the stricter reading, since no list of them was found. */
export const islandHolidays: HolidayCalendar = calendar('holidays of Prince Edward Island', [
  ...COMMON,
  nthWeekday('Islander Day', 2, 3, MON, 2010),
  fromEaster('Easter Monday', 1),
  fixed('Canada Day', 7, 1, { sunday: 'monday-adds' }),
  fixed('National Day for Truth and Reconciliation', 9, 30, {}, 2022),
  fixed('Remembrance Day', 11, 11),
  fixed('Boxing Day', 12, 26),
]);

/** Yukon, the Northwest Territories and Nunavut: the days of all three, from memory. */
export const territorialHolidays: HolidayCalendar = calendar('holidays of the territories', [
  ...COMMON,
  // The Friday before the last Sunday of February.
  special('Heritage Day', (year) => [lastSundayOfFebruary(year) - 2]),
  fromEaster('Easter Monday', 1),
  fixed('National Indigenous Peoples Day', 6, 21),
  fixed('Canada Day', 7, 1, { sunday: 'monday-adds' }),
  fixed('Nunavut Day', 7, 9),
  nthWeekday('Civic Holiday', 8, 1, MON),
  nthWeekday('Discovery Day', 8, 3, MON),
  fixed('National Day for Truth and Reconciliation', 9, 30, {}, 2021),
  fixed('Remembrance Day', 11, 11),
  fixed('Boxing Day', 12, 26),
]);

function lastSundayOfFebruary(year: number): number {
  const last = dayNumber(year, 3, 1) - 1;
  return last - ((weekday(last) - SUN + 7) % 7);
}

function mondayOf(year: number, month: number, nth: number): number {
  const first = dayNumber(year, month, 1);
  return first + ((MON - weekday(first) + 7) % 7) + (nth - 1) * 7;
}
