/** Consent to recorded sales and charity calls, on whatever line. */
import type { Context } from '../../../../engine/context.js';
import type { Rule } from '../../../../engine/rule.js';
import { consentNeeded } from '../../../../rules/consent-needed.js';
import { tcpa, tsr } from '../../sources.js';
import { isOutsideTsr, isResidentialLine } from '../../terms.js';

/** Recorded advertising to residential lines needs written consent. */
export const residentialAdvertising: Rule = consentNeeded({
  id: 'us.tcpa.res_prerecorded_ad',
  jurisdiction: 'US',
  title: 'Recorded advertising to residential lines needs written consent',
  citation: '47 CFR 64.1200(a)(3)',
  voices: 'recorded',
  parameter: {
    unit: 'consent',
    values: [
      {
        from: '2013-10-16',
        value: 'written',
        source: tcpa('(a)(3)'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  what: 'Recorded or synthetic advertising to a residential line',
  exempt: (context) => !isResidentialLine(context) || context.campaign.taxExempt === true,
});

/** Recorded sales and charity calls need a signed agreement. */
export const recordedSalesCalls: Rule = consentNeeded({
  id: 'us.tsr.prerecorded',
  jurisdiction: 'US',
  title: 'Recorded sales and charity calls need a signed agreement',
  citation: '16 CFR 310.4(b)(1)(v)',
  purposes: ['telemarketing', 'charity'],
  voices: 'recorded',
  parameter: {
    unit: 'consent',
    values: [
      {
        from: '2009-09-01',
        value: 'written',
        source: tsr('310.4(b)(1)(v)'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  what: 'A recorded sales call',
  exempt: (context, at) => isOutsideTsr(context) || isPriorDonor(context, at),
  remarks:
    'Recorded charity calls may go only to members or previous donors ' +
    '(lead.relationship.lastTransactionAt) or with a signed agreement. ' +
    'Healthcare messages are outside.',
});

/** A charity may call its previous donors. */
function isPriorDonor(context: Context, at: number): boolean {
  const donatedAt = context.lead.relationship?.lastTransactionAt;
  return context.campaign.purpose === 'charity' && donatedAt !== undefined && donatedAt <= at;
}
