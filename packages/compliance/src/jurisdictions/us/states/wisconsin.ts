/** Wisconsin: calling hours of sales calls. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import { EIGHT_TO_TWENTY_ONE, creditorHours } from '../state-rules/creditor-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { UNDATED } from '../state-rules/undated.js';

/** The calling law of Wisconsin. */
export const wisconsin: StateLaw = {
  code: 'WI',
  creditors: 'bound',
  rules: [
    stateHours({
      id: 'us.wi',
      jurisdiction: 'US-WI',
      title: 'Wisconsin calling hours',
      citation: 'Wis. Admin. Code ATCP 127.16(3)',
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
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
    creditorHours({
      id: 'us.wi.debt_hours',
      jurisdiction: 'US-WI',
      title: 'Wisconsin: collection calls from 8 to 21, by creditors, too',
      citation: 'Wis. Stat. 427.104(1)(g)',
      values: [
        {
          from: '1973-03-01',
          value: EIGHT_TO_TWENTY_ONE,
          source: {
            title: 'Wisconsin Statutes',
            href: 'https://docs.legis.wisconsin.gov/statutes/statutes/427/104',
            pinpoint: '427.104(1)(g)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Binds every collector of a debt of a consumer. The paragraph bars unusual hours that can be ' +
        'expected to threaten or harass. The text names no hours of the clock: 8 to 21 is the strict ' +
        'reading of it.',
    }),
  ],
};
