/** Text of a script with the fields of the person filled in. */

/** A piece of a text: as it is written, from a field, or the name of a field that is empty. */
export interface ScriptPiece {
  readonly text: string;
  readonly kind: 'plain' | 'filled' | 'missing';
}

const PLACE = /\{([^{}|]+)(?:\|([^{}]*))?\}/g;

/** 'First_Name' and 'first name' are one field. */
const bare = (name: string): string => name.toLowerCase().replace(/[\s_-]+/g, '');

/**
 * The pieces of a text: '{first name}' is a field of the values, '{first name|there}' says what stands where
 * that is empty. Later values go before earlier ones of the same name.
 */
export function fillScript(
  text: string,
  ...values: readonly Readonly<Record<string, string>>[]
): readonly ScriptPiece[] {
  const known = new Map<string, string>();
  for (const each of values)
    for (const [name, value] of Object.entries(each)) if (value !== '') known.set(bare(name), value);
  const pieces: ScriptPiece[] = [];
  let from = 0;
  for (const { 0: place, 1: name = '', 2: otherwise, index } of text.matchAll(PLACE)) {
    if (index > from) pieces.push({ text: text.slice(from, index), kind: 'plain' });
    const value = known.get(bare(name)) ?? otherwise;
    pieces.push(
      value === undefined ? { text: name.trim(), kind: 'missing' } : { text: value, kind: 'filled' },
    );
    from = index + place.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), kind: 'plain' });
  return pieces;
}
