/** Germany. */
import { covers, type Pack } from '../../engine/pack.js';
import type { Source } from '../../engine/parameter.js';
import type { Rule } from '../../engine/rule.js';
import { consentNeeded, reviewLiveSales, reviewRecordedMarketing } from '../../rules/consent-needed.js';
import { objectionRule } from '../objection.js';

const UWG: Source = {
  title: 'Gesetz gegen den unlauteren Wettbewerb',
  href: 'https://www.gesetze-im-internet.de/uwg_2004/__7.html',
  pinpoint: '§§ 7, 7a',
};

const rules: readonly Rule[] = [
  consentNeeded({
    id: 'de.uwg7',
    jurisdiction: 'DE',
    title: 'Sales calls to consumers only with prior express consent',
    citation: 'UWG §§ 7, 7a',
    scope: 'lead',
    parameter: {
      unit: 'consent',
      values: [
        {
          from: '2021-10-01',
          value: 'express' as const,
          source: UWG,
          verification: 'memory',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    what: 'A sales call in Germany',
    exempt: (context) => context.lead.isBusiness === true && !context.recorded,
    scopeOf: (context) => (context.lead.isBusiness === true ? 'call' : 'lead'),
    needs: ['lead.consent'],
    remarks:
      'Documented and kept five years. Businesses: presumed consent to live calls; ' +
      'automated calls always need consent. No statutory hours; ' +
      'no suppression of the caller number (§ 15 TDDDG).',
    duties: () => [{ kind: 'records', years: 5, what: 'consent, from its grant and each use' }],
    review: (question) => [
      ...reviewLiveSales(question, 'Germany', 'consumers'),
      ...reviewRecordedMarketing(question, 'Germany'),
    ],
  }),
  objectionRule('de.internal', 'DE', ['telemarketing']),
];

/** Rules of Germany. */
export const germany: Pack = {
  country: 'DE',
  name: 'Germany',
  timeZone: 'Europe/Berlin',
  rules,
  unmodelled: covers('DE', { telemarketing: 'any' }),
};
