/** Virginia: calling hours of sales calls, and consent to recorded ones. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import { recordedConsent } from '../state-rules/recorded-consent.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of Virginia. */
export const virginia: StateLaw = {
  code: 'VA',
  rules: [
    stateHours({
      id: 'us.va',
      jurisdiction: 'US-VA',
      title: 'Virginia calling hours',
      citation: 'Va. Code 59.1-511',
      business: 'inside',
      values: [
        {
          from: '2001-01-01',
          value: everyDay('08:00-21:00'),
          source: {
            title: 'Code of Virginia',
            href: 'https://law.lis.virginia.gov/vacode/59.1-511/',
            pinpoint: '59.1-511',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'Reaches any landline or wireless number with a Virginia area code, businesses included. ' +
        'Opt-outs are kept 10 years since 2026-01-01; abandoned calls hear a message. Acts ' +
        '2001, cc. 528, 553; businesses since 2004, kept inside before. The day in the year is ' +
        'not established: its first is used.',
      duties: () => [{ kind: 'records', years: 10, what: 'opt-outs in Virginia (since 2026-01-01)' }],
    }),
    recordedConsent({
      id: 'us.va.recorded_consent',
      jurisdiction: 'US-VA',
      title: 'Virginia: recorded sales calls need consent or a live introduction',
      citation: 'Va. Code 59.1-518.1, 59.1-518.2',
      purposes: ['telemarketing'],
      values: [
        {
          from: '2009-01-01',
          value: ['relationship', 'purchase'],
          source: {
            title: 'Code of Virginia, chapter 44.1',
            href: 'https://law.lis.virginia.gov/vacodefull/title59.1/chapter44.1/',
            pinpoint: '59.1-518.1, 59.1-518.2; 2009, c. 699',
          },
          verification: 'primary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Businesses are inside. Unsolicited means without an earlier business or personal relationship, ' +
        'however old. The day in 2009 is not established: its first is used.',
    }),
  ],
};
