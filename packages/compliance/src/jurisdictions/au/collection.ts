/** Collection calls in Australia: the guideline of the ACCC and ASIC (RG 96). */
import type { Purpose } from '../../contract.js';
import { isDebtContact } from '../../engine/history.js';
import type { Source } from '../../engine/parameter.js';
import type { Rule } from '../../engine/rule.js';
import { weekly } from '../../engine/schedule.js';
import { callingWindow } from '../../rules/calling-window.js';
import { frequencyCap } from '../../rules/frequency-cap.js';
import { australianHolidays } from './holidays.js';

const CITATION = 'ACCC and ASIC, Debt collection guideline (RG 96)';
const DEBT: readonly Purpose[] = ['debt-collection'];
const guideline = (section: string): Source => ({
  title: 'ACCC and ASIC, Debt collection guideline: for collectors and creditors',
  href:
    'https://www.accc.gov.au/publications/debt-collection-guideline-for-collectors-creditors/' +
    'debt-collection-guideline-for-collectors-and-creditors/part-2-practical-guidance/' +
    section,
  pinpoint: 'part 2, ' + section.replaceAll('-', ' '),
});
const HOURS = guideline('4-hours-of-contact');
const FREQUENCY = guideline('5-frequency-of-contact');

const cap = (id: string, title: string, max: number, days: number): Rule =>
  frequencyCap({
    id,
    jurisdiction: 'AU',
    title,
    citation: CITATION,
    purposes: DEBT,
    parameter: {
      unit: 'contacts about the account',
      values: [
        {
          from: '2014-07-01',
          value: { max, period: { days } },
          source: FREQUENCY,
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
    },
    counts: isDebtContact,
    counted: 'contacts about the account',
    remarks:
      'A recommendation of the regulators to creditors and collectors, kept as a limit. Contacts made ' +
      'count, ' +
      'attempts do not; a message left counts here. A month is counted as 30 days.',
  });

/** The guideline's hours and caps. */
export const collectionRules: readonly Rule[] = [
  callingWindow({
    id: 'au.rg96.hours',
    jurisdiction: 'AU',
    title: 'Collection calls: weekdays 7:30 to 21, weekends 9 to 21, not on national public holidays',
    citation: CITATION,
    purposes: DEBT,
    parameter: {
      unit: 'local time of the debtor',
      values: [
        {
          from: '2005-10-01',
          value: {
            ...weekly({ weekdays: '07:30-21:00', saturday: '09:00-21:00', sunday: '09:00-21:00' }),
            holidays: australianHolidays,
          },
          source: HOURS,
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
    },
    remarks:
      'A recommendation of the regulators to creditors and collectors, kept as law. Other times that the ' +
      'debtor ' +
      'asks for are not modelled.',
  }),
  cap('au.rg96.week', 'Contacts about an account: three a week', 3, 7),
  cap('au.rg96.month', 'Contacts about an account: ten a month', 10, 30),
];
