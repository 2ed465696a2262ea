/**
 * Legal holidays of the states that forbid or shorten calls on them, frozen from the statutes with their
 * rules of observance. 0 = Monday .. 6 = Sunday.
 */
import {
  calendar,
  easterSunday,
  fixed,
  fromEaster,
  nthWeekday,
  observed,
  special,
  type Holiday,
  type HolidayCalendar,
  type Observance,
} from '../../../time/holidays.js';
import { dayNumber, weekday } from '../../../time/civil-date.js';

const MON = 0;
const THU = 3;
const FRI = 4;

const mlk = nthWeekday('Martin Luther King Jr. Day', 1, 3, MON);
const presidents = nthWeekday("Washington's Birthday", 2, 3, MON);
const memorial = nthWeekday('Memorial Day', 5, -1, MON);
const labor = nthWeekday('Labor Day', 9, 1, MON);
const columbus = nthWeekday('Columbus Day', 10, 2, MON);
const thanksgiving = nthWeekday('Thanksgiving Day', 11, 4, THU);

const newYear = (how: Observance): Holiday => fixed("New Year's Day", 1, 1, how);
const juneteenth = (how: Observance, from = 2021): Holiday => fixed('Juneteenth', 6, 19, how, from);
const independence = (how: Observance): Holiday => fixed('Independence Day', 7, 4, how);
const veterans = (how: Observance): Holiday => fixed('Veterans Day', 11, 11, how);
const christmas = (how: Observance): Holiday => fixed('Christmas Day', 12, 25, how);

/** Federal: the day itself, and the day observed for it (5 U.S.C. 6103). */
const FEDERAL: Observance = { saturday: 'friday-adds', sunday: 'monday-adds' };
const federal: readonly Holiday[] = [
  newYear(FEDERAL),
  mlk,
  presidents,
  memorial,
  juneteenth(FEDERAL),
  independence(FEDERAL),
  labor,
  columbus,
  veterans(FEDERAL),
  thanksgiving,
  christmas(FEDERAL),
];

/** Ala. Code 1-3-8: a holiday on Sunday moves to Monday, on Saturday to Friday. */
const ALABAMA: Observance = { saturday: 'friday-moves', sunday: 'monday-moves' };
const alabama: readonly Holiday[] = [
  newYear(ALABAMA),
  mlk,
  presidents,
  nthWeekday('Confederate Memorial Day', 4, 4, MON),
  memorial,
  nthWeekday('Jefferson Davis’ Birthday', 6, 1, MON),
  juneteenth(ALABAMA, 2025),
  independence(ALABAMA),
  labor,
  columbus,
  veterans(ALABAMA),
  thanksgiving,
  christmas(ALABAMA),
];

/** Legal holidays of Alabama, outside Mobile and Baldwin counties. */
export const alabamaHolidays: HolidayCalendar = calendar('legal holidays of Alabama', alabama);
/** Legal holidays in Mobile and Baldwin counties, with Mardi Gras. */
export const alabamaGulfHolidays: HolidayCalendar = calendar('legal holidays of Alabama', [
  ...alabama,
  fromEaster('Mardi Gras', -47),
]);

/** Louisiana: the day itself and the weekday observed for it. */
const LOUISIANA: Observance = { saturday: 'friday-adds', sunday: 'monday-adds' };
/**
 * Legal holidays of Louisiana, La. R.S. 1:55(A)(1): the Public Service Commission's order names no list of
 * its own.
 */
export const louisianaHolidays: HolidayCalendar = calendar('legal holidays of Louisiana', [
  newYear(LOUISIANA),
  fixed('Battle of New Orleans', 1, 8),
  mlk,
  presidents,
  fromEaster('Mardi Gras', -47),
  fromEaster('Good Friday', -2),
  memorial,
  juneteenth(LOUISIANA, 2022),
  independence(LOUISIANA),
  fixed('Huey P. Long Day', 8, 30),
  labor,
  columbus,
  fixed("All Saints' Day", 11, 1, LOUISIANA),
  veterans(LOUISIANA),
  thanksgiving,
  christmas(LOUISIANA),
]);

/** 44 P.S. 11: a holiday on Sunday also gives Monday. */
const PENNSYLVANIA: Observance = { sunday: 'monday-adds' };
/** Legal holidays of Pennsylvania, with Juneteenth as federal holiday. */
export const pennsylvaniaHolidays: HolidayCalendar = calendar('legal holidays of Pennsylvania', [
  newYear(PENNSYLVANIA),
  mlk,
  presidents,
  fromEaster('Good Friday', -2),
  memorial,
  fixed('Flag Day', 6, 14, PENNSYLVANIA),
  juneteenth(PENNSYLVANIA),
  independence(PENNSYLVANIA),
  labor,
  columbus,
  special('Election Day', (year) => [firstTuesdayAfterMonday(year)]),
  veterans(PENNSYLVANIA),
  thanksgiving,
  christmas(PENNSYLVANIA),
]);

function firstTuesdayAfterMonday(year: number): number {
  return (nthWeekday('first Monday', 11, 1, MON).daysIn(year)[0] as number) + 1;
}

/**
 * R.I. Gen. Laws 25-1-1: a holiday on Sunday gives Monday; four of them on a Saturday are kept on Monday by
 * the state. Federal holidays, and the days observed for them, count as well.
 */
const RHODE_ISLAND: Observance = { sunday: 'monday-adds' };
const KEPT_ON_MONDAY: Observance = { saturday: 'monday-adds', sunday: 'monday-adds' };
/** State and federal holidays in Rhode Island. */
export const rhodeIslandHolidays: HolidayCalendar = calendar('state and federal holidays in Rhode Island', [
  ...federal,
  newYear(KEPT_ON_MONDAY),
  independence(KEPT_ON_MONDAY),
  veterans(KEPT_ON_MONDAY),
  christmas(KEPT_ON_MONDAY),
  fixed('Rhode Island Independence Day', 5, 4, RHODE_ISLAND),
  nthWeekday('Victory Day', 8, 2, MON),
  special('Election Day', (year) => (year % 2 === 0 ? [firstTuesdayAfterMonday(year)] : [])),
]);

/**
 * Utah Code 63G-1-301. The section moves a weekend holiday to Friday or Monday; the day itself is kept as
 * well, since federal law and custom keep it. Good Friday was added on 2026-05-06, after that of 2026.
 */
const UTAH: Observance = { saturday: 'friday-adds', sunday: 'monday-adds' };
/** Legal holidays of Utah. */
export const utahHolidays: HolidayCalendar = calendar('legal holidays of Utah', [
  newYear(UTAH),
  mlk,
  presidents,
  memorial,
  special('Juneteenth', utahJuneteenth),
  independence(UTAH),
  fixed('Pioneer Day', 7, 24, UTAH),
  labor,
  columbus,
  veterans(UTAH),
  thanksgiving,
  christmas(UTAH),
  special('Good Friday', (year) => (year < 2027 ? [] : [easterSunday(year) - 2])),
]);

/**
 * 19 June, observed on the Monday before (Tuesday to Friday) or after (weekend); both days are kept. Since
 * 2022.
 */
function utahJuneteenth(year: number): readonly number[] {
  if (year < 2022) return [];
  const day = dayNumber(year, 6, 19);
  const at = weekday(day);
  if (at === MON) return [day];
  return at <= FRI ? [day - at, day] : observed(day, { saturday: 'monday-adds', sunday: 'monday-adds' });
}

/**
 * Holidays in Nebraska's rule on announcing devices: federal holidays, Arbor Day, the day after Thanksgiving.
 */
export const nebraskaHolidays: HolidayCalendar = calendar('holidays of Nebraska', [
  ...federal,
  nthWeekday('Arbor Day', 4, -1, FRI),
  special('Day after Thanksgiving', (year) => thanksgiving.daysIn(year).map((day) => day + 1)),
]);
