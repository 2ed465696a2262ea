/** Texas: calling hours, with later opening on Sundays. */
import { weekly } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of Texas. */
export const texas: StateLaw = {
  code: 'TX',
  registry: 'Texas No-Call List',
  registration: 'asked',
  rules: [
    stateHours({
      id: 'us.tx.hours',
      jurisdiction: 'US-TX',
      title: 'Texas calling hours',
      citation: 'Tex. Bus. & Com. Code 301.051(b)(2)',
      values: [
        {
          from: null,
          value: weekly({ weekdays: '09:00-21:00', saturday: '09:00-21:00', sunday: '*' }),
          source: {
            title: 'Texas Business and Commerce Code',
            href: 'https://statutes.capitol.texas.gov/Docs/BC/htm/BC.301.htm#301.051',
            pinpoint: '301.051(b)(2)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks: 'Covers residential numbers. SB 140 (from 2025-09-01) extends the chapter to texts.',
    }),
    stateHours({
      id: 'us.tx.sunday',
      jurisdiction: 'US-TX',
      title: 'Texas: Sundays from noon to 21',
      citation: 'Tex. Bus. & Com. Code 301.051(b)(2)',
      values: [
        {
          from: null,
          value: weekly({ weekdays: '*', saturday: '*', sunday: '12:00-21:00' }),
          source: {
            title: 'Texas Business and Commerce Code',
            href: 'https://statutes.capitol.texas.gov/Docs/BC/htm/BC.301.htm#301.051',
            pinpoint: '301.051(b)(2)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    }),
  ],
};
