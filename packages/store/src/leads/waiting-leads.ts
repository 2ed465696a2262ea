/** Retries and callbacks of lists: those that are due, and when the next one is. */
import type { Db, Engine } from '../database/engine.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { LeadCondition } from '../expressions/parse-expression.js';
import { anybodysSince } from './callback-for-anybody.js';
import type { LeadKindCount } from './lead-counts.js';
import type { LeadRow } from './lead-row.js';
import { filterOf } from './selection/filter-sql.js';

/** What is asked of leads that are due. */
export interface DueQuestion {
  /** Epoch ms: may lie in the future. */
  readonly at: number;
  readonly filter?: LeadCondition;
  readonly callbacksToAnybodyAfterMs?: number | null;
  readonly kind: Engine['kind'];
}

/** Leads that are due, by what may still hold them back. */
export interface DueCount extends Pick<LeadRow, 'list_id' | 'place' | 'state' | 'why'> {
  /** The agent who promised the callback, while it is that agent's alone. */
  readonly agentId: string | null;
  readonly n: number;
  /** Those of them that the filter takes. */
  readonly taken: number;
  /** Epoch ms: the first of them was due then. */
  readonly since: number;
}

/** Retries and callbacks. */
const WAITING = ['waiting', 'callback'] as const;

/** Whether a lead waits for an instant. */
export function isWaiting({ state }: Pick<LeadRow, 'state'>): boolean {
  return WAITING.some((waiting) => waiting === state);
}

/**
 * Leads of a list and state that are looked at, the longest due first: claims move those that came due out of
 * the way, a thousand at a time. What lies beyond counts as waiting.
 */
const DUE_MOST = 10_000;

/** Retries and callbacks that are due. `counts`: of the lists that are asked about. */
export async function readDue(
  db: Db,
  counts: readonly LeadKindCount[],
  question: DueQuestion,
): Promise<readonly DueCount[]> {
  const found: DueCount[] = [];
  for (const state of WAITING) {
    const lists = new Set(counts.filter((row) => row.state === state).map(({ list_id }) => list_id));
    for (const listId of lists) found.push(...(await dueOf(db, { listId, state }, question)));
  }
  return found;
}

async function dueOf(
  db: Db,
  { listId, state }: { readonly listId: string; readonly state: LeadRow['state'] },
  { at, filter, callbacksToAnybodyAfterMs, kind }: DueQuestion,
): Promise<readonly DueCount[]> {
  const anybodys = anybodysSince(at, callbacksToAnybodyAfterMs);
  const takes = filterOf(filter ? { filter } : {}, kind);
  const due = db
    .selectFrom('leads')
    .select(['place', 'state', 'why', 'next_dialable_at'])
    .select((eb) => [
      eb
        .case()
        .when(eb.and([eb('state', '=', 'callback'), eb('next_dialable_at', '>', anybodys)]))
        .then(eb.ref('callback_agent_id'))
        .end()
        .as('agentId'),
      eb
        .case()
        .when(takes(eb, eb.val(at)))
        .then(1)
        .else(0)
        .end()
        .as('taken'),
    ])
    .where('list_id', '=', listId)
    .where('state', '=', state)
    .where('next_dialable_at', '<=', at)
    .orderBy('next_dialable_at')
    .limit(DUE_MOST);
  const rows = await db
    .selectFrom(due.as('due'))
    .select(['place', 'state', 'why', 'agentId'])
    .select(({ fn }) => [
      fn.countAll<number>().as('n'),
      fn.sum<number>('taken').as('taken'),
      fn.min<number>('next_dialable_at').as('since'),
    ])
    .groupBy(['place', 'state', 'why', 'agentId'])
    .execute();
  return rows.map((row) => ({ ...row, list_id: listId, n: Number(row.n), taken: Number(row.taken) }));
}

const nextRetry = preparedQuery(
  (db: Db, given: Given<{ listId: string; why: string; touched: 0 | 1; at: number }>) =>
    db
      .selectFrom('leads')
      .select('next_dialable_at')
      .where('list_id', '=', given.listId)
      .where('state', '=', 'waiting')
      .where('why', '=', given.why)
      .where('touched', '=', given.touched)
      .where('next_dialable_at', '>', given.at)
      .orderBy('next_dialable_at')
      .limit(1),
);

const nextCallback = preparedQuery((db: Db, { listId, at }: Given<{ listId: string; at: number }>) =>
  db
    .selectFrom('leads')
    .select('next_dialable_at')
    .where('list_id', '=', listId)
    .where('state', '=', 'callback')
    .where('next_dialable_at', '>', at)
    .orderBy('next_dialable_at')
    .limit(1),
);

/** Leads that wait for an instant after `at`, by reason. */
export interface WaitingLeads {
  readonly n: number;
  /** Epoch ms of the first of them; null where none is known. */
  readonly nextAt: number | null;
}

/** Retries and callbacks that are not due, by reason. Each first instant is one look into an index. */
export async function readWaiting(
  db: Db,
  counts: readonly LeadKindCount[],
  due: readonly DueCount[],
  at: number,
): Promise<ReadonlyMap<string, WaitingLeads>> {
  const found = new Map<string, WaitingLeads>();
  const add = (reason: string, n: number, nextAt: number | null): void => {
    const known = found.get(reason);
    const first = Math.min(known?.nextAt ?? Infinity, nextAt ?? Infinity);
    found.set(reason, { n: (known?.n ?? 0) + n, nextAt: first === Infinity ? null : first });
  };
  for (const row of due) add(reasonOf(row), -row.n, null);
  for (const row of byIndex(counts.filter(isWaiting)))
    add(reasonOf(row), row.n, await nextInstant(db, row, at));
  return found;
}

function reasonOf({ state, why }: Pick<LeadRow, 'state' | 'why'>): string {
  return state === 'callback' ? 'callback' : why;
}

/** The kinds added up over their places: those that an index has side by side. */
function byIndex(counts: readonly LeadKindCount[]): Iterable<LeadKindCount> {
  const sums = new Map<string, LeadKindCount>();
  for (const row of counts) {
    const key = `${row.list_id}\n${row.state}\n${row.why}\n${row.state === 'callback' ? '' : row.touched}`;
    sums.set(key, { ...row, n: row.n + (sums.get(key)?.n ?? 0) });
  }
  return sums.values();
}

async function nextInstant(
  db: Db,
  { list_id: listId, state, why, touched }: LeadKindCount,
  at: number,
): Promise<number | null> {
  const next = await (state === 'callback'
    ? nextCallback.first(db, { listId, at })
    : nextRetry.first(db, { listId, why, touched, at }));
  return next?.next_dialable_at ?? null;
}
