/** The numbers under which a do-not-call list holds what one of its entries says. */
import { isE164 } from '@outdial/core';
import { numberKeys } from './canonical-number.js';
import { callingCodeOf } from './numbering-plan.js';
import type { UnreadNumber } from './number-reading.js';
import { readNumber } from './phone-number.js';
import { LONGEST_NUMBER_TEXT, plainText, takeApart } from './written-number.js';

/** The numbers of an entry, or what is wrong with it. */
export type ListedReading = { readonly ok: true; readonly phones: readonly string[] } | UnreadNumber;

const NANP = /^(?:\+?1)?[2-9]\d{2}[2-9]\d{6}$/;

/**
 * Reads an entry of a do-not-call list. It is read more widely than a number to be called: numbers that the
 * plan does not know yet stand as they are written, and digits that can mean two numbers list both.
 */
export function readListed(text: string, country: string): ListedReading {
  const { digits } = takeApart(plainText(text.slice(0, LONGEST_NUMBER_TEXT)));
  const isNanp = callingCodeOf(country) === '1' || digits?.startsWith('+1') === true;
  if (digits !== null && isNanp && NANP.test(digits)) return listed(`+1${digits.slice(-10)}`);
  const reading = readNumber(text, country);
  const home = withoutSign(digits, country);
  if (reading.ok) return listed(reading.phone, reading.otherwise, home);
  if (reading.perhaps) return listed(...reading.perhaps, home);
  if (digits !== null && isE164(digits) && !digits.startsWith('+1')) return listed(digits, home);
  return home === undefined ? reading : listed(home);
}

/**
 * The number of the country that stands behind a plus sign without its country code: '+2025550143' is
 * Egyptian as it is written, and of Washington where a program put the sign before every number.
 */
function withoutSign(digits: string | null, country: string): string | undefined {
  if (digits?.startsWith('+') !== true || digits.startsWith(`+${callingCodeOf(country) ?? ''}`))
    return undefined;
  const rest = digits.slice(1);
  if (callingCodeOf(country) === '1') return NANP.test(rest) ? `+1${rest.slice(-10)}` : undefined;
  const home = readNumber(rest, country, 'national');
  return home.ok ? home.phone : undefined;
}

function listed(...phones: readonly (string | undefined)[]): ListedReading {
  const keys = phones.flatMap((phone) => (phone === undefined ? [] : numberKeys(phone)));
  return { ok: true, phones: [...new Set(keys)] };
}
