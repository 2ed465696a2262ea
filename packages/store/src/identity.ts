/** Ids and keys of persons, leads and numbers. */
import { hash, randomBytes } from 'node:crypto';

/** Hexadecimal digits kept of a hash: 96 bits, no clash among billions. */
const DIGITS = 24;

/** SHA-256, hexadecimal. */
export function sha256(text: string): string {
  return hash('sha256', text);
}

/**
 * The id that a person had before schema change 15: a plain hash, from which the number can be found by
 * trying all. Ids of today are made from it with the secret of the store.
 */
export function oldPersonIdOf(person: { readonly key?: string | undefined; readonly phone: string }): string {
  const named = person.key ? `key:${person.key.trim().toLowerCase()}` : `number:${person.phone}`;
  return `p${sha256(named).slice(0, DIGITS)}`;
}

/** What tells a consent from others. */
export interface ConsentIdentity {
  readonly person_id: string;
  readonly phone: string;
  readonly type: string;
  readonly at: number;
  /** JSON. */
  readonly scope: string | null;
  /** JSON. */
  readonly sellers: string | null;
}

/** The id of a consent: the same one twice is kept once. */
export function consentIdOf({ person_id, phone, type, at, scope, sellers }: ConsentIdentity): string {
  return `c${sha256([person_id, phone, type, at, scope, sellers].join('\n')).slice(0, DIGITS)}`;
}

/** Which of a person's entries in a list a lead is, where a list may have a person once an account. */
export function entryOf(account: string | undefined): string {
  return account ? sha256(account).slice(0, DIGITS) : '';
}

/** The id that a lead had before schema change 9; leads of that time keep theirs. */
export function leadIdBefore9(listId: string, personId: string, account: string): string {
  return `l${sha256(`${listId}\n${personId}\n${account}`).slice(0, DIGITS)}`;
}

/**
 * Ids for new leads of an upload, by their lines. They say nothing of the person, since ids appear in logs,
 * events and channel names. They grow with time and line, so that new leads share pages of the tables; random
 * ids would touch a page each. `at`: epoch ms of the upload.
 */
export function leadIdsOf(at: number): (line: number) => string {
  const begun = inOrder(at, 9);
  const drawn = randomBytes(5).toString('hex');
  return (line) => `l${begun}${inOrder(line, 6)}${drawn}`;
}

/** Digits and letters that sort as the numbers do. */
function inOrder(whole: number, width: number): string {
  return Math.max(0, Math.floor(whole)).toString(36).padStart(width, '0');
}

/** A value as both databases keep it. */
export type Plain = string | number | null | undefined;

/** Hexadecimal digits kept of a digest: 128 bits. */
export const DIGEST_DIGITS = 32;

/** Digest of several values in order that tell nothing of a person. Others take `StoreSecret.digestOf`. */
export function digestOf(...parts: readonly Plain[]): string {
  return sha256(digestedText(parts)).slice(0, DIGEST_DIGITS);
}

/** The text under a digest of several values. */
export function digestedText(parts: readonly Plain[]): string {
  return JSON.stringify(parts.map((part) => part ?? null));
}

/** What keys of numbers and of persons begin with. */
export const NUMBER_KEY = 'n:';
export const PERSON_KEY = 'p:';

/** Key of a number among the attempts in progress and on the do-not-call list. */
export function numberKey(phone: string): string {
  return `${NUMBER_KEY}${phone}`;
}

/** Key of a person among the attempts in progress and on the do-not-call list. */
export function personKey(personId: string): string {
  return `${PERSON_KEY}${personId}`;
}
