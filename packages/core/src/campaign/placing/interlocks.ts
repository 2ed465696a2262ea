/** Interlocks: numbers that are never dialed, in every mode and under every configuration. */
import { isE164 } from '../../phone-number.js';
import type { CampaignSettings } from '../settings.js';

/**
 * North American numbers that are never dialed: N11 services as area code, 900 premium rate, 976 and 911
 * exchanges. Source: NANPA, central office code assignment guidelines.
 */
const NANP_NEVER = /^\+1(?:[2-9]11|900|\d{3}(?:976|911))/;

/** An interlock that applies. */
export interface Interlock {
  readonly why: string;
  /**
   * What has to change before the lead may be dialed. 'number': the number itself is the reason, so the lead
   * is closed. 'setting': a setting of the campaign, so the lead stays as it is.
   */
  readonly lifts: 'number' | 'setting';
}

/** Why this campaign must not dial this number, or null. The text never contains the number. */
export function interlock(settings: CampaignSettings, phone: string): Interlock | null {
  if (!isE164(phone))
    return {
      why: 'not a telephone number in E.164 form (short and emergency numbers are none)',
      lifts: 'number',
    };
  if (NANP_NEVER.test(phone)) return { why: 'an emergency, service or premium-rate number', lifts: 'number' };
  if (!isE164(settings.callerNumber)) return { why: 'the campaign has no caller number', lifts: 'setting' };
  if (!settings.countryCodes.some((code) => phone.startsWith(`+${code}`)))
    return { why: 'its country is not among those of the campaign', lifts: 'setting' };
  if (!settings.live && !settings.allowList.includes(phone))
    return { why: 'the campaign is not live, and the number is not on its allow-list', lifts: 'setting' };
  return null;
}
