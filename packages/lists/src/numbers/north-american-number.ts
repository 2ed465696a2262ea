/** North American numbers: the plan is regular, so an area code is looked up once for all its numbers. */
import parsePhoneNumber from 'libphonenumber-js/max';
import { PREMIUM, unread } from './number-reading.js';
import type { NumberReading } from './number-reading.js';
import { plansOfCallingCode } from './numbering-plan.js';

/** Written in any of the usual ways: +1 (303) 555-0123, 1.303.555.0123, 3035550123. */
const NANP = /^(?:\+?1[ .-]*)?\(?([2-9]\d{2})\)?[ ./-]*([2-9]\d{2})[ .-]*(\d{4})$/;

/**
 * Null: it is not written as a North American number, or it is one of an island that does not use every
 * exchange.
 */
export function readNorthAmerican(text: string): NumberReading | null {
  const parts = NANP.exec(text);
  if (!parts) return null;
  const [, area = '', exchange = '', line = ''] = parts;
  if (exchange.endsWith('11'))
    return unread(`no number has the exchange ${exchange}: that is a service code`, 'correct the number');
  const known = areaCode(area);
  if (known === 'invalid')
    return unread(`area code ${area} does not exist`, 'correct the number, or give its country');
  if (known === 'premium') return PREMIUM;
  if (known === 'island') return null;
  return { ok: true, phone: `+1${area}${exchange}${line}`, country: known, areaCode: area };
}

/** '+1' and ten digits, the last seven of them no service code. */
const WHOLE = /^\+1([2-9]\d{2})[2-9](?!11)\d{6}$/;

/**
 * ISO country of a North American number in E.164, by its area code alone. Undefined where the area code does
 * not decide: the whole number has to be looked at.
 */
export function countryOfAreaCode(phone: string): string | undefined {
  const area = WHOLE.exec(phone)?.[1];
  const known = area === undefined ? 'invalid' : areaCode(area);
  return /^[A-Z]{2}$/.test(known) ? known : undefined;
}

const areaCodes = new Map<string, string>();

/** Country of an area code, 'premium', 'island', or 'invalid'. */
function areaCode(area: string): string {
  const known = areaCodes.get(area);
  if (known !== undefined) return known;
  const country = lookUp(area);
  areaCodes.set(area, country);
  return country;
}

function lookUp(area: string): string {
  const digits = `${area}2345678`;
  const sample = parsePhoneNumber(`+1${digits}`);
  if (sample?.isValid()) return sample.getType() === 'PREMIUM_RATE' ? 'premium' : (sample.country ?? 'US');
  return plansOfCallingCode('1').some((plan) => plan.owns(digits)) ? 'island' : 'invalid';
}
