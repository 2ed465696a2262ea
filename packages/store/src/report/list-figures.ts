/** Every list with the state of its leads, for screens. */
import type { LeadState } from '../database/tables.js';
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
  const counts = await db
    .selectFrom('leads')
    .select((eb) => [
      'list_id',
      'state',
      'touched',
      eb.fn.countAll<number>().as('n'),
      eb.fn.sum<number>(eb.case().when('next_dialable_at', '>', at).then(1).else(0).end()).as('later'),
    ])
    .groupBy(['list_id', 'state', 'touched'])
    .execute();
  return lists.map(({ list_id: listId, created_at: createdAt }) => {
    const found = counts.filter(({ list_id }) => list_id === listId);
    const sum = (of: (row: (typeof found)[number]) => number): number =>
      found.reduce((total, row) => total + of(row), 0);
    const open = (state: LeadState): boolean => state !== 'closed';
    const later = ({ state, n, later: due }: (typeof found)[number]): number =>
      state === 'waiting' || state === 'callback' ? Number(due) : state === 'claimed' ? Number(n) : 0;
    return {
      listId,
      createdAt,
      campaigns: dialed.filter(({ list_id }) => list_id === listId).map(({ campaign_id }) => campaign_id),
      leads: sum(({ n }) => Number(n)),
      fresh: sum(({ n, state, touched }) => (open(state) && touched === 0 ? Number(n) : 0)),
      ready: sum((row) => (open(row.state) ? Number(row.n) - later(row) : 0)),
      waiting: sum(later),
      closed: sum(({ n, state }) => (open(state) ? 0 : Number(n))),
      called: sum(({ n, touched }) => (touched === 1 ? Number(n) : 0)),
    };
  });
}
