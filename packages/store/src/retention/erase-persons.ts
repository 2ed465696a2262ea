/** Erases persons: by age, or on request. What must stay is named in the report. Journaled. */
import { ERASED_PERSON } from '../audit/attempt-statement.js';
import type { Append } from '../audit/chain.js';
import { StatedRows } from '../audit/stated-rows.js';
import { stepBeside } from '../database/beside-dialing.js';
import { archiveOf, withArchive } from '../database/archive-db.js';
import type { Db, Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { storeError } from '../errors.js';
import { closePersons } from '../leads/closing.js';
import { counted } from '../leads/lead-counts.js';
import type { Store } from '../open-store.js';
import { eraseCalls } from './erase-calls.js';
import type { ErasedCalls } from './erase-calls.js';
import { heldPersons, readHeldSubjects } from './holds.js';

/** What an erasure erased, or would erase. */
export interface Erasure {
  readonly persons: number;
  /** Persons left alone because a legal hold is about them. */
  readonly held: number;
  readonly leads: number;
  readonly calls: number;
  /** Records of decisions that were emptied; their places and hashes stay. */
  readonly records: number;
  readonly answers: number;
  readonly consents: number;
  readonly facts: number;
  readonly contacts: number;
  /** Recordings that nothing names any more: their files are to be removed. */
  readonly recordings: readonly string[];
}

const NOTHING: Erasure = {
  ...{ persons: 0, held: 0, leads: 0, calls: 0, records: 0, answers: 0, consents: 0, facts: 0, contacts: 0 },
  recordings: [],
};

/** How persons are erased. */
export interface EraseOptions {
  /** Why, for the audit trail: the rule, or the request. */
  readonly reason: string;
  /** Calls, decisions and consents too. False: they stay, as a law asks for them. */
  readonly isWhole: boolean;
  /** True: counts, and changes nothing. */
  readonly dryRun: boolean;
}

/** Persons erased in one transaction. */
const BATCH = 50;

/**
 * Erases persons with their leads, numbers, facts and contacts, and where it is whole their calls and
 * consent. Entries of the do-not-call list stay, and so does the audit trail, which holds ids and digests.
 * A person under a legal hold is left alone. @throws OutdialError `person-in-call`
 */
export async function erasePersons(
  store: Store,
  personIds: readonly string[],
  options: EraseOptions,
): Promise<Erasure> {
  let sum = NOTHING;
  const holds = await readHeldSubjects(store);
  for (const batch of inChunks(personIds, BATCH)) {
    const held = await heldPersons(store.engine.db, batch, holds);
    const free = batch.filter((personId) => !held.has(personId));
    const done = await stepBeside(store, () =>
      options.dryRun
        ? countOf(store.engine.db, free, options)
        : store.audit.within((tx, append) => eraseBatch(store, { tx, append }, free, options)),
    );
    sum = added(sum, { ...done, held: batch.length - free.length });
  }
  return sum;
}

function added(a: Erasure, b: Erasure): Erasure {
  const sum = (name: Exclude<keyof Erasure, 'recordings'>): number => a[name] + b[name];
  return {
    persons: sum('persons'),
    held: sum('held'),
    leads: sum('leads'),
    calls: sum('calls'),
    records: sum('records'),
    answers: sum('answers'),
    consents: sum('consents'),
    facts: sum('facts'),
    contacts: sum('contacts'),
    recordings: [...a.recordings, ...b.recordings],
  };
}

async function countOf(db: Db, personIds: readonly string[], { isWhole }: EraseOptions): Promise<Erasure> {
  if (personIds.length === 0) return NOTHING;
  const all = withArchive(db);
  const count = async (
    table: 'leads' | 'attempts' | 'consents' | 'learned' | 'contacts',
  ): Promise<number> => {
    const row = await all
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .where('person_id', 'in', personIds)
      .executeTakeFirstOrThrow();
    return Number(row.rows);
  };
  return {
    ...NOTHING,
    persons: personIds.length,
    leads: await count('leads'),
    facts: await count('learned'),
    contacts: await count('contacts'),
    ...(isWhole
      ? {
          calls: await count('attempts'),
          consents: await count('consents'),
          answers: (await countAnswers(db, personIds)) + (await countAnswers(archiveOf(db), personIds)),
          records: await countRecords(db, personIds),
        }
      : {}),
  };
}

async function countAnswers(db: Db, personIds: readonly string[]): Promise<number> {
  const row = await db
    .selectFrom('attempts as a')
    .innerJoin('answers as g', 'g.attempt_id', 'a.attempt_id')
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .where('a.person_id', 'in', personIds)
    .executeTakeFirstOrThrow();
  return Number(row.rows);
}

/** Records are found by their numbers: attempts are in no index of theirs. */
async function countRecords(db: Db, personIds: readonly string[]): Promise<number> {
  const calls = await withArchive(db)
    .selectFrom('attempts')
    .select(['attempt_id', 'phone'])
    .where('person_id', 'in', personIds)
    .execute();
  let count = 0;
  for (const some of inChunks(calls)) {
    const attemptIds = some.map((call) => call.attempt_id);
    const phones = [...new Set(some.map(({ phone }) => phone))];
    for (const part of [db, archiveOf(db)]) {
      const row = await part
        .selectFrom('decision_records')
        .select(({ fn }) => fn.countAll<number>().as('rows'))
        .where('phone', 'in', phones)
        .where('attempt_id', 'in', attemptIds)
        .executeTakeFirstOrThrow();
      count += Number(row.rows);
    }
  }
  return count;
}

async function eraseBatch(
  store: Store,
  { tx, append }: { readonly tx: Tx; readonly append: Append },
  personIds: readonly string[],
  { reason, isWhole }: EraseOptions,
): Promise<Erasure> {
  if (personIds.length === 0) return NOTHING;
  const at = store.clock();
  await refuseOpenCalls(tx, personIds);
  const stated = new StatedRows(store.secret);
  const calls: ErasedCalls = isWhole
    ? await eraseCalls(tx, personIds, at, stated)
    : { calls: 0, records: 0, answers: 0, recordings: [] };
  const consents = isWhole ? await removeRows(tx, 'consents', personIds, stated) : 0;
  const facts = await removeRows(tx, 'learned', personIds, stated);
  const contacts = await removeRows(tx, 'contacts', personIds, stated);
  const leads = await removeLeads(tx, personIds, at);
  const erased = { persons: personIds.length, leads, ...calls, consents, facts, contacts };
  const detail = { reason, isWhole, ...erased, recordings: calls.recordings.length, ...stated.detail() };
  await append({ at, campaignId: '', kind: 'persons.erased', detail });
  return { ...erased, held: 0 };
}

async function refuseOpenCalls(tx: Tx, personIds: readonly string[]): Promise<void> {
  const open = await tx
    .selectFrom('attempts')
    .select('attempt_id')
    .where('person_id', 'in', personIds)
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (open) throw storeError('person-in-call', { attempt: open.attempt_id });
}

async function removeRows(
  tx: Tx,
  table: 'consents' | 'learned' | 'contacts',
  personIds: readonly string[],
  stated: StatedRows,
): Promise<number> {
  const rows = await tx.selectFrom(table).selectAll().where('person_id', 'in', personIds).execute();
  for (const row of rows) stated.gone(table, row);
  await tx.deleteFrom(table).where('person_id', 'in', personIds).execute();
  return rows.length;
}

async function removeLeads(tx: Tx, personIds: readonly string[], at: number): Promise<number> {
  // A campaign that has claimed one is told first.
  await closePersons(tx, personIds, { why: 'erased', closedBy: 'withdrawn', at });
  const leads = await tx.selectFrom('leads').select('lead_id').where('person_id', 'in', personIds).execute();
  const leadIds = leads.map(({ lead_id }) => lead_id);
  for (const chunk of inChunks(leadIds)) {
    await tx.deleteFrom('phones').where('lead_id', 'in', chunk).execute();
    const removed = tx.deleteFrom('leads').where('lead_id', 'in', chunk);
    await counted(tx, chunk, () => removed.execute());
  }
  return leadIds.length;
}

const PAGE = 500;

/**
 * Persons without an open lead of whom nothing is younger than an instant (epoch ms): no call, consent, fact
 * or contact. Page by page.
 */
export async function* readPersonsBefore(store: Store, before: number): AsyncGenerator<readonly string[]> {
  const { db } = store.engine;
  for (let after = ''; ;) {
    const page = await personsAfter(db, after);
    const ids = page.map(({ person_id }) => person_id);
    if (ids.length > 0) yield await oldOnes(db, ids, before);
    after = ids.at(-1) ?? '';
    if (page.length < PAGE) return;
  }
}

/** Persons of whom anything is on file, in the order of their ids. */
async function personsAfter(db: Db, after: string): Promise<readonly { readonly person_id: string }[]> {
  // Each part is limited by itself: no page reads further than its own length.
  const of = (table: 'archived_attempts' | 'attempts' | 'consents' | 'contacts' | 'leads' | 'learned') =>
    db
      .selectFrom(
        db
          .selectFrom(table)
          .select('person_id')
          .distinct()
          .where('person_id', '>', after)
          .where('person_id', '<>', ERASED_PERSON)
          .orderBy('person_id')
          .limit(PAGE)
          .as(table),
      )
      .selectAll();
  return db
    .selectFrom(
      of('leads')
        .union(of('attempts'))
        .union(of('archived_attempts'))
        .union(of('consents'))
        .union(of('learned'))
        .union(of('contacts'))
        .as('p'),
    )
    .select('p.person_id')
    .orderBy('p.person_id')
    .limit(PAGE)
    .execute();
}

async function oldOnes(db: Db, personIds: readonly string[], before: number): Promise<readonly string[]> {
  const young = new Set<string>();
  const note = (rows: readonly { readonly person_id: string }[]): void =>
    rows.forEach(({ person_id }) => young.add(person_id));
  const leads = db.selectFrom('leads').select('person_id').where('person_id', 'in', personIds);
  note(
    await leads.where((eb) => eb.or([eb('state', '<>', 'closed'), eb('updated_at', '>=', before)])).execute(),
  );
  const calls = withArchive(db)
    .selectFrom('attempts')
    .select('person_id')
    .where('person_id', 'in', personIds);
  note(
    await calls.where((eb) => eb.or([eb('opened_at', '>=', before), eb('ended_at', 'is', null)])).execute(),
  );
  for (const table of ['consents', 'learned', 'contacts'] as const) {
    const rows = db.selectFrom(table).select('person_id').where('person_id', 'in', personIds);
    note(await rows.where('at', '>=', before).execute());
  }
  return personIds.filter((personId) => !young.has(personId));
}
