/** Montana: calling hours of sales calls, and consent to recorded sales calls and polls. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import { recordedConsent } from '../state-rules/recorded-consent.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { UNDATED } from '../state-rules/undated.js';

/** The calling law of Montana. */
export const montana: StateLaw = {
  code: 'MT',
  recordingConsent: 'all-party',
  rules: [
    stateHours({
      id: 'us.mt',
      jurisdiction: 'US-MT',
      title: 'Montana calling hours',
      citation: 'MCA 30-14-1412',
      values: [
        {
          from: '1999-01-01',
          value: everyDay('08:00-21:00'),
          source: {
            title: 'Montana Code',
            href:
              'https://archive.legmt.gov/bills/mca/title_0300/chapter_0140/part_0140' +
              '/section_0120/0300-0140-0140-0120.html',
            pinpoint: '30-14-1412(1)(d); L. 1999, ch. 342',
          },
          verification: 'primary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks: 'The day in 1999 is not established: its first is used.',
    }),
    recordedConsent({
      id: 'us.mt.recorded_consent',
      jurisdiction: 'US-MT',
      title: 'Montana: recorded sales calls and polls need consent or a live introduction',
      citation: 'MCA 45-8-216(1)(a)-(d), (2)',
      purposes: ['telemarketing', 'research'],
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: ['relationship'],
          source: {
            title: 'Montana Code',
            href: 'https://self-law.org/code/mt/title-45/chapter-8/part-2/45-8-216',
            pinpoint: '45-8-216(1)(a)-(d), (2)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'What paragraph (e) says of political campaigns was struck down (Victory Processing v. Fox, 9th ' +
        'Cir. 2019) and is not applied. Sales, and what gathers information or data, remain; businesses ' +
        'are inside. Express consent stands for the permission that a live operator obtains.',
    }),
  ],
};
