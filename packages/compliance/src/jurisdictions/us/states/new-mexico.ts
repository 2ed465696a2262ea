/** New Mexico: calling hours of sales calls. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of New Mexico. */
export const newMexico: StateLaw = {
  code: 'NM',
  rules: [
    stateHours({
      id: 'us.nm.hours',
      jurisdiction: 'US-NM',
      title: 'New Mexico calling hours',
      citation: 'NMSA 57-12-22(B)(5)',
      business: 'inside',
      values: [
        {
          from: '1989-01-01',
          value: everyDay('09:00-21:00'),
          source: {
            title: 'New Mexico Statutes',
            href: 'https://law.justia.com/codes/new-mexico/chapter-57/article-12/section-57-12-22/',
            pinpoint: '57-12-22(B)(5)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'Laws 1989, ch. 309, amended later. The year is from memory; its first day is used.',
    }),
  ],
};
