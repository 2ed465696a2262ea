/** Telephone numbers as lists write them, in E.164. */
import type { PhoneLineType } from '@outdial/core';
import parsePhoneNumber, { getCountryCallingCode } from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';

/** A number that was read, or what is wrong with it. */
export type NumberReading =
  | {
      readonly ok: true;
      readonly phone: string;
      readonly country: string | null;
      readonly areaCode?: string;
      readonly lineType?: Exclude<PhoneLineType, 'unknown'>;
    }
  | { readonly ok: false; readonly problem: string; readonly remedy: string };

/**
 * North American numbers, written in any of the usual ways: +1 (303) 555-0123, 1.303.555.0123, 3035550123.
 */
const NANP = /^(?:\+?1[\s.-]*)?\(?([2-9]\d{2})\)?[\s./-]*([2-9]\d{2})[\s.-]*(\d{4})$/;
const EXTENSION = /\s*(?:ext\.?|extension|x|#)\s*\d{1,7}$/i;

const bad = (problem: string, remedy: string): NumberReading => ({ ok: false, problem, remedy });

/**
 * Reads a telephone number as people write it. `country`: ISO code for numbers written without a country
 * code.
 */
export function readNumber(raw: string, country: string): NumberReading {
  const text = raw
    .replace(/^'|[\u200e\u200f\u202a-\u202e\u00a0]/g, ' ')
    .trim()
    .replace(/^(\+?\d+)\.0+$/, '$1');
  if (/^\d(\.\d+)?e\+?\d+$/i.test(text))
    return bad(
      'the number was turned into scientific notation',
      'format the column as text in the spreadsheet and export it again',
    );
  const quick =
    callingCodeOf(country) === '1' || text.startsWith('+1') ? readNanp(text.replace(EXTENSION, '')) : null;
  return quick ?? readAny(text, country);
}

/**
 * Fast path: the plan is regular, so one answer of the library an area code serves all its numbers. Null: let
 * the library look.
 */
function readNanp(text: string): NumberReading | null {
  const parts = NANP.exec(text);
  const [, area = '', exchange = '', line = ''] = parts ?? [];
  if (!parts) return null;
  if (exchange.slice(1) === '11')
    return bad(`no number has the exchange ${exchange}: that is a service code`, 'correct the number');
  const known = areaCode(area);
  if (known === 'invalid')
    return bad(`area code ${area} does not exist`, 'correct the number, or give its country');
  if (known === 'premium')
    return bad('it is a premium-rate number', 'remove it: such numbers are never dialed');
  return { ok: true, phone: `+1${area}${exchange}${line}`, country: known, areaCode: area };
}

const areaCodes = new Map<string, string>();

/** Country of an area code, 'premium', or 'invalid'. */
function areaCode(area: string): string {
  const known = areaCodes.get(area);
  if (known !== undefined) return known;
  const sample = parsePhoneNumber(`+1${area}2345678`);
  const country = sample?.isValid()
    ? sample.getType() === 'PREMIUM_RATE'
      ? 'premium'
      : (sample.country ?? 'US')
    : 'invalid';
  areaCodes.set(area, country);
  return country;
}

function readAny(text: string, country: string): NumberReading {
  const number = parsePhoneNumber(text.replace(/^00(?=[1-9])/, '+'), {
    defaultCountry: country as CountryCode,
    extract: false,
  });
  if (!number)
    return bad(
      'it is not a telephone number',
      `write it with its country code ('+' and digits), or as it is dialed within ${country}`,
    );
  if (!number.isValid())
    return bad(
      number.isPossible() ? 'no such number can exist in its country' : 'it has too few or too many digits',
      `write it with its country code ('+' and digits), or as it is dialed within ${country}`,
    );
  const type = number.getType();
  if (type === 'PREMIUM_RATE')
    return bad('it is a premium-rate number', 'remove it: such numbers are never dialed');
  const lineType =
    type === 'MOBILE'
      ? 'wireless'
      : type === 'FIXED_LINE'
        ? 'landline'
        : type === 'VOIP'
          ? 'voip'
          : undefined;
  return {
    ok: true,
    phone: number.number,
    country: number.country ?? null,
    ...(number.countryCallingCode === '1'
      ? { areaCode: number.nationalNumber.slice(0, 3) }
      : lineType
        ? { lineType }
        : {}),
  };
}

const callingCodes = new Map<string, string | null>();

/** Calling code of a country; null for a country that the numbering plans do not have. */
export function callingCodeOf(country: string): string | null {
  const known = callingCodes.get(country);
  if (known !== undefined) return known;
  let code: string | null = null;
  try {
    code = getCountryCallingCode(country as CountryCode);
  } catch {
    // Not a country: the caller says so.
  }
  callingCodes.set(country, code);
  return code;
}
