/** Tennessee: calling hours of sales calls. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of Tennessee. */
export const tennessee: StateLaw = {
  code: 'TN',
  registry: 'Tennessee Do Not Call Program',
  rules: [
    stateHours({
      id: 'us.tn.hours',
      jurisdiction: 'US-TN',
      title: 'Tennessee calling hours',
      citation: 'T.C.A. 65-4-402',
      values: [
        {
          from: '1999-01-01',
          value: everyDay('08:00-21:00'),
          source: {
            title: 'Tennessee Code',
            href: 'https://law.justia.com/codes/tennessee/title-65/chapter-4/part-4/section-65-4-402/',
            pinpoint: '65-4-402',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'Acts 1999, ch. 478. The day in the year is not established: its first is used.',
    }),
  ],
};
