/** New Zealand: no statutory hours; the Marketing Association's list. */
import { hasConsent } from '../../engine/consent.js';
import { covers, type Pack } from '../../engine/pack.js';
import type { Source } from '../../engine/parameter.js';
import type { Rule } from '../../engine/rule.js';
import { objectionRule } from '../objection.js';
import { registerRule } from '../register.js';

const CODE: Source = {
  title: 'Marketing Association code and Name Removal list',
  href: 'https://marketing.org.nz/',
  pinpoint: 'Name Removal',
};

const rules: readonly Rule[] = [
  registerRule({
    id: 'nz.hours',
    jurisdiction: 'NZ',
    title: 'No statutory hours; numbers on the Name Removal list are not called',
    citation: 'Marketing Association code',
    values: [
      {
        from: null,
        undated: 'A custom of the trade, no law.',
        value: 'no hours; Name Removal list',
        source: CODE,
        verification: 'memory',
        verifiedOn: '2026-11-22',
      },
    ],
    because: 'The number is on the Name Removal list.',
    lifted: (context, at) => hasConsent(context, at, 'express'),
    remarks: 'Hours are left to the client: add a policy.',
  }),
  objectionRule('nz.internal', 'NZ', ['telemarketing'], {
    source: { ...CODE, pinpoint: 'Marketing Association code' },
    from: null,
    undated: 'A custom of the trade, no law.',
  }),
];

/** Rules of New Zealand. */
export const newZealand: Pack = {
  country: 'NZ',
  name: 'New Zealand',
  timeZone: 'Pacific/Auckland',
  rules,
  // No text on recorded sales calls was read: they do not read as allowed.
  unmodelled: covers('NZ', { telemarketing: 'live' }),
};
