/** Nebraska: hours of announcing devices, with Sundays and holidays. */
import { span, weekly } from '../../../engine/schedule.js';
import { DEVICE_PURPOSES } from '../../../rules/calling-window.js';
import { FRIDAY } from '../../../time/civil-date.js';
import { calendar, nthWeekday, special, type HolidayCalendar } from '../../../time/holidays.js';
import { federalHolidays, thanksgivingDay } from '../state-rules/federal-holidays.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { isResidentialLine } from '../terms.js';
import { UNDATED } from '../state-rules/undated.js';

/**
 * Holidays in the rule on announcing devices: federal holidays, Arbor Day, the day after Thanksgiving.
 */
export const nebraskaHolidays: HolidayCalendar = calendar('holidays of Nebraska', [
  ...federalHolidays,
  nthWeekday('Arbor Day', 4, -1, FRIDAY),
  special('Day after Thanksgiving', (year) => thanksgivingDay.daysIn(year).map((day) => day + 1)),
]);

/** The calling law of Nebraska. */
export const nebraska: StateLaw = {
  code: 'NE',
  rules: [
    stateHours({
      id: 'us.ne.adad_hours',
      jurisdiction: 'US-NE',
      title: 'Nebraska: announcing devices from 8 to 21, Sundays and holidays from 13',
      citation: 'Neb. Rev. Stat. 86-248; 291 NAC 11-003',
      voices: 'recorded',
      purposes: DEVICE_PURPOSES,
      scope: 'call',
      lifted: (context) => !isResidentialLine(context) && context.lineType !== 'unknown',
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: {
            ...weekly({ weekdays: '08:00-21:00', saturday: '08:00-21:00', sunday: '13:00-21:00' }),
            holidays: nebraskaHolidays,
            onHolidays: span('13:00-21:00'),
          },
          source: {
            title: 'Revised Statutes of Nebraska',
            href: 'https://nebraskalegislature.gov/laws/statutes.php?statute=86-248',
            pinpoint: '86-248; 291 NAC 11-003',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'Covers residential lines; a line of unknown type counts as one. The Sunday part is from a ' +
        'vendor page.',
    }),
  ],
};
