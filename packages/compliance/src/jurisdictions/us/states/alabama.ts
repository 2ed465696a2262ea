/** Alabama: calling hours, Sundays and legal holidays. */
import { weekly } from '../../../engine/schedule.js';
import { MONDAY } from '../../../time/civil-date.js';
import {
  calendar,
  fromEaster,
  nthWeekday,
  type Holiday,
  type HolidayCalendar,
  type Observance,
} from '../../../time/holidays.js';
import { closedOn, closedOnSundays } from '../state-rules/closed-days.js';
import { commonHolidays, juneteenth } from '../state-rules/federal-holidays.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** Ala. Code 1-3-8: a holiday on Sunday moves to Monday, on Saturday to Friday. */
const OBSERVED: Observance = { saturday: 'friday-moves', sunday: 'monday-moves' };

const legalHolidays: readonly Holiday[] = [
  ...commonHolidays(OBSERVED),
  nthWeekday('Confederate Memorial Day', 4, 4, MONDAY),
  nthWeekday('Jefferson Davis’ Birthday', 6, 1, MONDAY),
  juneteenth(OBSERVED, 2025),
];

/** Legal holidays of Alabama, outside Mobile and Baldwin counties. */
export const alabamaHolidays: HolidayCalendar = calendar('legal holidays of Alabama', legalHolidays);
/** Legal holidays in Mobile and Baldwin counties, with Mardi Gras. */
export const alabamaGulfHolidays: HolidayCalendar = calendar('legal holidays of Alabama', [
  ...legalHolidays,
  fromEaster('Mardi Gras', -47),
]);

/** The calling law of Alabama. */
export const alabama: StateLaw = {
  code: 'AL',
  rules: [
    stateHours({
      id: 'us.al.hours',
      jurisdiction: 'US-AL',
      title: 'Alabama calling hours',
      citation: 'Ala. Admin. Code 770-X-5-.17(2); Ala. Code 1-3-8',
      business: 'inside',
      values: [
        {
          from: '1992-12-10',
          value: weekly({ weekdays: '08:00-20:00', saturday: '08:00-20:00', sunday: '*' }),
          source: {
            title: 'Alabama Administrative Code',
            href: 'https://www.law.cornell.edu/regulations/alabama/Ala-Admin-Code-r-770-X-5-.17',
            pinpoint: '770-X-5-.17(2)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'The Telephone Rules, of which it is Rule T-17, were adopted on 1992-12-10 (Docket 15957) and ' +
        'amended often since: it may be younger. ' +
        'Calls to "consumers", a word the rule leaves undefined and does not limit to residences: ' +
        'businesses are inside, the stricter reading.',
    }),
    stateHours({
      id: 'us.al.sunday',
      jurisdiction: 'US-AL',
      title: 'Alabama: no calls on Sunday',
      citation: 'Ala. Admin. Code 770-X-5-.17(2); Ala. Code 1-3-8',
      business: 'inside',
      values: [
        {
          from: '1992-12-10',
          value: closedOnSundays,
          source: {
            title: 'Alabama Administrative Code',
            href: 'https://www.law.cornell.edu/regulations/alabama/Ala-Admin-Code-r-770-X-5-.17',
            pinpoint: '770-X-5-.17(2)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    }),
    stateHours({
      id: 'us.al.holiday',
      jurisdiction: 'US-AL',
      title: 'Alabama: no calls on legal holidays',
      citation: 'Ala. Admin. Code 770-X-5-.17(2); Ala. Code 1-3-8',
      business: 'inside',
      vary: (schedule, context) =>
        context.place.mardiGrasCounty ? { ...schedule, holidays: alabamaGulfHolidays } : schedule,
      values: [
        {
          from: '1992-12-10',
          value: closedOn(alabamaHolidays),
          source: {
            title: 'Alabama Administrative Code',
            href: 'https://www.law.cornell.edu/regulations/alabama/Ala-Admin-Code-r-770-X-5-.17',
            pinpoint: '770-X-5-.17(2); Ala. Code 1-3-8 for the days',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'A Sunday holiday moves to Monday, a Saturday holiday to Friday. ' +
        'Mardi Gras in Mobile and Baldwin counties (ZIP 365, 366, or area code 251 without a ZIP).',
    }),
  ],
};
