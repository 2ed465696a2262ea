/** Poland: the electronic communications law. */
import { covers, type Pack } from '../../engine/pack.js';
import type { Rule } from '../../engine/rule.js';
import { consentNeeded, reviewLiveSales, reviewRecordedMarketing } from '../../rules/consent-needed.js';
import { objectionRule } from '../objection.js';

const rules: readonly Rule[] = [
  consentNeeded({
    id: 'pl.consent',
    jurisdiction: 'PL',
    title: 'Marketing calls to anyone only with prior consent',
    citation: 'Prawo komunikacji elektronicznej art. 398',
    scope: 'lead',
    parameter: {
      unit: 'consent',
      values: [
        {
          from: '2014-12-25',
          until: '2024-11-10',
          value: 'express' as const,
          source: {
            title: 'Prawo telekomunikacyjne (read about)',
            href: 'http://kancelariadbg.pl/zgoda-przedsiebiorcy-w-celu-przedstawienia-oferty-handlowej/',
            pinpoint: 'art. 172',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
        {
          from: '2024-11-10',
          value: 'express' as const,
          source: {
            title: 'Prawo komunikacji elektronicznej (read about)',
            href:
              '' +
              'https://radcaprawny.kirp.pl/archiwum/praktyka/' +
              'zakaz-cold-callingu-w-prawie-komunikacji-elektronicznej',
            pinpoint: 'art. 398 (1)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
    },
    what: 'A marketing call in Poland',
    needs: ['lead.consent'],
    remarks:
      'Calls by a person and automated ones, to consumers and businesses alike; no exception for ' +
      'customers. No ' +
      'register, no statutory hours and no limit on abandoned calls were found.',
    review: (question) => [
      ...reviewLiveSales(question, 'Poland', 'everyone, businesses included,'),
      ...reviewRecordedMarketing(question, 'Poland'),
    ],
  }),
  objectionRule('pl.internal', 'PL', ['telemarketing']),
];

/** Rules of Poland. */
export const poland: Pack = {
  country: 'PL',
  name: 'Poland',
  timeZone: 'Europe/Warsaw',
  rules,
  unmodelled: covers('PL', { telemarketing: 'any' }),
};
