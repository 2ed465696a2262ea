/** Montana: calling hours of sales calls. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
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
          from: null,
          undated: UNDATED.notFound,
          value: everyDay('08:00-21:00'),
          source: {
            title: 'Montana Code',
            href:
              'https://archive.legmt.gov/bills/mca/title_0300/chapter_0140/part_0140' +
              '/section_0120/0300-0140-0140-0120.html',
            pinpoint: '30-14-1412',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    }),
  ],
};
