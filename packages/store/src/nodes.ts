/**
 * Servers on one store as each of them says it is: a row that it renews. It helps them to spread campaigns;
 * who runs one, the leases alone decide.
 */
import { insertMany } from './database/insert-many.js';
import { parseJson, toJson } from './database/json-text.js';
import type { NodesTable } from './database/tables.js';
import type { Store } from './open-store.js';

/** What a server says of itself. */
export interface NodeStanding {
  /** Random id of the process. */
  readonly nodeId: string;
  /** Its name among the nodes of the store. */
  readonly node: string;
  /** Epoch ms of its last word. */
  readonly seenAt: number;
  /** True: it gives its campaigns up, and takes none. */
  readonly isLeaving: boolean;
  /** Where browsers reach it; null: nobody said. */
  readonly address: string | null;
  /** How many campaigns it runs. */
  readonly running: number;
  /** Which ones. */
  readonly runs: readonly string[];
  /** Campaigns that it would run. */
  readonly offers: readonly string[];
}

/** How long the row of a server that is silent stays, ms. */
const KEPT_MS = 3_600_000;

/** Says how a server stands; answers how all stand that spoke since `since` (epoch ms), itself among them. */
export async function beatNode(
  store: Store,
  standing: Omit<NodeStanding, 'seenAt' | 'running'>,
  since: number,
): Promise<readonly NodeStanding[]> {
  const { db } = store.engine;
  const { nodeId, node, isLeaving, address, runs, offers } = standing;
  const seenAt = store.clock();
  const row: Omit<NodesTable, 'node_id'> = {
    ...{ node, seen_at: seenAt, address, running: runs.length },
    is_leaving: isLeaving ? 1 : 0,
    runs: toJson<readonly string[]>(runs),
    offers: toJson<readonly string[]>(offers),
  };
  const known = await db.updateTable('nodes').set(row).where('node_id', '=', nodeId).executeTakeFirst();
  if (Number(known.numUpdatedRows) === 0) {
    await db
      .deleteFrom('nodes')
      .where('seen_at', '<', seenAt - KEPT_MS)
      .execute();
    await insertMany(db, 'nodes', [{ node_id: nodeId, ...row }], { ifAbsent: true });
  }
  const rows = await db.selectFrom('nodes').selectAll().where('seen_at', '>=', since).execute();
  return rows.map((one) => ({
    nodeId: one.node_id,
    node: one.node,
    seenAt: one.seen_at,
    isLeaving: one.is_leaving === 1,
    address: one.address,
    running: one.running,
    runs: parseJson(one.runs, []),
    offers: parseJson(one.offers, []),
  }));
}

/** A server has ended. */
export async function forgetNode({ engine }: Store, nodeId: string): Promise<void> {
  await engine.db.deleteFrom('nodes').where('node_id', '=', nodeId).execute();
}
