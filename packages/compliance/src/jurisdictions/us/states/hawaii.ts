/** Hawaii: calling hours of sales calls. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { UNDATED } from '../state-rules/undated.js';

/** The calling law of Hawaii. */
export const hawaii: StateLaw = {
  code: 'HI',
  rules: [
    stateHours({
      id: 'us.hi',
      jurisdiction: 'US-HI',
      title: 'Hawaii calling hours',
      citation: 'HRS 481P-3(8)',
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: everyDay('08:00-21:00'),
          source: {
            title: 'Hawaii Revised Statutes',
            href: 'https://www.capitol.hawaii.gov/hrscurrent/Vol11_Ch0476-0490/HRS0481P/HRS_0481P-0003.htm',
            pinpoint: '481P-3(8)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    }),
  ],
};
