/** Rhode Island: calling hours, Sundays and holidays, and consent to recorded sales calls. */
import { weekly } from '../../../engine/schedule.js';
import { MONDAY } from '../../../time/civil-date.js';
import {
  calendar,
  fixed,
  nthWeekday,
  special,
  type HolidayCalendar,
  type Observance,
} from '../../../time/holidays.js';
import {
  christmasDay,
  federalHolidays,
  generalElectionDay,
  independenceDay,
  newYearsDay,
  veteransDay,
} from '../state-rules/federal-holidays.js';
import { stateHours } from '../state-rules/state-hours.js';
import { recordedConsent } from '../state-rules/recorded-consent.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { isBusiness } from '../terms.js';

/** R.I. Gen. Laws 25-1-1: a holiday on Sunday gives Monday. */
const OBSERVED: Observance = { sunday: 'monday-adds' };
/** Four holidays that the state keeps on Monday where they fall on a weekend. */
const KEPT_ON_MONDAY: Observance = { saturday: 'monday-adds', sunday: 'monday-adds' };

/** State and federal holidays in Rhode Island; federal holidays count with the days observed for them. */
export const rhodeIslandHolidays: HolidayCalendar = calendar('state and federal holidays in Rhode Island', [
  ...federalHolidays,
  newYearsDay(KEPT_ON_MONDAY),
  independenceDay(KEPT_ON_MONDAY),
  veteransDay(KEPT_ON_MONDAY),
  christmasDay(KEPT_ON_MONDAY),
  fixed('Rhode Island Independence Day', 5, 4, OBSERVED),
  nthWeekday('Victory Day', 8, 2, MONDAY),
  special('Election Day', (year) => (year % 2 === 0 ? [generalElectionDay(year)] : [])),
]);

/** The calling law of Rhode Island. */
export const rhodeIsland: StateLaw = {
  code: 'RI',
  rules: [
    stateHours({
      id: 'us.ri.hours',
      jurisdiction: 'US-RI',
      title: 'Rhode Island calling hours',
      citation: 'R.I. Gen. Laws 5-61-2(2), 5-61-3.6',
      business: 'inside',
      lifted: (context) => isBusiness(context) && !context.countsAsWireless,
      values: [
        {
          from: '1999-01-01',
          value: {
            ...weekly({ weekdays: '09:00-18:00', saturday: '10:00-17:00', sunday: '' }),
            holidays: rhodeIslandHolidays,
          },
          source: {
            title: 'Rhode Island General Laws',
            href: 'http://webserver.rilin.state.ri.us/Statutes/TITLE5/5-61/5-61-3.6.htm',
            pinpoint: '5-61-2(2), 5-61-3.6',
          },
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'Residential numbers and any mobile, also of a business. ' +
        'Closed on state and federal holidays: R.I. Gen. Laws 25-1-1 with 4 May, ' +
        'Victory Day (second Monday of August), the days of general elections, ' +
        'and the Mondays on which the state keeps four holidays that fall on a weekend, ' +
        'and the federal days as observed. P.L. 1999, ch. 456. The day in the year is not ' +
        'established: its first is used.',
    }),
    recordedConsent({
      id: 'us.ri.recorded_consent',
      jurisdiction: 'US-RI',
      title: 'Rhode Island: recorded sales calls need consent or a live introduction',
      citation: 'R.I. Gen. Laws 5-61-3.4',
      purposes: ['telemarketing'],
      values: [
        {
          from: '1999-01-01',
          value: [],
          source: {
            title: 'Rhode Island General Laws',
            href: 'http://webserver.rilin.state.ri.us/Statutes/title5/5-61/5-61-3.4.HTM',
            pinpoint: '5-61-3.4; P.L. 1999, ch. 456',
          },
          verification: 'primary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Binds sellers, to whatever subscriber; no relationship lifts it. The day in 1999 is not ' +
        'established: its first is used.',
    }),
  ],
};
