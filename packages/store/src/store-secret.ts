/** The secret of a store: what keys the ids of persons and the digests of the audit trail. */
import { randomBytes } from 'node:crypto';
import type { Db } from './database/engine.js';
import { storeError } from './errors.js';
import { DIGEST_DIGITS, digestedText, oldPersonIdOf, sha256 } from './identity.js';
import type { Plain } from './identity.js';

/** Name of its row. */
export const IDENTITY_SECRET = 'identity';

/** A person as lists name them: by the value of the key column, else by the first number. */
export interface NamedPerson {
  readonly key?: string | undefined;
  /** E.164. */
  readonly phone: string;
}

/** Bytes of the secret. */
const SECRET_BYTES = 32;

/** Hexadecimal digits of a person's id: 112 bits. Ids of before schema change 15 have 24. */
const PERSON_DIGITS = 28;

/**
 * Keys hashes of numbers and names, so that a person who reads an id or a digest in a log, an event or the
 * audit trail cannot find the number by trying all of them. It is made with the database and stays in it;
 * nothing shows it. Who has the whole database has the numbers anyway.
 */
export class StoreSecret {
  readonly #secret: string;

  constructor(secret: string) {
    this.#secret = secret;
  }

  /**
   * The person's id: the same key always gives the same person, in every list and on every upload, so nothing
   * needs to be looked up.
   */
  personIdOf(person: NamedPerson): string {
    return this.personIdAfter15(oldPersonIdOf(person));
  }

  /** The id that a person has now, by the unkeyed one of before schema change 15. */
  personIdAfter15(oldId: string): string {
    return `p${this.#hash(oldId, PERSON_DIGITS)}`;
  }

  /** Digest of several values in order. */
  digestOf(...parts: readonly Plain[]): string {
    return this.#hash(digestedText(parts), DIGEST_DIGITS);
  }

  /**
   * SHA-256 behind the secret, cut: a part of the hash is not enough to continue it, so HMAC, which takes
   * twice as long, adds nothing.
   */
  #hash(text: string, digits: number): string {
    return sha256(`${this.#secret}\n${text}`).slice(0, digits);
  }
}

/** The row of a secret that no database has yet. */
export function newIdentitySecret(): { readonly name: string; readonly value: string } {
  return { name: IDENTITY_SECRET, value: randomBytes(SECRET_BYTES).toString('hex') };
}

/** The secret of this database. @throws OutdialError `secret-missing` */
export async function readSecret(db: Db): Promise<StoreSecret> {
  const row = await db
    .selectFrom('secrets')
    .select('value')
    .where('name', '=', IDENTITY_SECRET)
    .executeTakeFirst();
  if (!row) throw storeError('secret-missing', {});
  return new StoreSecret(row.value);
}
