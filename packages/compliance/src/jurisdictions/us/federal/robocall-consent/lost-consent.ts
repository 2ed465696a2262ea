/** Consent that no longer covers a robocall: the number was reassigned, or the person revoked it. */
import { isReassigned, isRevoked } from '../../../../engine/consent.js';
import type { Context } from '../../../../engine/context.js';
import { ALL_PURPOSES, rule, type Rule } from '../../../../engine/rule.js';
import { tcpa } from '../../sources.js';
import { internalRequestAt } from '../../../../engine/internal-request.js';
import { restsOnConsent } from './terms.js';

/** How refusals for a consent that ended begin. */
const NO_CONSENT = 'Consent no longer covers the call';
/** What cures it. */
const NEW_CONSENT = 'Only a consent given later, by the person who has the number now, covers it again.';

/**
 * Revoke-all: from its date one revocation, or a request to stop made after the consent, ends consent for
 * every purpose.
 */
function isRevokedForAll(context: Context, at: number): boolean {
  const consent = context.lead.consent;
  if (consent === undefined) return false;
  const requestedAt = internalRequestAt(context, at);
  if (requestedAt !== undefined && requestedAt >= consent.at) return true;
  return (
    consent.revokedAt !== undefined &&
    consent.revokedAt <= at &&
    !isRevoked(consent, context.campaign.purpose, at)
  );
}

/** Consent of a former subscriber does not cover a reassigned number. */
export const reassignedNumber: Rule = rule<string>({
  id: 'us.tcpa.rnd',
  jurisdiction: 'US',
  title: 'Consent of a former subscriber does not cover a reassigned number',
  citation: '47 CFR 64.1200(m)',
  purposes: ALL_PURPOSES,
  parameter: {
    unit: 'text',
    values: [
      {
        from: '2021-11-01',
        value: "the database's answer 'yes' ends the consent",
        source: tcpa('(m)'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  needs: ['lead.reassigned'],
  applies: restsOnConsent,
  check: (context, at) =>
    restsOnConsent(context, at) && context.lead.consent !== undefined && isReassigned(context, at)
      ? {
          until: null,
          because:
            `${NO_CONSENT}: the reassigned-numbers database says ` +
            `the number was disconnected after it was given. ${NEW_CONSENT}`,
        }
      : undefined,
  remarks: "An answer 'no' that was wrong is the safe harbour; 'no-data' gives none but refuses nothing.",
});

/** Consent may be revoked by any reasonable means. */
export const revocation: Rule = rule<number>({
  id: 'us.tcpa.revocation',
  jurisdiction: 'US',
  title: 'Consent may be revoked by any reasonable means',
  citation: '47 CFR 64.1200(a)(10)-(12)',
  purposes: ALL_PURPOSES,
  scope: 'call',
  parameter: {
    unit: 'business days to honour a revocation, at most',
    values: [
      {
        from: '2025-04-11',
        value: 10,
        source: tcpa('(a)(10)-(12)'),
        verification: 'primary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  check: (context, at) =>
    restsOnConsent(context, at) &&
    context.lead.consent !== undefined &&
    isRevoked(context.lead.consent, context.campaign.purpose, at)
      ? { until: null, because: `${NO_CONSENT}: it was revoked. ${NEW_CONSENT}` }
      : undefined,
  remarks:
    'The law gives up to 10 business days; here a known revocation blocks at once ' +
    '(policy.internal_dnc_immediate).',
  duties: (businessDays) => [{ kind: 'opt-out', businessDays }],
  watch: {
    on: '2027-01-31',
    what: 'one revocation reaches all robocalls of a caller (us.tcpa.revoke_all), unless that changes',
  },
});

/** One revocation ends consent to all of the caller's robocalls. */
export const revocationForAll: Rule = rule<string>({
  id: 'us.tcpa.revoke_all',
  jurisdiction: 'US',
  title: "One revocation reaches all of the caller's robocalls",
  citation: '47 CFR 64.1200(a)(10)',
  purposes: ALL_PURPOSES,
  scope: 'call',
  parameter: {
    unit: 'text',
    values: [
      {
        from: '2027-01-31',
        value: 'a revocation for one purpose ends consent for all',
        source: { ...tcpa('(a)(10)'), title: 'TCPA rules, 47 CFR 64.1200; waiver DA 26-12 of 2026-01-06' },
        verification: 'secondary',
        verifiedOn: '2026-11-22',
      },
    ],
  },
  check: (context, at) =>
    restsOnConsent(context, at) && isRevokedForAll(context, at)
      ? {
          until: null,
          because:
            `${NO_CONSENT}: a revocation for another purpose reaches all robocalls of the caller. ` +
            NEW_CONSENT,
        }
      : undefined,
  remarks:
    'Waived until 2027-01-31 (before: 2025-04-11, then 2026-04-11); a pending rulemaking may replace it. ' +
    'Until then a request to stop sales calls leaves consent to other recorded calls alone, and it never ' +
    'reaches calls that need no consent.',
});
