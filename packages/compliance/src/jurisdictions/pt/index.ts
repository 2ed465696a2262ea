/** Portugal: hours of call centres, and consent to direct marketing. */
import { covers, type Pack } from '../../engine/pack.js';
import type { Rule } from '../../engine/rule.js';
import { everyDay } from '../../engine/schedule.js';
import { callingWindow } from '../../rules/calling-window.js';
import { consentNeeded, reviewLiveSales, reviewRecordedMarketing } from '../../rules/consent-needed.js';
import { objectionRule } from '../objection.js';
import { registerRule } from '../register.js';

const PRIVACY_ACT = {
  title: 'Lei 41/2004, as amended by Lei 46/2012',
  href: 'https://debates.parlamento.pt/catalogo/r3/dar/s2a/12/01/217/2012-07-31/13',
} as const;

const rules: readonly Rule[] = [
  callingWindow({
    id: 'pt.hours',
    jurisdiction: 'PT',
    title: 'Calls of call centres to consumers 9 to 22',
    citation: 'Decreto-Lei 134/2009',
    parameter: {
      unit: 'local time of the consumer',
      values: [
        {
          from: '2009-11-29',
          value: everyDay('09:00-22:00'),
          source: {
            title: 'Decreto-Lei 134/2009, de 2 de Junho (summary of the regulator)',
            href:
              '' +
              'https://www.distribuicaohoje.com/customer-experience/' +
              'novo-regime-juridico-dos-contact-center-entra-em-vigor-em-novembro/',
            pinpoint: 'calls by professionals; in force 180 days after publication',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
    },
    lifted: (context) => context.lead.isBusiness === true,
    remarks: 'Every day alike: no days without calls were found.',
  }),
  consentNeeded({
    id: 'pt.consent',
    jurisdiction: 'PT',
    title: 'Direct marketing to natural persons only with prior express consent',
    citation: 'Lei 41/2004 art. 13-A',
    scope: 'lead',
    parameter: {
      unit: 'consent',
      values: [
        {
          from: '2012-08-30',
          value: 'express' as const,
          source: { ...PRIVACY_ACT, pinpoint: 'art. 13-A (1)-(3)' },
          verification: 'secondary',
          verifiedOn: '2026-11-25',
        },
      ],
    },
    what: 'A marketing call in Portugal',
    needs: ['lead.consent'],
    exempt: ({ lead, recorded }) =>
      (lead.isBusiness === true && !recorded) || (lead.existingContract === true && !recorded),
    scopeOf: ({ lead }) => (lead.isBusiness === true || lead.existingContract === true ? 'call' : 'lead'),
    remarks:
      'The article names automated calls first; whether calls by a person are inside is disputed, and ' +
      'they are ' +
      'kept inside. Customers may be told of similar products (lead.existingContract), by a person. ' +
      'Recorded ' +
      'calls to businesses are kept under consent, which is stricter than the text.',
    review: (question) => [
      ...reviewLiveSales(question, 'Portugal', 'natural persons'),
      ...reviewRecordedMarketing(question, 'Portugal'),
    ],
  }),
  registerRule({
    id: 'pt.list',
    jurisdiction: 'PT',
    title: 'Numbers on the lists of people and companies who refuse marketing are not called',
    citation: 'Lei 41/2004 art. 13-B',
    values: [
      {
        from: '2012-08-30',
        value: 'listed numbers are not called',
        source: { ...PRIVACY_ACT, pinpoint: 'art. 13-A (2), 13-B' },
        verification: 'secondary',
        verifiedOn: '2026-11-25',
      },
    ],
    because: 'The number is on the list of those who refuse marketing.',
    remarks:
      'The national list of companies, and any list of persons that the caller keeps under the ' + 'article.',
  }),
  objectionRule('pt.internal', 'PT', ['telemarketing']),
];

/** Rules of Portugal. No limit on abandoned calls was found. */
export const portugal: Pack = {
  country: 'PT',
  name: 'Portugal',
  timeZone: 'Europe/Lisbon',
  rules,
  unmodelled: covers('PT', { telemarketing: 'any' }),
};
