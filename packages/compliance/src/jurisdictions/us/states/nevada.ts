/** Nevada: calling hours of sales calls. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { UNDATED } from '../state-rules/undated.js';

/** The calling law of Nevada. */
export const nevada: StateLaw = {
  code: 'NV',
  recordingConsent: 'all-party',
  rules: [
    stateHours({
      id: 'us.nv.hours',
      jurisdiction: 'US-NV',
      title: 'Nevada calling hours',
      citation: 'NRS 598.0918(3)',
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: everyDay('09:00-20:00'),
          source: {
            title: 'Nevada Revised Statutes',
            href: 'https://www.leg.state.nv.us/NRS/NRS-598.html#NRS598Sec0918',
            pinpoint: '598.0918(3)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'Uncertain: a deceptive-trade rule for consumers.',
    }),
  ],
};
