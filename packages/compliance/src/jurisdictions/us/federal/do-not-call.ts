/** Do-not-call: the national registry, its age, and the caller's own list. */
import { hasConsent } from '../../../engine/consent.js';
import type { Context } from '../../../engine/context.js';
import { rule, type Refused, type Rule } from '../../../engine/rule.js';
import { registryAge } from '../../../rules/registry-age.js';
import { anniversary } from '../anniversary.js';
import { tcpa, tsr } from '../sources.js';
import { exemptContent } from './exempt-robocalls/terms.js';
import {
  EBR,
  hasEbr,
  isBusiness,
  isCampaignOutsideTsr,
  isOutsideTsr,
  isResidentialLine,
  requestInForceAt,
} from '../terms.js';

const isListed = (context: Context): boolean => context.lead.doNotCall?.national === true;
const hasPermission = (context: Context, at: number): boolean =>
  hasConsent(context, at, 'written') || hasEbr(context, at);

/** Calls the registry protects against: sales to consumers without permission or relationship. */
function needsScrub(context: Context, at: number): boolean {
  return !isBusiness(context) && context.campaign.taxExempt !== true && !hasPermission(context, at);
}

const LISTED =
  'The number is on the national do-not-call registry, ' +
  'and neither written permission nor an established business relationship is on file.';

/**
 * Recorded calls that need no consent but must honour a request to stop: to residential lines, and to
 * wireless lines under (a)(9).
 */
function isExemptRecordedCall(context: Context): boolean {
  return (
    context.recorded &&
    (isResidentialLine(context) || (context.countsAsWireless && exemptContent(context) !== undefined))
  );
}

function ownListRefusal(context: Context, at: number, years: number): Refused | undefined {
  const purpose = context.campaign.purpose;
  if (purpose !== 'telemarketing' && purpose !== 'charity' && !isExemptRecordedCall(context))
    return undefined;
  const requestedAt = requestInForceAt(context, at);
  if (requestedAt === undefined) return undefined;
  const until = anniversary(context, requestedAt, years);
  return at < until
    ? { until, because: `The person asked this caller to stop; the request is kept for ${years} years.` }
    : undefined;
}

/** Do-not-call rules of federal law. */
export const federalDoNotCall: readonly Rule[] = [
  rule<string>({
    id: 'us.tcpa.dnc_national',
    jurisdiction: 'US',
    title: 'No solicitations to numbers on the national registry',
    citation: '47 CFR 64.1200(c)(2)',
    parameter: {
      unit: 'text',
      values: [
        {
          from: '2003-10-01',
          value: 'registered numbers are not called',
          source: tcpa('(c)(2), (f)(15)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    needs: ['lead.doNotCall'],
    check: (context, at) =>
      isListed(context) && needsScrub(context, at) ? { until: null, because: LISTED } : undefined,
    remarks:
      'Written permission naming the number and an established business relationship lift it; ' +
      'political, nonprofit, collection and informational calls and calls to businesses are ' +
      'outside.',
  }),
  rule<string>({
    id: 'us.tsr.dnc',
    jurisdiction: 'US',
    title: 'No telemarketing to numbers on the national registry',
    citation: '16 CFR 310.4(b)(1)(iii)(B)',
    parameter: {
      unit: 'text',
      values: [
        {
          from: '2003-10-01',
          value: 'registered numbers are not called',
          source: tsr('310.4(b)(1)(iii)(B), (b)(3)(iv); 310.6(b)(7)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    check: (context, at) =>
      isListed(context) &&
      !isBusiness(context) &&
      !isCampaignOutsideTsr(context.campaign) &&
      !hasPermission(context, at)
        ? { until: null, because: LISTED }
        : undefined,
    remarks:
      'Charity calls are outside the registry but inside the entity-specific list. Calls to businesses are ' +
      'outside, office and cleaning supplies, too: 310.6(b)(7) takes their sellers out of this provision.',
  }),
  registryAge({
    id: 'us.tcpa.dnc_31day',
    jurisdiction: 'US',
    title: 'The registry copy is at most 31 days old',
    citation: '47 CFR 64.1200(c)(2)(i)(D); 16 CFR 310.4(b)(3)(iv)',
    parameter: {
      unit: 'days',
      values: [
        {
          from: '2005-01-01',
          value: 31,
          source: tcpa('(c)(2)(i)(A)-(E)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    concerns: needsScrub,
    remarks:
      'Without a date of the copy the campaign review asks for it. The safe harbour also needs ' +
      'written procedures, training and records.',
  }),
  rule<number>({
    id: 'us.tcpa.dnc_internal',
    jurisdiction: 'US',
    title: 'The caller honours its own do-not-call list for five years',
    citation: '47 CFR 64.1200(d)(1)-(6)',
    purposes: [
      'telemarketing',
      'charity',
      'political',
      'informational',
      'debt-collection',
      'research',
      'financial-alert',
      'healthcare',
    ],
    parameter: {
      unit: 'years',
      values: [
        {
          from: '1992-12-20',
          value: 5,
          source: tcpa('(d)(1)-(6); rules of 1992, 57 FR 48335'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    check: ownListRefusal,
    needs: ['lead.doNotCall'],
    remarks:
      'Sales and charity calls, and recorded calls that need no consent, ' +
      'to residential lines or under (a)(9); five years from the time of the request. ' +
      'The law gives up to 10 business days (since 2025-04-11); ' +
      'here a known request blocks at once (policy.internal_dnc_immediate). ' +
      'A recorded call that rests on consent and sells nothing is not covered: ' +
      'a request to stop ends that consent only with us.tcpa.revoke_all.',
    duties: (years) => [{ kind: 'records', years, what: 'do-not-call requests' }],
  }),
  rule<string>({
    id: 'us.tsr.dnc_internal',
    jurisdiction: 'US',
    title: 'Never call again after the person said stop',
    citation: '16 CFR 310.4(b)(1)(iii)(A)',
    purposes: ['telemarketing', 'charity'],
    parameter: {
      unit: 'text',
      values: [
        {
          from: '1995-12-31',
          value: 'without end',
          source: tsr('310.4(b)(1)(iii)(A)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    check: (context, at) =>
      !isOutsideTsr(context) && requestInForceAt(context, at) !== undefined
        ? {
            until: null,
            because:
              'The person asked this seller or charity to stop; the request does not expire. ' +
              'A later signed permission counts where its proof is on record (lead.consent.evidence).',
          }
        : undefined,
    needs: ['lead.doNotCall'],
  }),
  rule<typeof EBR>({
    id: 'us.tcpa.ebr',
    jurisdiction: 'US',
    title: 'Established business relationship',
    citation: '47 CFR 64.1200(f)(5)',
    parameter: {
      unit: 'calendar months',
      values: [
        {
          from: '2003-08-25',
          value: EBR,
          source: tcpa('(f)(5); 68 FR 44144, effective 2003-08-25'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    inputs: (context, at) => ({ relationship: hasEbr(context, at) }),
    remarks:
      '18 months from the last transaction, 3 from the last inquiry, ' +
      'by local dates with month ends clamped; ended by a request to stop. ' +
      'Affiliates only where the consumer expects it.',
  }),
];
