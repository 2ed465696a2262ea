/**
 * Telephone numbers are kept out of logs and facts in one place: errors of databases and servers quote the
 * values at which they failed.
 */

/**
 * Six or more digits in a row (a port has at most five, a year four), an international number in groups, and
 * a North American number in groups. Dates and IP addresses are none of these.
 */
const NUMBERS = /\+\d[\d ().-]{5,}\d|\(?\b\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b|\+?\d{6,}/g;

/** A text in which everything that may be a telephone number is replaced by '#'. */
export function redact(text: string): string {
  return text.replace(NUMBERS, '#');
}
