/** Austria: the telecommunications act. */
import { covers, type Pack } from '../../engine/pack.js';
import type { Rule } from '../../engine/rule.js';
import { consentNeeded, reviewLiveSales, reviewRecordedMarketing } from '../../rules/consent-needed.js';
import { objectionRule } from '../objection.js';

const rules: readonly Rule[] = [
  consentNeeded({
    id: 'at.consent',
    jurisdiction: 'AT',
    title: 'Advertising calls to anyone only with prior consent',
    citation: 'TKG 2021 § 174',
    scope: 'lead',
    parameter: {
      unit: 'consent',
      values: [
        {
          from: '2003-08-20',
          until: '2021-11-01',
          value: 'express' as const,
          source: {
            title: 'Telekommunikationsgesetz 2003 (a copy of the section)',
            href: 'http://www.wcm.at/forum/showpost.php?p=1511890&postcount=2',
            pinpoint: '§ 107 (1)',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
        {
          from: '2021-11-01',
          value: 'express' as const,
          source: {
            title: 'Federal Ministry of Finance, unsolicited messages and calls',
            href:
              'https://bmf.gv.at/en/topics/Telecom-and-Postal-Services/Telecommunications-Law-and-Policy/' +
              'Unsolicited-messages.html',
            pinpoint: 'TKG 2021 § 174',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
    },
    what: 'An advertising call in Austria',
    needs: ['lead.consent'],
    remarks:
      'Consumers and businesses alike, by a person or a recording; no exception for customers. The ' +
      'number may not ' +
      'be suppressed or falsified: review. No statutory hours and no limit on abandoned calls were found.',
    review: (question) => [
      ...reviewLiveSales(question, 'Austria', 'everyone, businesses included,'),
      ...reviewRecordedMarketing(question, 'Austria'),
    ],
  }),
  objectionRule('at.internal', 'AT', ['telemarketing']),
];

/** Rules of Austria. */
export const austria: Pack = {
  country: 'AT',
  name: 'Austria',
  timeZone: 'Europe/Vienna',
  rules,
  unmodelled: covers('AT', { telemarketing: 'any' }),
};
