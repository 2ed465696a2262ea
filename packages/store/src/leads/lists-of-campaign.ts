/** The lists a campaign dials, and what of them a claim must look at. */
import type { Db, Tx } from '../database/engine.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import { fenceOf } from '../journal/lease.js';
import type { Fence } from '../journal/lease.js';
import { leaseOf, shareOf } from '../journal/share-lease.js';

const selectLists = preparedQuery((db: Db, { campaignId }: Given<{ campaignId: string }>) =>
  db.selectFrom('campaign_lists').select('list_id').where('campaign_id', '=', campaignId).orderBy('list_id'),
);

/** The lists a campaign dials. */
export async function readListsOf(db: Db, campaignId: string): Promise<string[]> {
  return (await selectLists.all(db, { campaignId })).map((row) => row.list_id);
}

const selectAllLists = preparedQuery((db: Db) => db.selectFrom('lists').select('list_id').orderBy('list_id'));

/**
 * All lists. Claimed leads are found by list and state: a campaign may hold leads of a list that it dials no
 * more.
 */
export async function readAllLists(db: Db): Promise<string[]> {
  return (await selectAllLists.all(db, {})).map((row) => row.list_id);
}

/** A list that a campaign dials. */
export interface ListToClaim {
  readonly listId: string;
  /** Leads wait there whose instant has come. */
  readonly hasDue: boolean;
  /** Callbacks are due there. */
  readonly hasCallbacks: boolean;
}

/** Ids of lists. */
export function idsOf(lists: readonly ListToClaim[]): readonly string[] {
  return lists.map(({ listId }) => listId);
}

/**
 * One row a list. The first instant is read and compared here: compared in the statement, MariaDB reads every
 * lead of the state.
 */
const shareLists = preparedQuery(
  (db: Db, { campaignId, lease }: Given<{ campaignId: string; lease: string }>) =>
    db
      .selectFrom('leases as l')
      .leftJoin('kill_switch as k', (join) => join.on('k.id', '=', 1))
      .leftJoin('campaigns as c', (join) => join.on('c.campaign_id', '=', campaignId))
      .leftJoin('campaign_lists as d', (join) => join.on('d.campaign_id', '=', campaignId))
      .select(['l.epoch', 'k.is_on', 'k.reason', 'c.purpose', 'c.seller', 'c.facts', 'd.list_id'])
      .select((eb) => {
        const first = eb
          .selectFrom('leads as w')
          .select('w.next_dialable_at')
          .whereRef('w.list_id', '=', 'd.list_id')
          .orderBy('w.next_dialable_at')
          .limit(1);
        return [
          first.where('w.state', '=', 'waiting').as('first_due'),
          first.where('w.state', '=', 'callback').as('first_callback'),
        ];
      })
      .where('l.campaign_id', '=', lease)
      .forShare(),
);

/** Reads the fence of the campaign as `readFence` does, and its lists in the order of their ids. */
export async function readListsToClaim(
  tx: Tx,
  claim: { readonly campaignId: string; readonly epoch: number; readonly at: number },
): Promise<{ readonly fence: Fence; readonly lists: readonly ListToClaim[] }> {
  const { campaignId, epoch, at } = claim;
  const rows = await shareLists.all(tx, { campaignId, lease: leaseOf(campaignId, shareOf(epoch)) });
  const isDue = (instant: number | null): boolean => instant !== null && instant <= at;
  const lists = rows.flatMap(({ list_id: listId, first_due: due, first_callback: callback }) =>
    listId === null ? [] : [{ listId, hasDue: isDue(due), hasCallbacks: isDue(callback) }],
  );
  lists.sort((a, b) => (a.listId < b.listId ? -1 : 1));
  return { fence: fenceOf(rows[0], epoch), lists };
}
