/** The key of the audit trail. Without it nobody can compute the keyed hash of a changed entry. */
import { createHmac } from 'node:crypto';
import { storeError } from '../errors.js';
import { sha256 } from '../identity.js';

/** Characters below which a key could be guessed. */
export const SHORTEST_KEY = 16;

/** Hexadecimal digits by which a key is told from others. */
const ID_DIGITS = 8;

/**
 * A secret that is not in the database. The keyed hash of an entry is HMAC-SHA256 over the entry's hash,
 * which binds its content and everything before it in its chain.
 */
export class AuditKey {
  readonly #secret: string;
  /** Tells this key from others without revealing the secret. */
  readonly id: string;

  /** Throws an `OutdialError` ('audit-key-short') for a secret that could be guessed. */
  constructor(secret: string) {
    if (secret.length < SHORTEST_KEY) throw storeError('audit-key-short', { least: SHORTEST_KEY });
    this.#secret = secret;
    this.id = sha256(`outdial audit key\n${secret}`).slice(0, ID_DIGITS);
  }

  /** The keyed hash of an entry with this hash, as the table keeps it: id of the key, colon, HMAC. */
  mac(hash: string): string {
    return `${this.id}:${createHmac('sha256', this.#secret).update(hash).digest('hex')}`;
  }
}
