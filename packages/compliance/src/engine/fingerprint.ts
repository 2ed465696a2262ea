/** Short names of texts, for versions. Equal texts have equal names. */

/**
 * A short, stable name of a text: FNV-1a, 32 bit, 8 hexadecimal digits. It does not protect against forgery.
 */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
