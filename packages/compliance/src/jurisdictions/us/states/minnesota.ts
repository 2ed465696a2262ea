/** Minnesota: calling hours of sales calls. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of Minnesota. */
export const minnesota: StateLaw = {
  code: 'MN',
  recordedPoliticalCalls: 'not-modelled',
  rules: [
    stateHours({
      id: 'us.mn.hours',
      jurisdiction: 'US-MN',
      title: 'Minnesota calling hours',
      citation: 'Minn. Stat. 325E.30',
      values: [
        {
          from: null,
          value: everyDay('09:00-21:00'),
          source: {
            title: 'Minnesota Statutes',
            href: 'https://www.revisor.mn.gov/statutes/cite/325E.30',
            pinpoint: '325E.30',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    }),
  ],
};
