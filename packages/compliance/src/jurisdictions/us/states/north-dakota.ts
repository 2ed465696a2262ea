/** North Dakota: calling hours of sales calls. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of North Dakota. */
export const northDakota: StateLaw = {
  code: 'ND',
  recordedPoliticalCalls: 'not-modelled',
  rules: [
    stateHours({
      id: 'us.nd.hours',
      jurisdiction: 'US-ND',
      title: 'North Dakota calling hours',
      citation: 'N.D.C.C. 51-28-05',
      values: [
        {
          from: null,
          value: everyDay('08:00-21:00'),
          source: {
            title: 'North Dakota Century Code',
            href: 'https://ndlegis.gov/cencode/t51c28.pdf#nameddest=51-28-05',
            pinpoint: '51-28-05',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    }),
  ],
};
