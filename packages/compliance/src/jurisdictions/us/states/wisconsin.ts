/** Wisconsin: calling hours of sales calls. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of Wisconsin. */
export const wisconsin: StateLaw = {
  code: 'WI',
  rules: [
    stateHours({
      id: 'us.wi',
      jurisdiction: 'US-WI',
      title: 'Wisconsin calling hours',
      citation: 'Wis. Admin. Code ATCP 127.16(3)',
      values: [
        {
          from: null,
          value: everyDay('08:00-21:00'),
          source: {
            title: 'Wisconsin Administrative Code',
            href: 'https://docs.legis.wisconsin.gov/document/administrativecode/ATCP%20127.16(3)',
            pinpoint: 'ATCP 127.16(3)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    }),
  ],
};
