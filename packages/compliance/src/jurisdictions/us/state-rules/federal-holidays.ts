/** Federal holidays, and the holidays that states share with them. Weekdays: 0 = Monday .. 6 = Sunday. */
import { MONDAY, THURSDAY } from '../../../time/civil-date.js';
import { fixed, nthWeekday, type Holiday, type Observance } from '../../../time/holidays.js';

/** Martin Luther King Jr. Day, third Monday of January. */
const martinLutherKingDay: Holiday = nthWeekday('Martin Luther King Jr. Day', 1, 3, MONDAY);
/** Washington's Birthday, third Monday of February. */
const washingtonsBirthday: Holiday = nthWeekday("Washington's Birthday", 2, 3, MONDAY);
/** Memorial Day, last Monday of May. */
const memorialDay: Holiday = nthWeekday('Memorial Day', 5, -1, MONDAY);
/** Labor Day, first Monday of September. */
const laborDay: Holiday = nthWeekday('Labor Day', 9, 1, MONDAY);
/** Columbus Day, second Monday of October. */
const columbusDay: Holiday = nthWeekday('Columbus Day', 10, 2, MONDAY);
/** Thanksgiving Day, fourth Thursday of November. */
export const thanksgivingDay: Holiday = nthWeekday('Thanksgiving Day', 11, 4, THURSDAY);

/** New Year's Day, with a state's observance. */
export const newYearsDay = (how: Observance): Holiday => fixed("New Year's Day", 1, 1, how);
/** Juneteenth, from the year in which it became a holiday. */
export const juneteenth = (how: Observance, from = 2021): Holiday => fixed('Juneteenth', 6, 19, how, from);
/** Independence Day, with a state's observance. */
export const independenceDay = (how: Observance): Holiday => fixed('Independence Day', 7, 4, how);
/** Veterans Day, with a state's observance. */
export const veteransDay = (how: Observance): Holiday => fixed('Veterans Day', 11, 11, how);
/** Christmas Day, with a state's observance. */
export const christmasDay = (how: Observance): Holiday => fixed('Christmas Day', 12, 25, how);

/** 5 U.S.C. 6103: the day itself, and the day on which it is observed. */
const FEDERAL: Observance = { saturday: 'friday-adds', sunday: 'monday-adds' };

/** Ten holidays that federal law and the laws of states share; `how` says what happens on weekends. */
export function commonHolidays(how: Observance): readonly Holiday[] {
  return [
    newYearsDay(how),
    martinLutherKingDay,
    washingtonsBirthday,
    memorialDay,
    independenceDay(how),
    laborDay,
    columbusDay,
    veteransDay(how),
    thanksgivingDay,
    christmasDay(how),
  ];
}

/** Federal holidays with their observed days, 5 U.S.C. 6103. */
export const federalHolidays: readonly Holiday[] = [...commonHolidays(FEDERAL), juneteenth(FEDERAL)];

/** The Tuesday after the first Monday of November, as a day number. */
export function generalElectionDay(year: number): number {
  return (nthWeekday('first Monday', 11, 1, MONDAY).daysIn(year)[0] as number) + 1;
}
