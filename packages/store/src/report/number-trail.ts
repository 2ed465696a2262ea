import type { Selectable } from 'kysely';
import { parseJson } from '../parse-json.js';
import { marks, query } from '../database/statements.js';
import type { AttemptsTable, ConsentsTable, DoNotCallTable, LearnedTable } from '../database/tables.js';
import { numberKey, personKey } from '../identity.js';
import type { Store } from '../open-store.js';
import { attemptOf, type AttemptRecord } from './read-attempts.js';

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
  const attempts = await query<Selectable<AttemptsTable> & { allowed: number | null }>(
    db,
    'select a.*, (select max(d.allowed) from decisions d where d.attempt_id = a.attempt_id) as allowed from attempts a where a.phone = ? order by a.opened_at, a.attempt_id',
    [phone],
  );
  const owners = await query<{ person_id: string }>(
    db,
    'select distinct l.person_id from leads l join phones p on p.lead_id = l.lead_id where p.phone = ?',
    [phone],
  );
  const persons = [...new Set([...owners, ...attempts].map((row) => row.person_id))];
  const among = (column: string): string =>
    persons.length === 0 ? '1 = 0' : `${column} in (${marks(persons.length)})`;
  const subjects = [numberKey(phone), ...persons.map(personKey)];
  const requests = await query<DoNotCallTable>(
    db,
    `select subject, scope, at, source from do_not_call where subject in (${marks(subjects.length)}) order by at`,
    subjects,
  );
  const consents = await query<ConsentsTable>(
    db,
    `select * from consents where ${among('person_id')} and phone in ('', ?) order by at`,
    [...persons, phone],
  );
  const learned = await query<Selectable<LearnedTable>>(
    db,
    `select kind, at, source from learned where ${among('person_id')} and phone in ('', ?) order by at`,
    [...persons, phone],
  );
  return {
    attempts: attempts.map(attemptOf),
    doNotCall: requests.map(({ subject, scope, at, source }) => ({
      of: subject.startsWith('n:') ? 'number' : 'person',
      scope,
      at,
      source,
    })),
    consents: consents.map(({ type, at, scope, sellers, evidence, source }) => ({
      type,
      at,
      scope: parseJson<string[] | null>(scope, null),
      sellers: parseJson<string[] | null>(sellers, null),
      evidence,
      source,
    })),
    learned: learned.map(({ kind, at, source }) => ({ kind, at, source })),
  };
}
