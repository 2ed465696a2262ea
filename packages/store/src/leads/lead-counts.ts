/**
 * How many leads stand where, kept by the transactions that move leads: surveys read these counts and no
 * lead. A transaction only adds rows, so no two wait for each other; a survey folds them where many came.
 */
import { breathe } from '../database/breathe.js';
import type { Db, Engine, Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { insertMany } from '../database/insert-many.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given, PreparedQuery } from '../database/prepared.js';
import type { LeadState } from '../database/tables.js';
import { transact } from '../database/transact.js';
import type { LeadRow } from './lead-row.js';

/** Columns of a lead by which it is counted: a statement that changes one moves the lead. */
export const COUNTED_COLUMNS = ['list_id', 'state', 'place', 'why', 'touched'] as const;

/** A lead as it is counted. */
export type CountedLead = Pick<LeadRow, (typeof COUNTED_COLUMNS)[number]>;

/** So many leads of one kind. */
export interface LeadKindCount extends CountedLead {
  readonly n: number;
}

/** The kind of a lead: closed leads are counted by reason, ready ones by place, those that wait by both. */
function kindOf({ list_id, state, place, why, touched }: CountedLead): CountedLead {
  return {
    list_id,
    state,
    place: state === 'closed' ? '' : place,
    why: hasReason(state) ? why : '',
    touched,
  };
}

function hasReason(state: LeadState): boolean {
  return state === 'closed' || state === 'waiting';
}

function keyOf({ list_id, state, place, why, touched }: CountedLead): string {
  return `${list_id}\n${state}\n${place}\n${why}\n${touched}`;
}

/** Adds up leads by their kind. */
export class LeadSums {
  readonly #sums = new Map<string, CountedLead & { n: number }>();

  /** Adds `n` leads, or takes them away where it is negative. */
  add(lead: CountedLead, n: number): void {
    const kind = kindOf(lead);
    const key = keyOf(kind);
    const known = this.#sums.get(key);
    if (known) known.n += n;
    else this.#sums.set(key, { ...kind, n });
  }

  /** Kinds of which there are more or fewer than none. */
  rows(): readonly LeadKindCount[] {
    return [...this.#sums.values()].filter(({ n }) => n !== 0);
  }
}

/** Leads that move, as they were and as they become: undefined where there is no such lead. */
export type LeadMove = readonly [before: CountedLead | undefined, after: CountedLead | undefined];

/** Counts leads that the transaction has moved. */
export async function countMoves(tx: Tx, moves: Iterable<LeadMove>): Promise<void> {
  const sums = new LeadSums();
  for (const [before, after] of moves) {
    if (before) sums.add(before, -1);
    if (after) sums.add(after, 1);
  }
  await insertMany(tx, 'lead_counts', sums.rows());
}

type Found = CountedLead & Pick<LeadRow, 'lead_id'>;

const lockCounted = preparedQuery((db: Db, given: Given<{ leadIds: readonly string[] }>) =>
  countedOf(db, given).forUpdate(),
);
const selectCounted = preparedQuery(countedOf);

// The return type is the builder's own; naming it would repeat the statement.

function countedOf(db: Db, { leadIds }: Given<{ leadIds: readonly string[] }>) {
  return db
    .selectFrom('leads')
    .select(['lead_id', ...COUNTED_COLUMNS])
    .where('lead_id', 'in', leadIds);
}

async function readCounted(
  tx: Tx,
  query: PreparedQuery<{ leadIds: readonly string[] }, Found>,
  leadIds: readonly string[],
): Promise<ReadonlyMap<string, Found>> {
  const found = new Map<string, Found>();
  for (const chunk of inChunks(leadIds))
    for (const row of await query.all(tx, { leadIds: chunk })) found.set(row.lead_id, row);
  return found;
}

/**
 * Makes a change to some leads and counts what moved, by reading them before and after. Changes of the same
 * leads must not stand within each other: both would count.
 */
export async function counted<Result>(
  tx: Tx,
  leadIds: readonly string[],
  change: () => Promise<Result>,
): Promise<Result> {
  if (leadIds.length === 0) return change();
  const before = await readCounted(tx, lockCounted, leadIds);
  const result = await change();
  const after = await readCounted(tx, selectCounted, leadIds);
  const all = new Set([...before.keys(), ...after.keys()]);
  await countMoves(
    tx,
    [...all].map((leadId): LeadMove => [before.get(leadId), after.get(leadId)]),
  );
  return result;
}

const selectSums = preparedQuery((db: Db, { lists }: Given<{ lists: readonly string[] }>) =>
  db
    .selectFrom('lead_counts')
    .select([...COUNTED_COLUMNS])
    .select(({ fn }) => [fn.sum<number>('n').as('n'), fn.countAll<number>().as('parts')])
    .where('list_id', 'in', lists)
    .groupBy(COUNTED_COLUMNS),
);

/** The counts of lists, and how much there is to fold. */
export interface LeadCounts {
  readonly counts: readonly LeadKindCount[];
  /** Rows beyond one a kind. */
  readonly toFold: number;
}

/** Reads the counts of lists, by one statement: it sees every transaction whole or not at all. */
export async function readLeadCounts(db: Db, lists: readonly string[]): Promise<LeadCounts> {
  const counts: LeadKindCount[] = [];
  let toFold = 0;
  for (const chunk of inChunks(lists)) {
    for (const { parts, n, ...kind } of await selectSums.all(db, { lists: chunk })) {
      toFold += Number(parts) - 1;
      if (Number(n) !== 0) counts.push({ ...kind, n: Number(n) });
    }
  }
  return { counts, toFold };
}

/** Rows beyond one a kind from which folding is worth a transaction. */
const FOLD_FROM = 300;
/** Rows folded in one transaction: some milliseconds of a database in the process. */
const FOLDED_MOST = 2_000;

const lockRows = preparedQuery((db: Db, { listId, after }: Given<{ listId: string; after: number }>) =>
  db
    .selectFrom('lead_counts')
    .select(['id', ...COUNTED_COLUMNS, 'n'])
    .where('list_id', '=', listId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(FOLDED_MOST)
    .forUpdate()
    .skipLocked(),
);

/** Folds the counts of lists where many rows stand for one kind. Processes may do it side by side. */
export async function foldLeadCounts(
  engine: Engine,
  lists: readonly string[],
  toFold: number,
): Promise<void> {
  if (toFold < FOLD_FROM) return;
  for (const listId of lists) {
    for (let after: number | null = 0; after !== null;) {
      const from: number = after;
      after = await transact(engine, (tx) => foldSome(tx, listId, from));
      await breathe();
    }
  }
}

/** Folds the next rows of a list. Answers where the next begin: null when these were the last. */
async function foldSome(tx: Tx, listId: string, after: number): Promise<number | null> {
  const rows = await lockRows.all(tx, { listId, after });
  const ofKind = new Map<string, typeof rows>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = ofKind.get(key);
    if (known) known.push(row);
    else ofKind.set(key, [row]);
  }
  const several = [...ofKind.values()].filter((same) => same.length > 1).flat();
  const sums = new LeadSums();
  for (const row of several) sums.add(row, row.n);
  for (const chunk of inChunks(several.map(({ id }) => id)))
    await tx.deleteFrom('lead_counts').where('id', 'in', chunk).execute();
  await insertMany(tx, 'lead_counts', sums.rows());
  return rows.length < FOLDED_MOST ? null : (rows.at(-1)?.id ?? null);
}
