/** A number with its noun, as sentences for people write it. */

/** A whole number with separators: '2,134'. */
export function countText(count: number): string {
  return count.toLocaleString('en-US');
}

/**
 * A count of things: '1 row', '2,134 rows', '0 entries'. `plural` is given where it is not the noun with
 * -s, or where a verb follows: `countOf(n, 'row ends early', 'rows end early')`.
 */
export function countOf(count: number, noun: string, plural: string = pluralOf(noun)): string {
  return `${countText(count)} ${count === 1 ? noun : plural}`;
}

function pluralOf(noun: string): string {
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
