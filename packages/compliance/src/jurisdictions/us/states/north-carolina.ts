/** North Carolina: calling hours of sales calls. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import { EIGHT_TO_TWENTY_ONE, creditorHours } from '../state-rules/creditor-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';

/** The calling law of North Carolina. */
export const northCarolina: StateLaw = {
  code: 'NC',
  creditors: 'bound',
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
    creditorHours({
      id: 'us.nc.debt_hours',
      jurisdiction: 'US-NC',
      title: 'North Carolina: collection calls from 8 to 21, by creditors, too',
      citation: 'N.C.G.S. 75-51, 75-52',
      values: [
        {
          from: null,
          value: EIGHT_TO_TWENTY_ONE,
          source: {
            title: 'General Statutes of North Carolina',
            href: 'https://www.ncleg.gov/EnactedLegislation/Statutes/HTML/BySection/Chapter_75/GS_75-52.html',
            pinpoint: '75-52; hours as the Attorney General states them',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
    }),
  ],
};
