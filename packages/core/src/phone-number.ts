/**
 * Telephone numbers. One pattern decides in every package that imports core what a number is, so that a
 * number that can be imported can also be dialed, suppressed and shown as a caller number.
 */

/**
 * Fewest digits of a number, country code included. ITU-T E.164 sets none; the shortest numbers in service
 * have seven (e.g. Niue: +683 and four digits). Shorter ones are service and emergency numbers, which are
 * never dialed.
 */
export const SHORTEST_PHONE_DIGITS: number = 7;

/** Most digits of a number, country code included. Source: ITU-T E.164 (11/2010), section 6.2.1. */
export const LONGEST_PHONE_DIGITS: number = 15;

/** A telephone number in E.164: a plus sign, then the country code and the number, 7 to 15 digits in all. */
export const E164_PATTERN: RegExp = new RegExp(
  `^\\+[1-9]\\d{${SHORTEST_PHONE_DIGITS - 1},${LONGEST_PHONE_DIGITS - 1}}$`,
);

/**
 * Whether the text is a telephone number in E.164, for instance '+12025550100'. It says nothing of service.
 */
export function isE164(text: string): boolean {
  return E164_PATTERN.test(text);
}
