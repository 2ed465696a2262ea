/** Singapore. */
import { hasConsent } from '../../engine/consent.js';
import { covers, type Pack } from '../../engine/pack.js';
import type { Source } from '../../engine/parameter.js';
import type { Rule } from '../../engine/rule.js';
import { registryAge } from '../../rules/registry-age.js';
import { objectionRule } from '../objection.js';
import { registerRule } from '../register.js';

const PDPA: Source = {
  title: 'Personal Data Protection Act 2012',
  href: 'https://sso.agc.gov.sg/Act/PDPA2012?ProvIds=P19-',
  pinpoint: 'Part 9',
};

const rules: readonly Rule[] = [
  registerRule({
    id: 'sg.dnc',
    jurisdiction: 'SG',
    title: 'No sales calls to numbers on the Do Not Call register',
    citation: 'PDPA Part 9',
    values: [
      {
        from: '2014-01-02',
        value: 'registered numbers are not called',
        source: PDPA,
        verification: 'memory',
        verifiedOn: '2026-11-22',
      },
    ],
    because: 'The number is on the Do Not Call register, and no consent is on file.',
    lifted: (context, at) => hasConsent(context, at, 'express'),
    remarks: 'No statutory hours.',
  }),
  registryAge({
    id: 'sg.dnc',
    jurisdiction: 'SG',
    title: 'The register is checked at most 21 days before',
    citation: 'PDPA Part 9',
    parameter: {
      unit: 'days',
      values: [
        {
          from: '2021-02-01',
          value: 21,
          source: PDPA,
          verification: 'memory',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    concerns: (context, at) => !hasConsent(context, at, 'express'),
  }),
  objectionRule('sg.internal', 'SG', ['telemarketing'], {
    source: {
      ...PDPA,
      href: 'https://sso.agc.gov.sg/Act/PDPA2012',
      pinpoint: 'PDPA, withdrawal of consent',
    },
    from: '2014-01-02',
  }),
];

/** Rules of Singapore. */
export const singapore: Pack = {
  country: 'SG',
  name: 'Singapore',
  timeZone: 'Asia/Singapore',
  registries: [{ id: 'SG', name: 'Do Not Call Registry', of: 'country' }],
  rules,
  unmodelled: covers('SG', { telemarketing: 'any' }),
};
