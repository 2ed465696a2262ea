/** Spain. */
import { hasConsent, lacksConsentWithin } from '../../engine/consent.js';
import { covers, type Pack } from '../../engine/pack.js';
import type { Source } from '../../engine/parameter.js';
import { rule, type Rule } from '../../engine/rule.js';
import { weekly } from '../../engine/schedule.js';
import { isSalesCampaign } from '../../review/campaign-kind.js';
import { callingWindow } from '../../rules/calling-window.js';
import { consentNeeded, reviewLiveSales } from '../../rules/consent-needed.js';
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
  href: 'https://www.boe.es/',
  pinpoint: 'of 26 December 2025',
};

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
    remarks: 'Legitimate interest is narrow (AEPD circular 1/2023) and not modelled.',
    review: (question) => reviewLiveSales(question, 'Spain', 'everyone'),
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
    remarks:
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
