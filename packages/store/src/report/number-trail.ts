/** Everything the store knows of one number: for a regulator's question, or a complaint. */
import type { Db } from '../database/engine.js';
import { parseJson } from '../database/json-text.js';
import { NUMBER_KEY, numberKey, personKey } from '../identity.js';
import type { Store } from '../open-store.js';
import { readAttemptsOfNumber } from './read-attempts.js';
import type { AttemptRecord } from './read-attempts.js';

/** What the store knows of one number: for a regulator's question, or a complaint. Instants are epoch ms. */
export interface NumberTrail {
  /** Attempts to the number, in the order of their opening. */
  readonly attempts: readonly AttemptRecord[];
  /** Requests not to be called, of the number or of the persons it belongs to. */
  readonly doNotCall: readonly {
    readonly of: 'number' | 'person';
    readonly scope: string;
    readonly at: number;
    readonly source: string;
  }[];
  /** Grants and revocations of consent for the number. */
  readonly consents: readonly {
    readonly type: string;
    readonly at: number;
    readonly scope: readonly string[] | null;
    readonly sellers: readonly string[] | null;
    readonly evidence: string | null;
    readonly source: string;
  }[];
  /** Facts learned about the number or the persons. */
  readonly learned: readonly { readonly kind: string; readonly at: number; readonly source: string }[];
}

/** Reads everything about one number (E.164) and the persons who have it. */
export async function readNumberTrail(store: Store, phone: string): Promise<NumberTrail> {
  const { db } = store.engine;
  const attempts = await readAttemptsOfNumber(db, phone);
  const owners = await db
    .selectFrom('leads as l')
    .innerJoin('phones as p', 'p.lead_id', 'l.lead_id')
    .select('l.person_id as personId')
    .distinct()
    .where('p.phone', '=', phone)
    .execute();
  // Of a number without a lead a person may be known, too: the one who is known by the number alone.
  const byNumber = store.secret.personIdOf({ phone });
  const persons = [...new Set([...[...owners, ...attempts].map((row) => row.personId), byNumber])];

  return {
    attempts,
    doNotCall: await readRequests(db, phone, persons),
    consents: await readConsents(db, phone, persons),
    learned: await readLearned(db, phone, persons),
  };
}

async function readRequests(
  db: Db,
  phone: string,
  persons: readonly string[],
): Promise<NumberTrail['doNotCall']> {
  const rows = await db
    .selectFrom('do_not_call')
    .selectAll()
    .where('subject', 'in', [numberKey(phone), ...persons.map(personKey)])
    .orderBy('at')
    .execute();
  return rows.map(({ subject, scope, at, source }) => ({
    of: subject.startsWith(NUMBER_KEY) ? 'number' : 'person',
    scope,
    at,
    source,
  }));
}

async function readConsents(
  db: Db,
  phone: string,
  persons: readonly string[],
): Promise<NumberTrail['consents']> {
  if (persons.length === 0) return [];
  const rows = await db
    .selectFrom('consents')
    .selectAll()
    .where('person_id', 'in', persons)
    .where('phone', 'in', ['', phone])
    .orderBy('at')
    .execute();
  return rows.map(({ type, at, scope, sellers, evidence, source }) => ({
    type,
    at,
    scope: scope === null ? null : parseJson(scope, []),
    sellers: sellers === null ? null : parseJson(sellers, []),
    evidence,
    source,
  }));
}

async function readLearned(
  db: Db,
  phone: string,
  persons: readonly string[],
): Promise<NumberTrail['learned']> {
  if (persons.length === 0) return [];
  return db
    .selectFrom('learned')
    .select(['kind', 'at', 'source'])
    .where('person_id', 'in', persons)
    .where('phone', 'in', ['', phone])
    .orderBy('at')
    .execute();
}
