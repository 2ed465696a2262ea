/** Which robocalls 47 CFR 64.1200(a)(9) exempts from consent, and which earlier calls count against caps. */
import type { HistoryEntry } from '../../../../contract.js';
import type { Context } from '../../../../engine/context.js';
import { hasConsent } from '../../../../engine/consent.js';
import { isPlacedCall, isToThisPhone, wasRecorded } from '../../../../engine/history.js';
import type { Refused } from '../../../../engine/rule.js';
import { internalRequestAt } from '../../../../engine/internal-request.js';

/** Which exemption of (a)(9) covers a robocall to a wireless line. */
export type WirelessExemption = 'package' | 'inmate' | 'financial' | 'healthcare';

/** Content of package notices. */
export const PACKAGE: RegExp = /package|parcel|deliver|shipment|signature/i;
/** Content of inmate calling notices. */
export const INMATE: RegExp = /inmate/i;
const FINANCIAL = /fraud|identity|theft|breach|remed|money-?transfer|pending-?transfer|transfer/i;
const HEALTHCARE = new RegExp(
  [
    'appointment',
    'exam',
    'check-?up',
    'lab',
    'test-?result',
    'pre-?op',
    'pre-?registration',
    'registration',
    'discharge',
    'follow-?up',
    'prescription',
    'refill',
    'medication',
    'home-?(health)?-?care',
    'wellness',
    'hospital',
    'instructions',
  ].join('|'),
  'i',
);
const NEVER_HEALTHCARE = /bill|payment|collect|debt|account|insurance|market|advert|solicit|promot|survey/i;
const NEVER_FINANCIAL = /market|collect|debt|solicit|advert|promot|cross-?sell/i;

/** The exemption that covers a call: by its content, unless the person opted out. */
export function wirelessExemption(context: Context, at: number): WirelessExemption | undefined {
  return internalRequestAt(context, at) === undefined ? exemptContent(context) : undefined;
}

/** The exemption a call may claim by its content; every one must be free to the called party. */
export function exemptContent(context: Context): WirelessExemption | undefined {
  const { purpose, freeToEndUser, content } = context.campaign;
  if (freeToEndUser !== true || content === undefined) return undefined;
  if (purpose === 'healthcare')
    return HEALTHCARE.test(content) && !NEVER_HEALTHCARE.test(content) && isNumberGiven(context)
      ? 'healthcare'
      : undefined;
  if (purpose === 'financial-alert') {
    return FINANCIAL.test(content) &&
      !NEVER_FINANCIAL.test(content) &&
      context.lead.numberProvidedBy === 'called-party'
      ? 'financial'
      : undefined;
  }
  if (purpose !== 'informational') return undefined;
  if (INMATE.test(content)) return 'inmate';
  return PACKAGE.test(content) ? 'package' : undefined;
}

/** The patient must have given the number; only a number known to come from elsewhere is refused. */
function isNumberGiven(context: Context): boolean {
  return context.lead.numberProvidedBy === undefined || context.lead.numberProvidedBy === 'called-party';
}

/** A recorded call to this number. */
export const isNotice = (entry: HistoryEntry, context: Context): boolean =>
  isPlacedCall(entry) && wasRecorded(entry) && isToThisPhone(entry, context);
/** A recorded call to this number about the same event. */
export const isSameEvent = (entry: HistoryEntry, context: Context): boolean =>
  isNotice(entry, context) &&
  (entry.eventId === undefined || context.eventId === undefined || entry.eventId === context.eventId);

/** Refuses a call that no exemption covers, and names the reason and the consent that it needs. */
export function notExempt(context: Context, at: number, kind: string): Refused {
  const { freeToEndUser, content } = context.campaign;
  const why =
    internalRequestAt(context, at) !== undefined
      ? 'the person opted out'
      : freeToEndUser !== true
        ? 'it must be free to the called party (campaign.freeToEndUser)'
        : content === undefined
          ? 'nothing says what it is about (campaign.content)'
          : 'its content or the origin of the number is not one the exemption names ' +
            '(campaign.content, lead.numberProvidedBy)';
  return {
    until: null,
    scope: 'call',
    because: `The exemption of ${kind} does not cover this call: ${why}. Without it the call needs consent.`,
  };
}

/** A recorded call to a wireless line without consent: it needs an exemption. */
export function needsExemption(context: Context, at: number): boolean {
  return context.countsAsWireless && !hasConsent(context, at, 'express');
}
