/** Plain numbers in the texts of custom columns: the same in memory and in both databases. */

/** A minus or none, digits, at most one point between them. */
const PLAIN_NUMBER = /^-?[0-9]+(?:\.[0-9]+)?$/;

/** Characters of a number without its sign: so many digits have an exact value in every database. */
export const PLAIN_NUMBER_MOST = 15;

/** The number that a text is; null where it is none, or not known. */
export function numberInText(text: string | null): number | null {
  if (text === null || !PLAIN_NUMBER.test(text)) return null;
  const digits = text.startsWith('-') ? text.length - 1 : text.length;
  return digits > PLAIN_NUMBER_MOST ? null : Number(text);
}
