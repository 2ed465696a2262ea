/**
 * Telephone numbers. One pattern decides in every package that imports core what a number is, so that a
 * number that can be imported can also be dialed, suppressed and shown as a caller number.
 */
import { LIMITS } from './limits.js';

/** A telephone number in E.164: a plus sign, then the country code and the number, 7 to 15 digits in all. */
export const E164_PATTERN: RegExp = new RegExp(
  `^\\+[1-9]\\d{${LIMITS.phoneDigits.min - 1},${LIMITS.phoneDigits.max - 1}}$`,
);

/**
 * Whether the text is a telephone number in E.164, for instance '+12025550100'. It says nothing of service.
 */
export function isE164(text: string): boolean {
  return E164_PATTERN.test(text);
}
