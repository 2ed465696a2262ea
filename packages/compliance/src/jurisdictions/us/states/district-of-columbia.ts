/** District of Columbia: calling hours of sales calls, and a cap on collection calls. */
import { everyDay } from '../../../engine/schedule.js';
import { debtCallCap } from '../state-rules/debt-call-cap.js';
import { stateHours } from '../state-rules/state-hours.js';
import { EIGHT_TO_TWENTY_ONE, creditorHours } from '../state-rules/creditor-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { UNDATED } from '../state-rules/undated.js';

/** The calling law of the District of Columbia. */
export const districtOfColumbia: StateLaw = {
  code: 'DC',
  creditors: 'bound',
  registration: 'asked',
  rules: [
    stateHours({
      id: 'us.dc',
      jurisdiction: 'US-DC',
      title: 'District of Columbia calling hours',
      citation: 'D.C. Code 22-3226.08(3)',
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: everyDay('08:00-21:00'),
          source: {
            title: 'Code of the District of Columbia',
            href: 'https://code.dccouncil.gov/us/dc/council/code/sections/22-3226.08',
            pinpoint: '22-3226.08(3)',
          },
          verification: 'primary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks: 'Sellers register and give a bond.',
    }),
    debtCallCap({
      id: 'us.dc.debt_3in7',
      jurisdiction: 'US-DC',
      title: 'District of Columbia: three calls per account in seven days',
      citation: 'D.C. Code 28-3814',
      unit: 'calls per account',
      values: [
        {
          from: '2022-01-01',
          value: { cap: { max: 3, period: { hours: 7 * 24 } } },
          source: {
            title: 'Code of the District of Columbia',
            href: 'https://code.dccouncil.gov/us/dc/council/code/sections/28-3814',
            pinpoint: '28-3814',
          },
          verification: 'memory',
          verifiedOn: '2026-11-22',
        },
      ],
      counted: 'calls about this account',
      remarks:
        'Creditors and collectors. Seven days are counted as seven times 24 hours, ' +
        'never shorter than calendar days. Summaries of the emergency acts say three calls, ' +
        'one of a later act says four: three is the stricter.',
    }),
    creditorHours({
      id: 'us.dc.debt_hours',
      jurisdiction: 'US-DC',
      title: 'District of Columbia: collection calls from 8 to 21, by creditors, too',
      citation: 'D.C. Code 28-3814',
      values: [
        {
          from: '1971-01-01',
          value: EIGHT_TO_TWENTY_ONE,
          source: {
            title: 'Code of the District of Columbia',
            href: 'https://code.dccouncil.gov/us/dc/council/code/sections/28-3814',
            pinpoint: '28-3814',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Binds those who regularly collect debts owed to themselves, too, as a page of the Attorney ' +
        'General says: not before 8 and not after 21 unless agreed. The section is of 1971 ' +
        '(Pub. L. 92-200), the hours younger. The year is from memory; its first day is used.',
    }),
  ],
};
