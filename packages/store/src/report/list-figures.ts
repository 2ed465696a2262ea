/** Every list with the state of its leads, for screens. */
import { foldLeadCounts, readLeadCounts } from '../leads/lead-counts.js';
import type { LeadKindCount } from '../leads/lead-counts.js';
import { isWaiting, readDue } from '../leads/waiting-leads.js';
import type { Store } from '../open-store.js';

/** A list and its leads. Counts of leads. */
export interface ListFigures {
  readonly listId: string;
  /** Epoch ms. */
  readonly createdAt: number;
  /** Campaigns that dial it, by id. */
  readonly campaigns: readonly string[];
  readonly leads: number;
  /** Never called, and open. */
  readonly fresh: number;
  /** Open, and due: the calling windows of their places are not asked. */
  readonly ready: number;
  /** Open, and due later: retries and callbacks. */
  readonly waiting: number;
  readonly closed: number;
  /** Called at least once. */
  readonly called: number;
}

/** Every list of the store, by id. `at`: epoch ms, the instant at which leads are due. */
export async function readLists(store: Store, at: number = store.clock()): Promise<readonly ListFigures[]> {
  const { db } = store.engine;
  const lists = await db.selectFrom('lists').selectAll().orderBy('list_id').execute();
  const dialed = await db.selectFrom('campaign_lists').selectAll().orderBy('campaign_id').execute();
  const listIds = lists.map(({ list_id }) => list_id);
  const { counts, toFold } = await readLeadCounts(db, listIds);
  const due = await readDue(db, counts, { at, kind: store.engine.kind });
  await foldLeadCounts(store.engine, listIds, toFold);
  return lists.map(({ list_id: listId, created_at: createdAt }) => {
    const ofList = <Row extends { readonly list_id: string }>(rows: readonly Row[]): readonly Row[] =>
      rows.filter(({ list_id }) => list_id === listId);
    const own = ofList(counts);
    const sum = (of: (row: LeadKindCount) => boolean): number =>
      own.reduce((total, row) => total + (of(row) ? row.n : 0), 0);
    const isOpen = ({ state }: LeadKindCount): boolean => state !== 'closed';
    const dueNow = ofList(due).reduce((total, { n }) => total + n, 0);
    const waiting = sum((row) => isWaiting(row) || row.state === 'claimed') - dueNow;
    return {
      listId,
      createdAt,
      campaigns: dialed.filter(({ list_id }) => list_id === listId).map(({ campaign_id }) => campaign_id),
      leads: sum(() => true),
      fresh: sum((row) => isOpen(row) && row.touched === 0),
      ready: sum(({ state }) => state === 'ready') + dueNow,
      waiting,
      closed: sum(({ state }) => state === 'closed'),
      called: sum(({ touched }) => touched === 1),
    };
  });
}
