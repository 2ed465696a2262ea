/** Whether consent on file covers a call. */
import type { Consent, Purpose } from '../contract.js';
import { civilDate, dayNumber, addMonths } from '../time/civil-date.js';
import { DAY_MS } from '../time/civil-date.js';
import type { Context } from './context.js';
import { internalRequestAt } from './internal-request.js';

/** The strength of consent that a rule requires. */
export type ConsentLevel = 'express' | 'written';

/** Why consent does not count; undefined where it counts. */
export type ConsentFault =
  'none' | 'later' | 'not-written' | 'purpose' | 'seller' | 'revoked' | 'ended' | 'reassigned' | undefined;

/** Judges the consent on file at an instant. */
export function consentFault(context: Context, at: number, level: ConsentLevel): ConsentFault {
  const consent = context.lead.consent;
  if (!consent) return 'none';
  if (consent.at > at) return 'later';
  if (level === 'written' && consent.type !== 'written') return 'not-written';
  const { purpose, seller } = context.campaign;
  if (consent.scope !== undefined && !consent.scope.includes(purpose)) return 'purpose';
  if (seller !== undefined && consent.sellers !== undefined && !consent.sellers.includes(seller))
    return 'seller';
  if (isRevoked(consent, purpose, at)) return 'revoked';
  if (consent.expiresAt !== undefined && consent.expiresAt <= at) return 'ended';
  return isInUnitedStates(context) && isReassigned(context, at) ? 'reassigned' : undefined;
}

/** True where US law binds the call: by the address, or by the number. */
function isInUnitedStates({ place }: Context): boolean {
  return place.country === 'US' || place.otherCountry?.country === 'US';
}

/** True where consent of the level covers the call. */
export function hasConsent(context: Context, at: number, level: ConsentLevel): boolean {
  return consentFault(context, at, level) === undefined;
}

/** True where a revocation at or before the instant reaches the purpose. */
export function isRevoked(consent: Consent, purpose: Purpose, at: number): boolean {
  if (consent.revokedAt === undefined || consent.revokedAt > at) return false;
  return consent.scopeRevoked === undefined || consent.scopeRevoked.includes(purpose);
}

/** True where the reassigned-numbers database says the number left the person after the consent. */
export function isReassigned(context: Context, at: number): boolean {
  const { consent, reassigned } = context.lead;
  if (!reassigned || reassigned.answer !== 'yes' || reassigned.queriedAt > at) return false;
  return consent === undefined || reassigned.queriedAt >= consent.at;
}

/** The fault in words, for refusals. */
export function consentFaultText(fault: ConsentFault): string {
  switch (fault) {
    case undefined:
      return 'consent covers the call';
    case 'none':
      return 'no consent is on file';
    case 'later':
      return 'the consent on file is dated after the call';
    case 'not-written':
      return 'the consent on file is not in writing';
    case 'purpose':
      return 'the consent on file does not cover this purpose';
    case 'seller':
      return 'the consent on file does not name this seller';
    case 'revoked':
      return 'the consent was revoked';
    case 'ended':
      return 'the consent on file has ended';
    case 'reassigned':
      return 'the number was reassigned after the consent';
  }
}

/** Months of an established business relationship; null where that kind does not count. */
export interface RelationshipTerms {
  readonly transactionMonths: number | null;
  readonly inquiryMonths: number | null;
}

/**
 * True while an established business relationship lasts: the call's local date is at most the given number of
 * calendar months after the event's local date (month ends are clamped). A request to stop ends the
 * relationship.
 */
export function hasRelationship(context: Context, at: number, terms: RelationshipTerms): boolean {
  const { relationship } = context.lead;
  if (!relationship || internalRequestAt(context, at) !== undefined) return false;
  return (
    within(context, at, relationship.lastTransactionAt, terms.transactionMonths) ||
    within(context, at, relationship.lastInquiryAt, terms.inquiryMonths)
  );
}

function within(context: Context, at: number, event: number | undefined, months: number | null): boolean {
  if (event === undefined || months === null || event > at) return false;
  if (context.zones.length === 0)
    return Math.floor(at / DAY_MS) <= addMonths(Math.floor(event / DAY_MS), months);
  return context.zones.every((zone) => zone.localDay(at) <= addMonths(zone.localDay(event), months));
}

/** True where no consent of the last months is on file, by the local calendar. */
export function lacksConsentWithin(context: Context, at: number, months: number): boolean {
  return !within(context, at, context.lead.consent?.at, months);
}

/** Day number of the same date a number of years later (29 February becomes 28 February). */
export function addYears(day: number, years: number): number {
  const date = civilDate(day);
  return date.month === 2 && date.day === 29
    ? dayNumber(date.year + years, 2, 28)
    : dayNumber(date.year + years, date.month, date.day);
}
