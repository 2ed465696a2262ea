/** Requests to stop: a written cease notice, and a medium the person does not want. */
import { isOptedOutOfCalls } from '../../../../engine/opted-out.js';
import { rule, type Rule } from '../../../../engine/rule.js';
import { regulationF } from '../../sources.js';
import { DEBT, refuse } from './terms.js';

/** A written cease notice ends ordinary calls from its receipt on. */
export const ceaseNotice: Rule = rule({
  id: 'us.regf.cease',
  jurisdiction: 'US',
  title: 'Stop after a written cease notice is received',
  citation: '12 CFR 1006.6(c)',
  purposes: DEBT,
  parameter: {
    unit: 'text',
    values: [
      {
        from: '2021-11-30',
        value: 'from receipt',
        source: regulationF('1006.6(c)'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  check: refuse(
    (context, at) => context.lead.ceaseReceivedAt !== undefined && context.lead.ceaseReceivedAt <= at,
    'A written cease notice was received.',
  ),
  remarks: 'Counts from receipt, not from mailing. Three narrow exceptions are not ordinary calls.',
});

/** A medium, or a single number, that the person does not want is not used. */
export const mediumOptOut: Rule = rule({
  id: 'us.regf.medium',
  jurisdiction: 'US',
  title: 'Stop using a medium on request',
  citation: '12 CFR 1006.14(h)',
  purposes: DEBT,
  parameter: {
    unit: 'text',
    values: [
      {
        from: '2021-11-30',
        value: 'telephone, or the single number',
        source: regulationF('1006.14(h)'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  check: refuse(isOptedOutOfCalls, 'The person asked not to be contacted by telephone.'),
});
