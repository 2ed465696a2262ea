/** Ids and keys of persons, leads and numbers: hashes, the same on every upload and every node. */
import { createHash } from 'node:crypto';

/** Hexadecimal digits kept of a hash: 96 bits, no clash among billions. */
const DIGITS = 24;

/** SHA-256, hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * The person's id: the same key always gives the same person, in every list and on every upload, so nothing
 * needs to be looked up. It is a hash because ids appear in logs and channel names, where a telephone number
 * must not.
 */
export function personIdOf(person: { readonly key?: string | undefined; readonly phone: string }): string {
  const named = person.key ? `key:${person.key.trim().toLowerCase()}` : `number:${person.phone}`;
  return `p${sha256(named).slice(0, DIGITS)}`;
}

/**
 * The lead's id: one entry of a person in a list, or one an account where a list may have a person with
 * several.
 */
export function leadIdOf(entry: {
  readonly listId: string;
  readonly personId: string;
  readonly account?: string | undefined;
}): string {
  return `l${sha256(`${entry.listId}\n${entry.personId}\n${entry.account ?? ''}`).slice(0, DIGITS)}`;
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
