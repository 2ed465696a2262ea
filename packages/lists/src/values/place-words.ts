/** Names of places as tables compare them. */

const MARKS = /\p{M}/gu;

/** A text without what stands in parentheses. */
export function withoutParentheses(text: string): string {
  return text.replace(/\([^)]*\)/g, ' ');
}

/**
 * Lower case, without accents; signs are spaces, letters of one word each grow together: 'N.Y.' and 'D. C.'
 * are 'ny' and 'dc'.
 */
export function placeWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\b(\p{L}) (?=\p{L}\b)/gu, '$1');
}
