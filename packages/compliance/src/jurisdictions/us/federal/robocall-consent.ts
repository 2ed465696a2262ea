/** Consent for prerecorded, synthetic and autodialed calls. */
import { hasConsent, isReassigned, isRevoked, type ConsentLevel } from '../../../engine/consent.js';
import type { Context } from '../../../engine/context.js';
import { ALL_PURPOSES, rule, type Refused, type Rule } from '../../../engine/rule.js';
import { isSalesCampaign } from '../../../review/review-item.js';
import { consentNeeded, consentRefusal } from '../../../rules/consent-needed.js';
import { tcpa, tsr } from '../sources.js';
import {
  internalRequestAt,
  isBusiness,
  isEmergencyLine,
  isOutsideTsr,
  isPatientRoom,
  isResidentialLine,
} from '../terms.js';
import { wirelessExemption } from './wireless-exemptions.js';

const isSales = (context: Context): boolean => context.campaign.purpose === 'telemarketing';
const levelFor = (context: Context): ConsentLevel =>
  isSales(context) && context.campaign.taxExempt !== true ? 'written' : 'express';

/** A robocall to a wireless line that needs consent: no exemption of (a)(9) covers it. */
function needsWirelessConsent(context: Context, at: number): boolean {
  return context.robocall && context.countsAsWireless && wirelessExemption(context, at) === undefined;
}

/** A robocall that rests on consent, on whatever line. */
function restsOnConsent(context: Context, at: number): boolean {
  if (!context.robocall) return false;
  if (isEmergencyLine(context) || isPatientRoom(context)) return true;
  return needsWirelessConsent(context, at) || (context.recorded && isSales(context) && !isBusiness(context));
}

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

const NO_CONSENT = 'Consent no longer covers the call';

/** Rules on consent to robocalls. */
export const robocallConsent: readonly Rule[] = [
  rule<string>({
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
              'the number was disconnected after it was given.',
          }
        : undefined,
    remarks: "An answer 'no' that was wrong is the safe harbour; 'no-data' gives none but refuses nothing.",
  }),
  rule<number>({
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
        ? { until: null, because: `${NO_CONSENT}: it was revoked.` }
        : undefined,
    remarks:
      'The law gives up to 10 business days; here a known revocation blocks at once ' +
      '(policy.internal_dnc_immediate).',
    duties: (businessDays) => [{ kind: 'opt-out', businessDays }],
  }),
  rule<string>({
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
            because: `${NO_CONSENT}: a revocation for another purpose reaches all robocalls of the caller.`,
          }
        : undefined,
    remarks:
      'Waived until 2027-01-31; a pending rulemaking may replace it. Until then a request to stop ' +
      'sales calls leaves consent to other recorded calls alone, ' +
      'and it never reaches calls that need no consent.',
  }),
  consentNeeded({
    id: 'us.tcpa.wireless_auto',
    jurisdiction: 'US',
    title: 'Robocalls to wireless lines need consent',
    citation: '47 CFR 64.1200(a)(1)(iii)',
    purposes: ALL_PURPOSES,
    parameter: {
      unit: 'consent',
      values: [
        {
          from: null,
          value: 'express',
          source: tcpa('(a)(1)(iii), (f)(2)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    what: 'A prerecorded, synthetic or autodialed call to a wireless line',
    exempt: (context, at) => !needsWirelessConsent(context, at),
    needs: ['lead.lineType'],
    remarks:
      'A line of unknown type counts as wireless. List dialing is not use of an autodialer (Facebook v. ' +
      'Duguid, 2021), but recorded and AI voices always count. ' +
      'Exempt content (package, financial, healthcare) has caps of its own.',
    review: ({ campaign }) =>
      campaign.voice !== 'live' && !isSalesCampaign(campaign)
        ? [
            {
              topic: 'consent',
              severity: 'notice',
              message: 'Recorded or AI calls reach wireless lines only with prior express consent.',
              remedy: 'Load consent and line types with the leads; unknown lines count as wireless.',
            },
          ]
        : [],
  }),
  rule<ConsentLevel>({
    id: 'us.tcpa.pewc',
    jurisdiction: 'US',
    title: 'Marketing robocalls to wireless lines need written consent',
    citation: '47 CFR 64.1200(a)(2), (f)(9)',
    scope: 'call',
    parameter: {
      unit: 'consent',
      values: [
        {
          from: '2013-10-16',
          value: 'written',
          source: tcpa('(a)(2), (f)(9)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    check: (context, at) =>
      context.robocall && (context.countsAsWireless || isEmergencyLine(context) || isPatientRoom(context))
        ? consentRefusal(
            context,
            at,
            levelFor(context),
            'Marketing by a prerecorded, synthetic or autodialed call',
          )
        : undefined,
    needs: ['lead.lineType'],
    applies: (context) => context.robocall,
    remarks:
      'Express consent is enough for tax-exempt nonprofits. ' +
      'Bradford v. Sovereign Pest (5th Cir. 2026) asks only for oral consent; ' +
      'the text of the rule is unchanged and the Telemarketing Sales Rule still needs a writing.',
    review: ({ campaign }) =>
      campaign.voice !== 'live' && isSalesCampaign(campaign)
        ? [
            {
              topic: 'consent',
              severity: 'notice',
              message: 'Recorded or AI sales calls reach only leads with prior express written consent.',
              remedy: 'Load consent with the leads; others refuse.',
            },
          ]
        : [],
  }),
  consentNeeded({
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
  }),
  consentNeeded({
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
  }),
  consentNeeded({
    id: 'us.tcpa.emergency_line',
    jurisdiction: 'US',
    title: 'No robocalls to emergency lines',
    citation: '47 CFR 64.1200(a)(1)(i)',
    purposes: ALL_PURPOSES,
    scope: 'call',
    parameter: {
      unit: 'consent',
      values: [
        {
          from: null,
          value: 'express',
          source: tcpa('(a)(1)(i)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    what: 'A robocall to an emergency line',
    exempt: (context) => !context.robocall || !isEmergencyLine(context),
  }),
  consentNeeded({
    id: 'us.tcpa.patient_room',
    jurisdiction: 'US',
    title: 'No robocalls to patient and guest rooms',
    citation: '47 CFR 64.1200(a)(1)(ii)',
    purposes: ALL_PURPOSES,
    scope: 'call',
    parameter: {
      unit: 'consent',
      values: [
        {
          from: null,
          value: 'express',
          source: tcpa('(a)(1)(ii)'),
          verification: 'primary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    what: 'A robocall to a patient or guest room',
    exempt: (context) => !context.robocall || !isPatientRoom(context),
  }),
  rule<string>({
    id: 'us.fcc.ai_voice',
    jurisdiction: 'US',
    title: 'An AI voice is an artificial voice',
    citation: 'FCC 24-17',
    purposes: ALL_PURPOSES,
    voices: 'recorded',
    scope: 'call',
    parameter: {
      unit: 'text',
      values: [
        {
          from: '2024-02-08',
          value: 'all rules for prerecorded voices apply',
          source: {
            title: 'FCC Declaratory Ruling 24-17',
            href: 'https://docs.fcc.gov/public/attachments/FCC-24-17A1.pdf',
            pinpoint: 'FCC 24-17',
          },
          verification: 'secondary',
          verifiedOn: '2026-11-22',
        },
      ],
    },
    check: aiVoiceRefusal,
    remarks: 'Refuses together with the rule that asks for consent, so that the reason is named.',
    review: ({ campaign }) =>
      campaign.voice === 'artificial'
        ? [
            {
              topic: 'consent',
              severity: 'notice',
              message: 'An AI voice is an artificial voice: every rule for recorded calls applies.',
              remedy: 'Treat it as prerecorded.',
            },
          ]
        : [],
  }),
];

function isPriorDonor(context: Context, at: number): boolean {
  const donatedAt = context.lead.relationship?.lastTransactionAt;
  return context.campaign.purpose === 'charity' && donatedAt !== undefined && donatedAt <= at;
}

function aiVoiceRefusal(context: Context, at: number): Refused | undefined {
  if (context.campaign.voice !== 'artificial') return undefined;
  const sales = isSales(context) && !isBusiness(context);
  if (!needsWirelessConsent(context, at) && !sales) return undefined;
  if (hasConsent(context, at, levelFor(context))) return undefined;
  return {
    until: null,
    because:
      'An AI-generated voice is an artificial voice: the call needs the consent a prerecorded call needs.',
  };
}
