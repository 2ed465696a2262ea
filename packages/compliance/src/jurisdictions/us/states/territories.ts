/**
 * Puerto Rico, the US Virgin Islands, Guam, the Northern Mariana Islands and American Samoa: federal calling
 * hours. The territories do not change their clocks.
 */
import { everyDay } from '../../../engine/schedule.js';
import { US_TERRITORIES } from '../../../place/data/us-territories.js';
import { tcpa } from '../sources.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of the five territories. */
export const territories: readonly StateLaw[] = US_TERRITORIES.map((code) => ({
  code,
  rules: [
    stateHours({
      id: 'us.terr',
      jurisdiction: `US-${code}`,
      title: 'Territories: federal calling hours',
      citation: '47 CFR 64.1200',
      values: [
        {
          from: '1992-12-20',
          value: everyDay('08:00-21:00'),
          source: tcpa('(c)(1)'),
          verification: 'memory',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'No clock changes in the territories. The day of the federal rules of 1992, as a memo of ' +
        '1992-09-29 names it.',
    }),
  ],
}));
