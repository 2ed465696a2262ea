/** Nebraska: hours of announcing devices, with Sundays and holidays. */
import { span, weekly } from '../../../engine/schedule.js';
import { DEVICE_PURPOSES } from '../../../rules/calling-window.js';
import { FRIDAY } from '../../../time/civil-date.js';
import { calendar, nthWeekday, special, type HolidayCalendar } from '../../../time/holidays.js';
import { federalHolidays, thanksgivingDay } from '../state-rules/federal-holidays.js';
import { stateHours } from '../state-rules/state-hours.js';
import { reviewNote } from '../state-rules/review-note.js';
import { askRegistration } from '../../../review/registrations.js';
import { ALL_PURPOSES } from '../../../engine/rule.js';
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
    reviewNote({
      id: 'us.ne.permit',
      jurisdiction: 'US-NE',
      title: 'Nebraska: permit or registration for announcing devices',
      citation: 'Neb. Rev. Stat. 86-250, 86-256',
      purposes: ALL_PURPOSES,
      voices: 'recorded',
      values: [
        {
          from: null,
          undated: UNDATED.recodified,
          value: 'a permit for each device that sells, a registration for every other',
          source: {
            title: 'Revised Statutes of Nebraska, and 291 NAC 11-002',
            href: 'http://www.contactcentercompliance.com/legal/statutes/NE/R.R.S._Neb./86-250.adpx',
            pinpoint: '86-250(1), 86-256(1)',
          },
          verification: 'primary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'A registration, not a matter of one call: a review item. The Act asks no consent for sales to ' +
        'landlines; to mobiles it wants an invitation or a relationship (86-242, 86-244), where federal ' +
        'law wants more.',
      review: (question) =>
        question.campaign.voice === 'live'
          ? []
          : askRegistration(question, {
              place: 'US-NE',
              kinds: question.campaign.purpose === 'telemarketing' ? ['permit'] : ['registration', 'permit'],
              message: 'Nebraska asks for a permit or a registration of devices that play recordings.',
              remedy: 'Obtain it, or leave Nebraska out.',
            }),
    }),
  ],
};
