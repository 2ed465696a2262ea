/** Canonical JSON, for hashes. */

/**
 * Canonical JSON, the text over which records are hashed. The compliance package, which imports nothing, has
 * its own.
 */

/**
 * JSON with sorted keys and without `undefined`: equal values give equal texts, so that the text can be
 * hashed (after RFC 8785, for JSON values). Sorts by UTF-16 code units.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;

  const members: Readonly<Record<string, unknown>> = { ...value };
  let text = '';
  // Strings are sorted by UTF-16 code units where no comparison is given.
  for (const key of Object.keys(members).sort()) {
    const member = members[key];
    if (member === undefined || typeof member === 'function') continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}
