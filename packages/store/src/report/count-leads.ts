/** Counts the leads of lists: all, open, called, and those that a filter takes. */
import type { Db, Engine } from '../database/engine.js';
import { parseJson } from '../database/json-text.js';
import type { LeadCondition } from '../expressions/parse-expression.js';
import type { NamedColumn } from '../expressions/read-tree.js';
import { readLeadCounts } from '../leads/lead-counts.js';
import { filterOf } from '../leads/selection/filter-sql.js';
import type { Store } from '../open-store.js';

/** The leads of one list. */
export interface ListCount {
  readonly listId: string;
  readonly leads: number;
  /** Not closed. */
  readonly open: number;
  /** Called at least once. */
  readonly called: number;
  /** Leads that the filter takes, closed ones too; without a filter all. */
  readonly taken: number;
  /** Open leads that the filter takes. */
  readonly takenOpen: number;
}

/** What {@link countLeads} found. */
export interface LeadCount {
  /** In the order in which they were asked for. */
  readonly lists: readonly ListCount[];
  /** Columns of the lists, as a sample of their leads has them. */
  readonly columns: readonly string[];
  /** Columns that the filter names and the sample does not have: misspelt, or of leads to come. */
  readonly missing: readonly NamedColumn[];
}

/** What is counted. */
export interface LeadCountQuestion {
  readonly lists: readonly string[];
  readonly filter?: LeadCondition;
  /** Epoch ms at which ages are reckoned. @default the store's clock */
  readonly at?: number;
}

/** Leads of a list that are looked at for its columns. */
const SAMPLE = 200;

/**
 * Counts leads by list. Where there is a filter it reads every lead of the lists; where the database is in
 * the process, on a thread of its own.
 */
export async function countLeads(store: Store, question: LeadCountQuestion): Promise<LeadCount> {
  const { lists, at = store.clock() } = question;
  const bulk = question.filter ? store.engine.forBulk?.() : undefined;
  const engine = bulk ?? store.engine;
  try {
    const found = question.filter
      ? await countByFilter(engine, { ...question, at })
      : await countAll(engine.db, lists);
    const columns = await readColumns(engine.db, lists);
    const known = new Set(columns);
    const missing = (question.filter?.columns ?? []).filter(
      ({ name }) => columns.length > 0 && !known.has(name),
    );
    const none = { leads: 0, open: 0, called: 0, taken: 0, takenOpen: 0 };
    return {
      lists: lists.map((listId) => found.get(listId) ?? { listId, ...none }),
      columns,
      missing,
    };
  } finally {
    await bulk?.db.destroy();
  }
}

async function countAll(db: Db, lists: readonly string[]): Promise<ReadonlyMap<string, ListCount>> {
  const found = new Map<string, ListCount>();
  for (const { list_id: listId, state, touched, n } of (await readLeadCounts(db, lists)).counts) {
    const known = found.get(listId) ?? { leads: 0, open: 0, called: 0 };
    const leads = known.leads + n;
    const open = known.open + (state === 'closed' ? 0 : n);
    const called = known.called + (touched === 1 ? n : 0);
    found.set(listId, { listId, leads, open, called, taken: leads, takenOpen: open });
  }
  return found;
}

async function countByFilter(
  { db, kind }: Engine,
  { lists, filter, at }: LeadCountQuestion & { readonly at: number },
): Promise<ReadonlyMap<string, ListCount>> {
  if (lists.length === 0) return new Map();
  const takes = filterOf(filter ? { filter } : {}, kind);
  const rows = await db
    .selectFrom('leads')
    .select((eb) => {
      const isTaken = takes(eb, eb.val(at));
      const isOpen = eb('state', '<>', 'closed');
      const many = (condition: typeof isTaken) =>
        eb.fn.sum<number>(eb.case().when(condition).then(1).else(0).end());
      return [
        'list_id',
        eb.fn.countAll<number>().as('leads'),
        many(isOpen).as('open'),
        eb.fn.sum<number>('touched').as('called'),
        many(isTaken).as('taken'),
        many(eb.and([isTaken, isOpen])).as('taken_open'),
      ];
    })
    .where('list_id', 'in', lists)
    .groupBy('list_id')
    .execute();
  return new Map(
    rows.map(({ list_id: listId, taken_open: takenOpen, ...row }) => [
      listId,
      {
        listId,
        leads: Number(row.leads),
        open: Number(row.open),
        called: Number(row.called),
        taken: Number(row.taken),
        takenOpen: Number(takenOpen),
      },
    ]),
  );
}

async function readColumns(db: Db, lists: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const listId of lists) {
    const rows = await db
      .selectFrom('leads')
      .select('fields')
      .where('list_id', '=', listId)
      .limit(SAMPLE)
      .execute();
    for (const { fields } of rows) for (const name of Object.keys(parseJson(fields, {}))) found.add(name);
  }
  return [...found].sort();
}
