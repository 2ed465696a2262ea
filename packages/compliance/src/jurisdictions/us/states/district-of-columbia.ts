/** District of Columbia: hours of sales calls, a ban on recorded ones, and a cap on collection calls. */
import { hasRelationship } from '../../../engine/consent.js';
import type { Context } from '../../../engine/context.js';
import { everyDay } from '../../../engine/schedule.js';
import { debtCallCap } from '../state-rules/debt-call-cap.js';
import { isAboutAnOrder, recordedSalesBan } from '../state-rules/recorded-sales-ban.js';
import { stateHours } from '../state-rules/state-hours.js';
import { EIGHT_TO_TWENTY_ONE, creditorHours } from '../state-rules/creditor-hours.js';
import type { StateLaw } from '../state-rules/state-law.js';
import { EVER_MONTHS } from '../terms.js';
import { UNDATED } from '../state-rules/undated.js';

/** A customer, called about what they ordered or bought. */
function isCustomerAboutAnOrder(context: Context, at: number): boolean {
  const isCustomer =
    context.lead.existingContract === true ||
    hasRelationship(context, at, { transactionMonths: EVER_MONTHS, inquiryMonths: null });
  return isCustomer && isAboutAnOrder(context);
}

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
          from: '2001-06-08',
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
      remarks:
        'Sellers register and give a bond. The date is that of the sections around it (D.C. Law 13-301).',
    }),
    recordedSalesBan({
      id: 'us.dc.adad_sales',
      jurisdiction: 'US-DC',
      title: 'District of Columbia: no recorded sales calls but to customers about an order',
      citation: 'D.C. Code 34-1701(b)',
      lifted: isCustomerAboutAnOrder,
      values: [
        {
          from: null,
          undated: UNDATED.notFound,
          value: 'no sales by a prerecorded message, businesses included',
          source: {
            title: 'Code of the District of Columbia',
            href: 'https://code.dccouncil.gov/us/dc/council/code/sections/34-1701',
            pinpoint: '34-1701(b)(1)-(2)',
          },
          verification: 'primary',
          verifiedOn: '2026-11-26',
        },
      ],
      remarks:
        'The text names no consent. Outside is a customer who is called about goods that were ordered or ' +
        'bought. Surveys whose answers are used to sell are inside: give such a campaign the purpose ' +
        'telemarketing.',
    }),
    debtCallCap({
      id: 'us.dc.debt_3in7',
      jurisdiction: 'US-DC',
      title: 'District of Columbia: three calls per account in seven days',
      citation: 'D.C. Code 28-3814',
      unit: 'calls per account',
      values: [
        {
          from: '2021-09-23',
          value: { cap: { max: 3, period: { hours: 7 * 24 } } },
          source: {
            title: 'Code of the District of Columbia',
            href: 'https://code.dccouncil.gov/us/dc/council/code/sections/28-3814',
            pinpoint: '28-3814, by the long titles of the acts that amend it',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-27',
        },
      ],
      counted: 'calls about this account',
      remarks:
        'Creditors and collectors. Seven days are counted as seven times 24 hours, ' +
        'never shorter than calendar days. The long titles of the emergency acts (from 2021-09-23) say ' +
        'three calls to a consumer, that of the permanent act (applicable from 2023-01-01) says four per ' +
        'account. No text of the section in force was found: three is the stricter.',
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
