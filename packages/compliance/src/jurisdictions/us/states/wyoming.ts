/** Wyoming: calling hours of sales calls. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of Wyoming. */
export const wyoming: StateLaw = {
  code: 'WY',
  registry: 'Wyoming No-Call List',
  rules: [
    stateHours({
      id: 'us.wy.hours',
      jurisdiction: 'US-WY',
      title: 'Wyoming calling hours',
      citation: 'Wyo. Stat. 40-12-302(d)',
      values: [
        {
          from: null,
          value: everyDay('08:00-20:00'),
          source: {
            title: 'Wyoming Statutes',
            href: 'https://law.justia.com/codes/wyoming/title-40/chapter-12/article-3/section-40-12-302/',
            pinpoint: '40-12-302(d)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    }),
  ],
};
