/** Holidays of Italy, by statute. */
import { calendar, fixed, fromEaster, type HolidayCalendar } from '../../time/holidays.js';

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
