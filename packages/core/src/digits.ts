/** Keys that an agent sends to the customer's side. */

/** One to 32 keys: 0 to 9, `*`, `#` and A to D. */
export const DIGITS: RegExp = /^[0-9*#A-D]{1,32}$/;
