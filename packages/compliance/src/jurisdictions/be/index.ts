/** Belgium: Code de droit économique, and the list "Ne m'appelez plus!". */
import type { Purpose } from '../../contract.js';
import { covers, type Pack } from '../../engine/pack.js';
import type { Source } from '../../engine/parameter.js';
import type { Rule } from '../../engine/rule.js';
import { consentNeeded, reviewRecordedMarketing } from '../../rules/consent-needed.js';
import { objectionRule } from '../objection.js';
import { registerRule } from '../register.js';

const MARKETING: readonly Purpose[] = ['telemarketing', 'charity'];
const LIST: Source = {
  title: "DNCM, the list's operator: legislation and questions",
  href: 'https://www.dncm.be/faqs/',
  pinpoint: 'Code de droit économique VI.111-VI.114, XIV.78, XIV.81',
};

const rules: readonly Rule[] = [
  registerRule({
    id: 'be.list',
    jurisdiction: 'BE',
    title: "No marketing calls to numbers on the list 'Ne m'appelez plus!'",
    citation: 'Code de droit économique VI.111-VI.114',
    purposes: MARKETING,
    values: [
      {
        from: '2015-07-11',
        value: 'listed numbers are not called, of persons and of businesses',
        source: LIST,
        verification: 'secondary',
        verifiedOn: '2026-11-25',
      },
    ],
    because: "The number is on the list 'Ne m'appelez plus!'.",
    watch: {
      on: '2026-12-31',
      what: 'an opt-in in place of the list was announced in 2025 and not found since',
    },
    remarks:
      'Businesses, customers and charities are inside. A consent given after the registration would lift ' +
      'it; the ' +
      'request does not tell which came first, so consent does not. No statutory hours and no limit on ' +
      'abandoned ' +
      'calls were found.',
  }),
  consentNeeded({
    id: 'be.automated',
    jurisdiction: 'BE',
    title: 'Automated marketing calls need prior consent',
    citation: 'Code de droit économique VI.110 § 1',
    purposes: MARKETING,
    voices: 'recorded',
    parameter: {
      unit: 'consent',
      values: [
        {
          from: '2014-05-31',
          value: 'express' as const,
          source: {
            title: 'Code de droit économique',
            href: 'https://www.dncm.be/nl/de-wetgeving/',
            pinpoint: 'VI.110 § 1',
          },
          verification: 'memory',
          verifiedOn: '2026-11-25',
        },
      ],
    },
    what: 'An automated marketing call in Belgium',
    review: (question) => reviewRecordedMarketing(question, 'Belgium'),
  }),
  objectionRule('be.internal', 'BE', MARKETING),
];

/** Rules of Belgium. */
export const belgium: Pack = {
  country: 'BE',
  name: 'Belgium',
  timeZone: 'Europe/Brussels',
  rules,
  registries: [{ id: 'BE', name: "list 'Ne m'appelez plus!' (DNCM)", of: 'country' }],
  unmodelled: covers('BE', { telemarketing: 'any', charity: 'any' }),
};
