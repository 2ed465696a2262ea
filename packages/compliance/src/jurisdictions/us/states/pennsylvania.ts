/** Pennsylvania: calling hours, Sundays and legal holidays, changed on 2026-10-18 by Act 47 of 2026. */
import type { Source } from '../../../engine/parameter.js';
import { everyDay, weekly } from '../../../engine/schedule.js';
import {
  calendar,
  fixed,
  fromEaster,
  special,
  type HolidayCalendar,
  type Observance,
} from '../../../time/holidays.js';
import { closedOn, closedOnSundays } from '../state-rules/closed-days.js';
import { commonHolidays, juneteenth, generalElectionDay } from '../state-rules/federal-holidays.js';
import { reviewNote } from '../state-rules/review-note.js';
import { stateHours } from '../state-rules/state-hours.js';
import { creditorBars } from '../state-rules/creditor-bars.js';
import { EIGHT_TO_TWENTY_ONE, creditorHours } from '../state-rules/creditor-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { UNDATED } from '../state-rules/undated.js';

/** 44 P.S. 11: a holiday on Sunday also gives Monday. */
const OBSERVED: Observance = { sunday: 'monday-adds' };

/** Legal holidays of Pennsylvania, with Juneteenth as federal holiday. */
export const pennsylvaniaHolidays: HolidayCalendar = calendar('legal holidays of Pennsylvania', [
  ...commonHolidays(OBSERVED),
  fromEaster('Good Friday', -2),
  fixed('Flag Day', 6, 14, OBSERVED),
  juneteenth(OBSERVED),
  special('Election Day', (year) => [generalElectionDay(year)]),
]);

const CREDIT_ACT: Source = {
  title: 'Pennsylvania Fair Credit Extension Uniformity Act',
  href: 'https://www.legis.state.pa.us/WU01/LI/LI/US/HTM/2000/0/0007..HTM',
  pinpoint: '2270.4(b)(2), effective 2000-06-26',
};

/** The calling law of Pennsylvania. */
export const pennsylvania: StateLaw = {
  code: 'PA',
  creditors: 'bound',
  registry: 'Pennsylvania Do Not Call List',
  recordingConsent: 'all-party',
  rules: [
    stateHours({
      id: 'us.pa.hours',
      jurisdiction: 'US-PA',
      title: 'Pennsylvania calling hours',
      citation: '73 P.S. 2245(a)(1), (10); Act 47 of 2026',
      business: 'inside',
      values: [
        {
          from: null,
          undated: UNDATED.amended,
          value: everyDay('08:00-21:00'),
          source: {
            title: 'Pennsylvania Statutes, title 73',
            href: 'https://www.legis.state.pa.us/WU01/LI/LI/US/HTM/1996/0/0147..HTM',
            pinpoint: '2245(a)(1), (10)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
        {
          from: '2026-10-18',
          value: weekly({ weekdays: '09:00-19:00', saturday: '09:00-19:00', sunday: '*' }),
          source: {
            title: 'Pennsylvania Statutes, title 73',
            href: 'https://www.legis.state.pa.us/WU01/LI/LI/US/HTM/1996/0/0147..HTM',
            pinpoint: '2245(a)(1), (10), as amended by Act 47 of 2026',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: '9 to 19 and no Sunday since 2026-10-18 (Act 47 of 2026).',
    }),
    stateHours({
      id: 'us.pa.sunday',
      jurisdiction: 'US-PA',
      title: 'Pennsylvania: no calls on Sunday',
      citation: '73 P.S. 2245(a)(1), (10); Act 47 of 2026',
      business: 'inside',
      values: [
        {
          from: '2026-10-18',
          value: closedOnSundays,
          source: {
            title: 'Pennsylvania Statutes, title 73',
            href: 'https://www.legis.state.pa.us/WU01/LI/LI/US/HTM/1996/0/0147..HTM',
            pinpoint: '2245(a)(1), (10), as amended by Act 47 of 2026',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    }),
    stateHours({
      id: 'us.pa.holiday',
      jurisdiction: 'US-PA',
      title: 'Pennsylvania: no calls on legal holidays',
      citation: '73 P.S. 2245(a)(1), (10); Act 47 of 2026',
      business: 'inside',
      values: [
        {
          from: '2019-12-03',
          value: closedOn(pennsylvaniaHolidays),
          source: {
            title: 'Pennsylvania Statutes, title 73',
            href: 'https://www.legis.state.pa.us/WU01/LI/LI/US/HTM/1996/0/0147..HTM',
            pinpoint: '2245(a)(1), (10); 44 P.S. 11 for the days',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'The list is that of 44 P.S. 11 (thirteen days, as trade pages print them; ' +
        'Lincoln’s Birthday is an optional day for banks alone) with Juneteenth; ' +
        'the half holiday of Saturday afternoons is not counted. ' +
        'The term "telephone solicitation call" leaves out customers of the last 12 months (73 P.S. ' +
        '2242), "telemarketing" in the rule on hours does not: ' +
        'here no relationship lifts either, the stricter reading.',
    }),
    reviewNote({
      id: 'us.pa.robocall_optout',
      jurisdiction: 'US-PA',
      title: 'Pennsylvania: recorded sales calls begin with a way to opt out',
      citation: '73 P.S. 2245.2(j); 52 Pa. Code 63.60',
      voices: 'recorded',
      values: [
        {
          from: '2019-12-03',
          value: 'the message says at its beginning how to opt out; on voicemail by a toll-free number',
          source: {
            title: 'Jenkins Law Library on Act 73 of 2019',
            href: 'https://www.jenkinslaw.org/blog/2019/12/03/amendments-pennsylvanias-telemarketer-registration-act-effective-today',
            pinpoint: '73 P.S. 2245.2(j)(1)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-27',
        },
      ],
      remarks:
        'About what the message says, so no single call is decided by it. What 52 Pa. Code 63.60 asks of ' +
        'subscribers with announcing devices was not found in any text: the review says so. It is no rule ' +
        'from memory that bars recorded political calls: Senate Bills 820 of 2007, 34 of 2009 and 387 of ' +
        '2015 would have made a list for those who do not want them, and were not passed.',
      review: ({ campaign }) =>
        campaign.voice === 'live'
          ? []
          : [
              {
                topic: 'recorded-message',
                severity: 'notice',
                message:
                  (campaign.purpose === 'telemarketing'
                    ? 'Pennsylvania asks recorded sales calls to say at the beginning how to opt out. '
                    : '') +
                  'What 52 Pa. Code 63.60 asks of recorded calls in Pennsylvania was not read and is not ' +
                  'modelled.',
                remedy:
                  campaign.purpose === 'telemarketing'
                    ? 'Say it at the beginning; read 63.60 or leave Pennsylvania out.'
                    : 'Read 63.60 with a lawyer, ask for consent, or leave Pennsylvania out.',
              },
            ],
    }),
    creditorHours({
      id: 'us.pa.debt_hours',
      jurisdiction: 'US-PA',
      title: 'Pennsylvania: collection calls from 8 to 21, by creditors, too',
      citation: '73 P.S. 2270.4(b)(2)',
      values: [
        {
          from: '2000-06-26',
          value: EIGHT_TO_TWENTY_ONE,
          source: CREDIT_ACT,
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Creditors are bound to the federal hours. From pages on the act, one by the Attorney General.',
    }),
    creditorBars({
      id: 'us.pa.debt_contacts',
      jurisdiction: 'US-PA',
      title: 'Pennsylvania: attorney and workplace bind creditors, too',
      citation: '73 P.S. 2270.4(b)(2)',
      bars: ['attorney', 'workplace'],
      values: [
        {
          from: '2000-06-26',
          value: 'the attorney only; not at work where the employer prohibits it',
          source: CREDIT_ACT,
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks: 'The pages read name no notice to cease that binds creditors: it is not applied to them.',
    }),
  ],
};
