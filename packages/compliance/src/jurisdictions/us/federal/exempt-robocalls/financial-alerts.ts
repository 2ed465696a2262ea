/** Alerts of banks about fraud and breaches: 47 CFR 64.1200(a)(9)(iii). */
import { rule, type Rule } from '../../../../engine/rule.js';
import { capRefusal, type Cap } from '../../../../rules/frequency-cap.js';
import { tcpa } from '../../sources.js';
import { isSameEvent, needsExemption, notExempt, wirelessExemption } from './terms.js';

/** Three messages an event over three days. */
export const financialAlerts: Rule = rule<Cap>({
  id: 'us.tcpa.fin_exempt',
  jurisdiction: 'US',
  title: 'Fraud and breach alerts: three per event over three days',
  citation: '47 CFR 64.1200(a)(9)(iii)',
  purposes: ['financial-alert'],
  voices: 'recorded',
  parameter: {
    unit: 'messages per event',
    values: [
      {
        from: null,
        undated: 'The exemption stood in orders before it was codified; it and its conditions go together.',
        value: { max: 3, period: { hours: 72 } },
        source: tcpa('(a)(9)(iii)'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  check: (context, at, cap) => {
    if (!needsExemption(context, at)) return undefined;
    if (wirelessExemption(context, at) !== 'financial')
      return notExempt(context, at, 'fraud and breach alerts');
    return capRefusal(context, at, cap, isSameEvent, 'messages about this event');
  },
  remarks:
    'The text does not say how three days are counted: ' +
    'here as 72 hours, the longer of the readings. Free to the end user, ' +
    'to a number the customer gave, only about fraud, breach, ' +
    'remedies and pending money transfers; no marketing, no collection.',
});
