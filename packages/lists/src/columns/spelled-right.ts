/** Headers whose words of legal weight have a letter too many, too few, or two in the wrong order. */

/** Words that are looked for; a wrong letter is not mended, since it makes other words: 'content'. */
const WORDS = (
  'consent deceased bankruptcy bankrupt attorney suppression suppressed suppress litigator unsubscribed ' +
  'unsubscribe revoked revocation withdrawn blacklisted blacklist permission disputed'
).split(' ');
/** Words that are right as they are. */
const OTHERS: ReadonlySet<string> = new Set(['decreased', 'permissions', 'consents', 'attorneys']);

const MEANT: ReadonlyMap<string, string> = misspellings();

function misspellings(): Map<string, string> {
  const meant = new Map<string, string>();
  for (const word of WORDS)
    for (let at = 0; at < word.length; at += 1) {
      const [before, letter, next, behind] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
      const variants = [before + word.slice(at + 1), `${before}${letter}${letter}${word.slice(at + 1)}`];
      if (next !== undefined) variants.push(`${before}${next}${letter}${behind}`);
      for (const variant of variants) meant.set(variant, word);
    }
  for (const word of [...WORDS, ...OTHERS]) meant.delete(word);
  return meant;
}

/** The header in plain words with such words as they are meant. */
export function spelledRight(header: string): string {
  return header
    .split(' ')
    .map((word) => MEANT.get(word) ?? word)
    .join(' ');
}
