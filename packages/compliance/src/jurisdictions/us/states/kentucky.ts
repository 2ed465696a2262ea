/** Kentucky: calling hours of sales calls. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of Kentucky. */
export const kentucky: StateLaw = {
  code: 'KY',
  rules: [
    stateHours({
      id: 'us.ky.hours',
      jurisdiction: 'US-KY',
      title: 'Kentucky calling hours',
      citation: 'KRS 367.46955(16), 367.46951(2)',
      values: [
        {
          from: null,
          value: everyDay('10:00-21:00'),
          source: {
            title: 'Kentucky Revised Statutes',
            href: 'https://law.justia.com/codes/kentucky/chapter-367/section-367-46955/',
            pinpoint: '367.46955(16), 367.46951(2)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'Merchant-to-merchant calls are outside.',
    }),
  ],
};
