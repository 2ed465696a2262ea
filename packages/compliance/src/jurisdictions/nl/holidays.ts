/** Public holidays of the Netherlands. */
import { dayNumber, weekday } from '../../time/civil-date.js';
import { calendar, fixed, fromEaster, special, type HolidayCalendar } from '../../time/holidays.js';

const SUN = 6;

/** The Netherlands: Algemene termijnenwet, art. 3, with Good Friday, which it treats alike. */
export const dutchHolidays: HolidayCalendar = calendar('public holidays of the Netherlands', [
  fixed('Nieuwjaarsdag', 1, 1),
  fromEaster('Goede Vrijdag', -2),
  fromEaster('Eerste Paasdag', 0),
  fromEaster('Tweede Paasdag', 1),
  special('Koningsdag', kingsDay),
  fixed('Bevrijdingsdag', 5, 5),
  fromEaster('Hemelvaartsdag', 39),
  fromEaster('Eerste Pinksterdag', 49),
  fromEaster('Tweede Pinksterdag', 50),
  fixed('Eerste Kerstdag', 12, 25),
  fixed('Tweede Kerstdag', 12, 26),
]);

/** Days on whose evenings the advertising code closes calls: Remembrance Day, St Nicholas, Christmas Eve. */
export const dutchEvenings: HolidayCalendar = calendar('4 May, 5 December and 24 December', [
  fixed('Dodenherdenking', 5, 4),
  fixed('Sinterklaasavond', 12, 5),
  fixed('Kerstavond', 12, 24),
]);

/** Since 2014: 27 April, or the day before where it is a Sunday. */
function kingsDay(year: number): readonly number[] {
  if (year < 2014) return [dayNumber(year, 4, 30)];
  const day = dayNumber(year, 4, 27);
  return [weekday(day) === SUN ? day - 1 : day];
}
