/** Persons and places that a collector does not call: represented consumers, and the place of work. */
import { rule, type Rule } from '../../../../engine/rule.js';
import { regulationF } from '../../sources.js';
import { DEBT, refuse } from './terms.js';

/** A consumer with an attorney is not called. */
export const representedConsumer: Rule = rule({
  id: 'us.regf.attorney',
  jurisdiction: 'US',
  title: 'A represented consumer is not called',
  citation: '12 CFR 1006.6(b)(2)',
  purposes: DEBT,
  parameter: {
    unit: 'text',
    values: [
      {
        from: '2021-11-30',
        value: 'the attorney only',
        source: regulationF('1006.6(b)(2)'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  check: refuse(
    (context) => context.lead.attorney?.known === true,
    'The consumer is represented by an attorney: contact the attorney.',
  ),
});

/** No calls to the place of work where the employer prohibits them. */
export const placeOfWork: Rule = rule({
  id: 'us.regf.workplace',
  jurisdiction: 'US',
  title: 'Not at work where the employer prohibits it',
  citation: '12 CFR 1006.6(b)(3)',
  purposes: DEBT,
  parameter: {
    unit: 'text',
    values: [
      {
        from: '2021-11-30',
        value: 'no calls to the place of work',
        source: regulationF('1006.6(b)(3)'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  check: refuse(
    (context) => context.lead.employerProhibits === true && context.lead.phoneUse === 'work',
    'The employer is known to prohibit such calls at work.',
  ),
});
