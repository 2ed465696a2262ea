/** Picks leads that were pushed to the front. */
import type { Db, Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { Picked } from './claim-context.js';
import { FIRST_ORDER } from './dial-order.js';
import type { PlaceGroup } from './dial-order.js';
import { CAMPAIGN_COLUMNS } from './lead-row.js';

const lockFirst = preparedQuery(
  (
    db: Db,
    {
      lists,
      places,
      count,
    }: Given<{
      lists: readonly string[];
      places: readonly string[];
      count: number;
    }>,
  ) =>
    db
      .selectFrom('leads')
      .select([...CAMPAIGN_COLUMNS, 'place'])
      .where('list_id', 'in', lists)
      .where('state', '=', 'ready')
      .where('place', 'in', places)
      .where('dial_order', '<=', FIRST_ORDER)
      .orderBy('seq', 'desc')
      .limit(count)
      .forUpdate()
      .skipLocked(),
);

/** Leads pushed to the front: whatever place they have, if it may be called now; the newest first. */
export async function pickFirst(
  tx: Tx,
  groups: readonly PlaceGroup[],
  lists: readonly string[],
  withFirst: ReadonlySet<string>,
  count: number,
  picked: Picked,
): Promise<void> {
  const closesAt = new Map(
    groups.flatMap((group) =>
      group.places.filter((place) => withFirst.has(place)).map((place) => [place, group.closesAt] as const),
    ),
  );
  for (const places of inChunks([...closesAt.keys()])) {
    for (const row of await lockFirst.all(tx, { lists, places, count: count - picked.size }))
      picked.set(row.lead_id, { closesAt: closesAt.get(row.place) ?? null, row });
    if (picked.size >= count) return;
  }
}
