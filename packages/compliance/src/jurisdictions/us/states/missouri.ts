/** Missouri: calling hours of sales calls. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of Missouri. */
export const missouri: StateLaw = {
  code: 'MO',
  registry: 'Missouri No-Call List',
  rules: [
    stateHours({
      id: 'us.mo',
      jurisdiction: 'US-MO',
      title: 'Missouri calling hours',
      citation: 'RSMo 407.1076(5)',
      values: [
        {
          from: '2000-01-01',
          value: everyDay('08:00-21:00'),
          source: {
            title: 'Revised Statutes of Missouri',
            href: 'https://revisor.mo.gov/main/OneSection.aspx?section=407.1076',
            pinpoint: '407.1076(5)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'L. 2000, S.B. 763. The year is from memory; its first day is used.',
    }),
  ],
};
