import type { CampaignSettings } from './settings.js';

/** Interlocks, whatever the law says: these hold in every mode and under every configuration. */

const E164 = /^\+[1-9]\d{6,14}$/;

/**
 * North American numbers that are never dialed: N11 services as area code, 900 premium rate, 976 and 911 exchanges.
 * Source: NANPA, central office code assignment guidelines.
 */
const NANP_NEVER = /^\+1(?:[2-9]11|900|\d{3}(?:976|911))/;

/** Why this number must not be dialed by this campaign at all, or null. The text holds no number. */
export function interlock(settings: CampaignSettings, phone: string): string | null {
  if (!E164.test(phone)) return 'not a telephone number in E.164 form (short and emergency numbers are none)';
  if (!E164.test(settings.callerNumber)) return 'the campaign has no caller number';
  if (NANP_NEVER.test(phone)) return 'an emergency, service or premium-rate number';
  if (!settings.countryCodes.some((code) => phone.startsWith(`+${code}`))) return 'its country is not among those of the campaign';
  if (!settings.live && !settings.allowList.includes(phone)) return 'the campaign is not live, and the number is not on its allow-list';
  return null;
}
