/** Recorded calls to residential lines that need no consent: 47 CFR 64.1200(a)(3)(ii)-(iv). */
import type { HistoryEntry } from '../../../../contract.js';
import type { Context } from '../../../../engine/context.js';
import { hasConsent } from '../../../../engine/consent.js';
import { rule, type Rule } from '../../../../engine/rule.js';
import { capRefusal, type Cap } from '../../../../rules/frequency-cap.js';
import { tcpa } from '../../sources.js';
import { isResidentialLine } from '../../terms.js';
import { isNotice } from './terms.js';

/** Three calls a line in 30 days. */
export const residentialCalls: Rule = rule<Cap>({
  id: 'us.tcpa.res_exempt_3in30',
  jurisdiction: 'US',
  title: 'Exempt recorded calls to residential lines: three in 30 days',
  citation: '47 CFR 64.1200(a)(3)(ii)-(iv)',
  purposes: [
    'political',
    'charity',
    'informational',
    'debt-collection',
    'research',
    'financial-alert',
    'telemarketing',
  ],
  voices: 'recorded',
  parameter: {
    unit: 'calls per line',
    values: [
      {
        from: '2023-07-20',
        value: { max: 3, period: { hours: 30 * 24 } },
        source: tcpa('(a)(3)(ii)-(iv)'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  check: (context, at, cap) => {
    if (!isResidentialLine(context) || hasConsent(context, at, 'express')) return undefined;
    // A sale is never exempt; by a tax-exempt nonprofit it is.
    if (context.campaign.purpose === 'telemarketing' && context.campaign.taxExempt !== true) return undefined;
    return capRefusal(context, at, cap, isExemptCall, 'recorded calls to this line');
  },
  remarks:
    'Political, polling, informational, collection and nonprofit calls. ' +
    'Consent, oral or written, lifts the cap; an opt-out is honoured.',
});

function isExemptCall(entry: HistoryEntry, context: Context): boolean {
  if (!isNotice(entry, context) || entry.purpose === 'healthcare' || entry.purpose === 'emergency')
    return false;
  // Earlier sales calls rested on consent, except those of a nonprofit that sells.
  return entry.purpose !== 'telemarketing' || context.campaign.purpose === 'telemarketing';
}
