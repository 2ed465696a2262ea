/** Spain. */
import { hasConsent, hasRelationship, lacksConsentWithin } from '../../engine/consent.js';
import type { Context } from '../../engine/context.js';
import { covers, type Pack } from '../../engine/pack.js';
import type { Source } from '../../engine/parameter.js';
import { rule, type Rule } from '../../engine/rule.js';
import { weekly } from '../../engine/schedule.js';
import { isSalesCampaign } from '../../review/campaign-kind.js';
import { callingWindow } from '../../rules/calling-window.js';
import { consentNeeded, reviewLiveSales } from '../../rules/consent-needed.js';
import { about, askSubject } from '../about.js';
import { communitiesOf, spanishHolidays } from './communities.js';
import { objectionRule } from '../objection.js';

const consumerAct: Source = {
  title: 'RDL 1/2007',
  href: 'https://www.boe.es/buscar/act.php?id=BOE-A-2007-20555#a96',
  pinpoint: 'art. 96.2',
};
const telecomAct: Source = {
  title: 'Ley 11/2022',
  href: 'https://www.boe.es/buscar/act.php?id=BOE-A-2022-10757#a6-8',
  pinpoint: 'art. 66.1.b',
};
const customerAct: Source = {
  title: 'Ley 10/2025',
  href: 'https://www.boe.es/eli/es/l/2025/12/26/10',
  pinpoint: 'of 26 December 2025, in force 2025-12-28; adaptation until 2026-12-28',
};
// Electricity: luz, electricidad, energía eléctrica.
const ELECTRICITY = /el[eé]ctri|energ|electric|(^|[^a-z])(luz|power)([^a-z]|$)/i;

/**
 * A customer: a contract in force, or a purchase with a dealing (purchase or inquiry) in the last year, not
 * ended by a request to stop.
 */
function isCustomer(context: Context, at: number): boolean {
  const { existingContract, relationship } = context.lead;
  if (existingContract === true) return true;
  const boughtAt = relationship?.lastTransactionAt;
  if (boughtAt === undefined || boughtAt > at) return false;
  return hasRelationship(context, at, { transactionMonths: 12, inquiryMonths: 12 });
}

const rules: readonly Rule[] = [
  callingWindow({
    id: 'es.hours',
    jurisdiction: 'ES',
    title: 'Commercial calls 9 to 21, never on weekends or holidays',
    citation: 'RDL 1/2007 art. 96.2',
    parameter: {
      unit: 'local time',
      values: [
        {
          from: null,
          undated: 'The provision is an amendment of an older section; its own date was not found.',
          value: {
            ...weekly({ weekdays: '09:00-21:00', saturday: '', sunday: '' }),
            holidays: spanishHolidays([]),
          },
          source: consumerAct,
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    lifted: (context) => context.lead.isBusiness === true,
    vary: (schedule, context) => ({ ...schedule, holidays: spanishHolidays(communitiesOf(context)) }),
    remarks:
      'National holidays and those of the autonomous community, which is read from the region, ' +
      'the postal code and a landline number; a holiday on a Sunday closes the Monday too, ' +
      'as each community may choose. Where nothing tells the community: ' +
      'the national ones and Maundy Thursday. Days picked for a single year, ' +
      'Eid in Ceuta and Melilla and the two days of each town are not listed: ' +
      'give them as closedDates of a client policy.',
    review: ({ campaign }) =>
      isSalesCampaign(campaign)
        ? [
            {
              topic: 'preparation',
              severity: 'notice',
              message: 'Holidays of towns and days a community picks for one year are not modelled.',
              remedy: 'Close them by a client policy (closedDates).',
            },
          ]
        : [],
  }),
  consentNeeded({
    id: 'es.consent',
    jurisdiction: 'ES',
    title: 'No unsolicited commercial calls without prior consent',
    citation: 'Ley 11/2022 art. 66.1.b',
    scope: 'lead',
    parameter: {
      unit: 'consent',
      values: [
        {
          from: '2023-06-29',
          value: 'express' as const,
          source: telecomAct,
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    what: 'A commercial call in Spain',
    needs: ['lead.consent'],
    exempt: (context, at) => !context.recorded && isCustomer(context, at),
    remarks:
      'Existing customers may be called by a person about own similar products (legitimate interest, AEPD ' +
      'circular 1/2023), until they object: by a contract in force (lead.existingContract), or by a ' +
      'purchase where the last purchase or inquiry is at most a year old (lead.relationship). Other ' +
      'legitimate interests are not modelled.',
    review: (question) => reviewLiveSales(question, 'Spain', 'everyone but existing customers'),
  }),
  consentNeeded({
    id: 'es.electricity',
    jurisdiction: 'ES',
    title: 'Calls that sell electricity only on express request',
    citation: 'Real Decreto 88/2026',
    scope: 'lead',
    parameter: {
      unit: 'consent',
      values: [
        {
          from: '2026-02-12',
          value: 'express' as const,
          source: {
            title: 'Real Decreto 88/2026, de 11 de febrero (read about)',
            href: 'https://www.boe.es/eli/es/rd/2026/02/11/88',
            pinpoint: 'commercial calls; in force 2026-02-12',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
    },
    what: 'A call in Spain that sells electricity',
    exempt: (context) => !ELECTRICITY.test(about(context)),
    remarks:
      'A request of the person is loaded as consent. Customers are not excepted. ' +
      'Suppliers had four months to adapt to many provisions; the ban is applied from the first day.',
    review: (question) => askSubject(question, 'Spain', 'electricity need an express request'),
  }),
  rule<number>({
    id: 'es.prefix',
    jurisdiction: 'ES',
    title: 'Assigned commercial codes; consent renewed every two years',
    citation: 'Ley 10/2025',
    parameter: {
      unit: 'months a consent lasts',
      values: [
        {
          from: '2025-12-28',
          value: 24,
          source: customerAct,
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    check: (context, at, months) =>
      hasConsent(context, at, 'express') && lacksConsentWithin(context, at, months)
        ? { until: null, because: `The consent is older than ${months} months and must be renewed.` }
        : undefined,
    watch: { on: '2026-12-28', what: 'the time to adapt to Ley 10/2025 ends' },
    remarks:
      'Firms may adapt until 2026-12-28; the renewal is applied from the first day. ' +
      'The caller number must be an assigned commercial code, others are blocked by operators: ' +
      'checked in the campaign review.',
    review: () => [
      {
        topic: 'caller-number',
        severity: 'notice',
        message: 'Commercial calls in Spain must show an assigned code.',
        remedy: 'Obtain one; operators block the rest.',
      },
    ],
  }),
  objectionRule('es.internal', 'ES', ['telemarketing']),
];

/** Rules of Spain. */
export const spain: Pack = {
  country: 'ES',
  name: 'Spain',
  timeZone: 'Europe/Madrid',
  rules,
  unmodelled: covers('ES', { telemarketing: 'any' }),
};
