/** Wisconsin: calling hours of sales calls, consent to recorded ones, and hours of collection. */
import { everyDay } from '../../../engine/schedule.js';
import { stateHours } from '../state-rules/state-hours.js';
import { EIGHT_TO_TWENTY_ONE, creditorHours } from '../state-rules/creditor-hours.js';
import { recordedConsent } from '../state-rules/recorded-consent.js';
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
          from: '1999-08-01',
          value: everyDay('08:00-21:00'),
          source: {
            title: 'Wisconsin Administrative Code',
            href: 'https://docs.legis.wisconsin.gov/document/administrativecode/ATCP%20127.16(3)',
            pinpoint: 'ATCP 127.16(3); Register, July 1999, No. 523, effective 1999-08-01',
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
    recordedConsent({
      id: 'us.wi.recorded_consent',
      jurisdiction: 'US-WI',
      title: 'Wisconsin: recorded sales calls need consent',
      citation: 'Wis. Stat. 100.52(4)(a)1',
      purposes: ['telemarketing'],
      outside: ({ campaign }) => campaign.taxExempt === true,
      values: [
        {
          from: null,
          undated: UNDATED.recodified,
          value: [],
          source: {
            title: 'Wisconsin Statutes, and the department that enforces them',
            href:
              'https://datcp.wi.gov/Pages/Programs_Services' +
              '/WIPrivacyLawsUnsolicitedCommercialCommunications.aspx',
            pinpoint: '100.52(4)(a)1, (6)',
          },
          verification: 'primary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'Any recipient, businesses included. What is said of requests and current clients lifts other ' +
        'paragraphs, not this one. Nonprofit organisations are no telephone solicitors. Section ' +
        '134.72 said it before.',
    }),
  ],
};
