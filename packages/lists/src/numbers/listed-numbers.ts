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
  if (reading.ok) return listed(reading.phone, reading.otherwise);
  if (reading.perhaps) return listed(...reading.perhaps);
  return digits !== null && isE164(digits) && !digits.startsWith('+1') ? listed(digits) : reading;
}

function listed(...phones: readonly (string | undefined)[]): ListedReading {
  const keys = phones.flatMap((phone) => (phone === undefined ? [] : numberKeys(phone)));
  return { ok: true, phones: [...new Set(keys)] };
}
