/** Patterns of headers, written as lists of phrases. */

/** A pattern that one of these phrases fits as a whole. Phrases are patterns themselves. */
export function oneOf(...phrases: readonly string[]): RegExp {
  return new RegExp(`^(?:${phrases.join('|')})$`);
}
