/**
 * Moves old history to its archive: attempts with their decisions, records of decisions, entries of the audit
 * trail. It goes in steps beside dialing, each a transaction: what is moved is there once at every moment.
 * After a run that was cut short the next one moves what is left.
 */
import { ARCHIVED_COLUMNS, ARCHIVE_OF } from '../database/archived-tables.js';
import type { ArchivedTable } from '../database/archived-tables.js';
import { readArchivedBefore, ARCHIVE_BEGAN, ARCHIVE_ENDED } from '../audit/archived-before.js';
import { BASELINE_WRITER } from '../audit/baseline.js';
import { STEP_ROWS, stepBeside } from '../database/beside-dialing.js';
import type { Db, Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { Database } from '../database/tables.js';
import { transact } from '../database/transact.js';
import { storeError } from '../errors.js';
import type { Store } from '../open-store.js';

const DAY = 86_400_000;

/**
 * Days of history that are never archived: no cap, wait or abandonment limit of a law or a policy looks
 * further back, nor does what one lead of a person learns from the calls of another.
 */
export const ARCHIVE_DAYS_LEAST: number = 400;

/** What was moved. */
export interface ArchivedHistory {
  /** Epoch ms: what is older was moved. */
  readonly before: number;
  readonly attempts: number;
  readonly decisions: number;
  readonly records: number;
  readonly entries: number;
}

/** How history is archived. */
export interface ArchiveOptions {
  /** Epoch ms: what ended before it is moved. At least {@link ARCHIVE_DAYS_LEAST} days ago. */
  readonly before: number;
  /** True: counts the attempts, and changes nothing. */
  readonly dryRun?: boolean;
  /** Rows moved in one transaction. @default some milliseconds of the database's time */
  readonly stepRows?: number;
}

/**
 * Moves what is older than an instant. Stays: attempts whose lead is still open, or that have not ended; the
 * last entry of every chain; baselines. Consent, requests not to be called, facts and contacts are in no
 * archive. @throws OutdialError `archive-too-young`
 */
export async function archiveHistory(
  store: Store,
  { before, dryRun = false, stepRows = STEP_ROWS }: ArchiveOptions,
): Promise<ArchivedHistory> {
  if (before > store.clock() - ARCHIVE_DAYS_LEAST * DAY)
    throw storeError('archive-too-young', { days: ARCHIVE_DAYS_LEAST });
  const nothing = { before, attempts: 0, decisions: 0, records: 0, entries: 0 };
  if (dryRun) return { ...nothing, attempts: await countOld(store.engine.db, before) };

  const known = await readArchivedBefore(store.engine.db);
  // Announced first: reports look into the archive from then on.
  if (known === null || known < before)
    await store.audit.record({ at: store.clock(), campaignId: '', kind: ARCHIVE_BEGAN, detail: { before } });
  const moving = { before, stepRows };
  const ofAttempts = await archiveAttempts(store, moving);
  const refused = await archiveRefusals(store, moving);
  const moved = {
    before,
    attempts: ofAttempts.attempts,
    decisions: ofAttempts.decisions + refused,
    records: await archiveChains(store, 'decision_records', moving),
    entries: await archiveChains(store, 'audit', moving),
  };
  await store.audit.record({ at: store.clock(), campaignId: '', kind: ARCHIVE_ENDED, detail: moved });
  return moved;
}

type OldAttempt = { readonly attempt_id: string; readonly opened_at: number };

/** Attempts that may go, in the order of their opening. The return type is the builder's own. */
function oldAttempts(db: Db, before: number) {
  return db
    .selectFrom('attempts as a')
    .where('a.opened_at', '<', before)
    .where('a.closed_at', '<', before)
    .where('a.ended_at', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('leads as l')
            .select('l.lead_id')
            .whereRef('l.lead_id', '=', 'a.lead_id')
            .where('l.state', '<>', 'closed'),
        ),
      ),
    );
}

async function countOld(db: Db, before: number): Promise<number> {
  const { rows } = await oldAttempts(db, before)
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  return Number(rows);
}

/** What is moved, and how much of it at once. */
interface Moving {
  readonly before: number;
  readonly stepRows: number;
}

/** A step whose commit had no answer is done again, and then finds nothing to move. */
async function archiveAttempts(
  store: Store,
  { before, stepRows }: Moving,
): Promise<{ readonly attempts: number; readonly decisions: number }> {
  let last: OldAttempt = { attempt_id: '', opened_at: 0 };
  const sum = { attempts: 0, decisions: 0 };
  for (;;) {
    const page = await oldAttempts(store.engine.db, before)
      .select(['a.attempt_id', 'a.opened_at'])
      .where('a.opened_at', '>=', last.opened_at)
      .where(({ or, and, eb }) =>
        or([
          eb('a.opened_at', '>', last.opened_at),
          and([eb('a.opened_at', '=', last.opened_at), eb('a.attempt_id', '>', last.attempt_id)]),
        ]),
      )
      .orderBy('a.opened_at')
      .orderBy('a.attempt_id')
      .limit(stepRows)
      .execute();
    if (page.length === 0) return sum;
    const attemptIds = page.map((row) => row.attempt_id).sort();
    const moved = await stepBeside(store, () => transact(store.engine, (tx) => moveAttempts(tx, attemptIds)));
    sum.attempts += moved.attempts;
    sum.decisions += moved.decisions;
    last = page.at(-1) ?? last;
  }
}

const lockAttempts = preparedQuery((db: Db, { attemptIds }: Given<{ attemptIds: readonly string[] }>) =>
  db
    .selectFrom('attempts')
    .select('attempt_id')
    .where('attempt_id', 'in', attemptIds)
    .orderBy('attempt_id')
    .forUpdate(),
);

/** The rows are locked first: an erasure that is at them ends before; one that comes finds them after. */
async function moveAttempts(
  tx: Tx,
  attemptIds: readonly string[],
): Promise<{ readonly attempts: number; readonly decisions: number }> {
  const found = (await lockAttempts.all(tx, { attemptIds })).map((row) => row.attempt_id);
  if (found.length === 0) return { attempts: 0, decisions: 0 };
  const rows = await tx.selectFrom('decisions').select('id').where('attempt_id', 'in', found).execute();
  const ids = rows.map(({ id }) => id);
  for (const chunk of inChunks(ids)) await move(tx, 'decisions', 'id', chunk);
  await move(tx, 'attempts', 'attempt_id', found);
  return { attempts: found.length, decisions: ids.length };
}

/** Moves rows by a column of theirs. */
async function move<Table extends ArchivedTable>(
  tx: Tx,
  table: Table,
  column: 'attempt_id' | 'id' | 'n',
  values: readonly (string | number)[],
  writer?: string,
): Promise<void> {
  const { ref } = tx.dynamic;
  const columns = ARCHIVED_COLUMNS[table] as readonly (keyof Database['attempts'])[];
  // One table stands for all four: they have nothing in common that the builder could name.
  const from = table as 'attempts';
  let rows = tx.selectFrom(from).select(columns).where(ref(column), 'in', values);
  let gone = tx.deleteFrom(from).where(ref(column), 'in', values);
  if (writer !== undefined) {
    rows = rows.where(ref('writer'), '=', writer);
    gone = gone.where(ref('writer'), '=', writer);
  }
  const into = ARCHIVE_OF[table] as 'archived_attempts';
  await tx.insertInto(into).columns(columns).expression(rows).execute();
  await gone.execute();
}

/** Decisions are written about in the order of time: pages end where nothing old is found for so long. */
const DECISIONS_PAGE = 1_000;

/** Decisions that no attempt followed: the law refused the call. */
async function archiveRefusals(store: Store, { before, stepRows }: Moving): Promise<number> {
  let moved = 0;
  for (let after = 0; ;) {
    const page = await store.engine.db
      .selectFrom('decisions as d')
      .leftJoin('attempts as a', 'a.attempt_id', 'd.attempt_id')
      .select(['d.id', 'd.at', 'a.attempt_id as attempt'])
      .where('d.id', '>', after)
      .orderBy('d.id')
      .limit(DECISIONS_PAGE)
      .execute();
    const old = page.filter(({ at, attempt }) => at < before && attempt === null).map(({ id }) => id);
    for (const ids of inChunks(old, stepRows))
      await stepBeside(store, () => transact(store.engine, (tx) => moveDecisions(tx, ids)));
    moved += old.length;
    after = page.at(-1)?.id ?? after;
    if (page.length < DECISIONS_PAGE || page.every(({ at }) => at >= before)) return moved;
  }
}

async function moveDecisions(tx: Tx, ids: readonly number[]): Promise<void> {
  const rows = await tx.selectFrom('decisions').select('id').where('id', 'in', ids).forUpdate().execute();
  if (rows.length > 0)
    await move(
      tx,
      'decisions',
      'id',
      rows.map(({ id }) => id),
    );
}

type Chained = 'audit' | 'decision_records';

/** The beginning of every chain, up to what is younger. The last entry stays: the next one follows it. */
async function archiveChains(store: Store, table: Chained, moving: Moving): Promise<number> {
  let moved = 0;
  for (let writer = await nextWriter(store.engine.db, table, ''); writer !== undefined;) {
    if (writer !== BASELINE_WRITER) moved += await archiveChain(store, table, writer, moving);
    writer = await nextWriter(store.engine.db, table, writer);
  }
  return moved;
}

async function nextWriter(db: Db, table: Chained, after: string): Promise<string | undefined> {
  const next = db.selectFrom(table).select('writer').where('writer', '>', after).orderBy('writer').limit(1);
  return (await next.executeTakeFirst())?.writer;
}

async function archiveChain(
  store: Store,
  table: Chained,
  writer: string,
  { before, stepRows }: Moving,
): Promise<number> {
  for (let moved = 0; ;) {
    const first = store.engine.db.selectFrom(table).select(['n', 'at']).where('writer', '=', writer);
    const rows = await first
      .orderBy('n')
      .limit(stepRows + 1)
      .execute();
    const young = rows.findIndex(({ at }) => at >= before);
    const isEnd = rows.length <= stepRows || young >= 0;
    // The last of the page stays: another follows it, or it is where the chain ends.
    const ns = rows.slice(0, young < 0 ? -1 : young).map(({ n }) => n);
    if (ns.length > 0)
      await stepBeside(store, () => transact(store.engine, (tx) => moveEntries(tx, table, writer, ns)));
    moved += ns.length;
    if (isEnd) return moved;
  }
}

async function moveEntries(tx: Tx, table: Chained, writer: string, ns: readonly number[]): Promise<void> {
  const locked = tx.selectFrom(table).select('n').where('writer', '=', writer).where('n', 'in', ns);
  const found = (await locked.forUpdate().execute()).map(({ n }) => n);
  if (found.length > 0) await move(tx, table, 'n', found, writer);
}
