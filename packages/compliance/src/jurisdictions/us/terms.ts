/** Terms several US rules share. */
import type { CampaignFacts } from '../../contract.js';
import type { Context } from '../../engine/context.js';
import { hasConsent, hasRelationship, type RelationshipTerms } from '../../engine/consent.js';
import { internalRequestAt } from '../../engine/internal-request.js';

/**
 * Established business relationship, 47 CFR 64.1200(f)(5): 18 months from a transaction, 3 from an inquiry.
 */
export const EBR: RelationshipTerms = { transactionMonths: 18, inquiryMonths: 3 };

/** Months of a relationship that no statute limits: any purchase or inquiry that is past counts. */
export const EVER_MONTHS = 1200;

/** True while the federal established business relationship lasts. */
export function hasEbr(context: Context, at: number): boolean {
  return hasRelationship(context, at, EBR);
}

/**
 * The request to stop that a call goes against. A signed permission of a later date lifts it where its
 * proof is on record: that a mere date does not is a policy (policy.internal_dnc_immediate), no law.
 */
export function requestInForceAt(context: Context, at: number): number | undefined {
  const requestedAt = internalRequestAt(context, at);
  const { consent } = context.lead;
  if (requestedAt === undefined || consent === undefined || consent.at <= requestedAt) return requestedAt;
  const proven = Object.values(consent.evidence ?? {}).some((proof) => proof !== undefined && proof !== '');
  return proven && hasConsent(context, at, 'written') ? undefined : requestedAt;
}

/** Calls to businesses, outside rules that protect residential subscribers and consumers. */
export function isBusiness(context: Context): boolean {
  return context.lead.isBusiness === true;
}

/** A residential line for the robocall rules: neither wireless (nor unknown) nor a business. */
export function isResidentialLine(context: Context): boolean {
  return !context.countsAsWireless && !isBusiness(context);
}

const OFFICE_SUPPLIES = /office[- ]?suppl|cleaning[- ]?suppl/i;

/**
 * Business calls are outside the Telemarketing Sales Rule, except for nondurable office and cleaning
 * supplies. So are calls a tax-exempt organisation makes itself; a hired caller (`firstParty: false`) is
 * inside, whatever organisation hired it.
 */
export function isOutsideTsr(context: Context): boolean {
  if (isCampaignOutsideTsr(context.campaign)) return true;
  const about = `${context.campaign.content ?? ''} ${context.subject ?? ''}`;
  return isBusiness(context) && !OFFICE_SUPPLIES.test(about);
}

/** True for a campaign that a tax-exempt organisation runs itself. */
export function isCampaignOutsideTsr(campaign: CampaignFacts): boolean {
  return campaign.taxExempt === true && campaign.firstParty !== false;
}

const ROOM_CLASSES = /patient|guest|room|nursing|elderly|resident(?!ial)/i;
const EMERGENCY_CLASS = /emergency|911/i;

/** Patient and guest rooms; every other protected class of line is an emergency line. */
export function isPatientRoom(context: Context): boolean {
  const lineClass = context.lead.lineClass;
  return lineClass !== undefined && ROOM_CLASSES.test(lineClass) && !EMERGENCY_CLASS.test(lineClass);
}

/** True for the lines robocalls may never reach, other than patient rooms. */
export function isEmergencyLine(context: Context): boolean {
  const lineClass = context.lead.lineClass;
  return (
    lineClass !== undefined &&
    !isPatientRoom(context) &&
    !/^(residential|business|standard|normal|none)$/i.test(lineClass)
  );
}
