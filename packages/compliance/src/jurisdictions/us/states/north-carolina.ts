/** North Carolina: calling hours of sales calls. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of North Carolina. */
export const northCarolina: StateLaw = {
  code: 'NC',
  recordedPoliticalCalls: 'not-modelled',
  rules: [
    stateHours({
      id: 'us.nc',
      jurisdiction: 'US-NC',
      title: 'North Carolina calling hours',
      citation: 'N.C.G.S. 75-102(f)',
      business: 'inside',
      values: [
        {
          from: null,
          value: everyDay('08:00-21:00'),
          source: {
            title: 'North Carolina General Statutes',
            href:
              'https://www.ncleg.gov/EnactedLegislation/Statutes/HTML/BySection/Chapter_75' +
              '/GS_75-102.html',
            pinpoint: '75-102(f)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
      remarks:
        'The subsection names neither residences nor a zone: ' +
        'businesses are inside, and the clock is that of the called person.',
    }),
  ],
};
