/** Which robocalls need consent, and of what level. */
import type { ConsentLevel } from '../../../../engine/consent.js';
import type { Context } from '../../../../engine/context.js';
import { isBusiness, isEmergencyLine, isPatientRoom } from '../../terms.js';
import { wirelessExemption } from '../exempt-robocalls/terms.js';

/** A call that sells. */
export const isSales = (context: Context): boolean => context.campaign.purpose === 'telemarketing';

/** Consent that marketing needs: express is enough for tax-exempt nonprofits. */
export const levelFor = (context: Context): ConsentLevel =>
  isSales(context) && context.campaign.taxExempt !== true ? 'written' : 'express';

/** A robocall to a wireless line that needs consent: no exemption of (a)(9) covers it. */
export function needsWirelessConsent(context: Context, at: number): boolean {
  return context.robocall && context.countsAsWireless && wirelessExemption(context, at) === undefined;
}

/** A robocall that rests on consent, on whatever line. */
export function restsOnConsent(context: Context, at: number): boolean {
  if (!context.robocall) return false;
  if (isEmergencyLine(context) || isPatientRoom(context)) return true;
  return needsWirelessConsent(context, at) || (context.recorded && isSales(context) && !isBusiness(context));
}
