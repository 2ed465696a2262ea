/** Picks ready leads of places that close together, in dial order. */
import { defined } from '@outdial/core';
import type { Db, Engine, Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { Picked } from './picked.js';
import { CAMPAIGN_COLUMNS } from './lead-row.js';
import type { CampaignLeadRow } from './lead-row.js';
import { peekPlaces } from './peek-places.js';
import type { ListPlace } from './peek-places.js';

const lockPlace = preparedQuery(
  (db: Db, { listId, place, count }: Given<{ listId: string; place: string; count: number }>) =>
    db
      .selectFrom('leads')
      .select(CAMPAIGN_COLUMNS)
      .where('list_id', '=', listId)
      .where('state', '=', 'ready')
      .where('place', '=', place)
      .orderBy('dial_order')
      .orderBy('seq')
      .limit(count)
      .forUpdate()
      .skipLocked(),
);

/**
 * One place: its index is the order. Several: look into each, merge, lock what was chosen. Where rivals
 * locked them first, place by place.
 */
export async function pickPlaceGroup(
  engine: Engine,
  tx: Tx,
  group: { readonly closesAt: number | null; readonly places: readonly ListPlace[] },
  count: number,
  picked: Picked,
): Promise<void> {
  if (group.places.length > 1) {
    const wanted = count - picked.size;
    const candidates = await peekPlaces(tx, group.places, wanted);
    for (const [leadId, row] of await lockReady(engine, tx, candidates))
      picked.set(leadId, { closesAt: group.closesAt, ...defined({ row }) });
    if (!engine.hasRivals || picked.size >= count || candidates.length < wanted) return;
  }
  for (const { list_id: listId, place } of group.places) {
    if (picked.size >= count) return;
    // Rows picked before are ours, so they come again: ask for as many more.
    for (const row of await lockPlace.all(tx, { listId, place, count })) {
      if (picked.size >= count) return;
      if (!picked.has(row.lead_id)) picked.set(row.lead_id, { closesAt: group.closesAt, row });
    }
  }
}

const lockChosen = preparedQuery((db: Db, { leadIds }: Given<{ leadIds: readonly string[] }>) =>
  db
    .selectFrom('leads')
    .select(CAMPAIGN_COLUMNS)
    .where('lead_id', 'in', leadIds)
    .where('state', '=', 'ready')
    .forUpdate()
    .skipLocked(),
);

/** The leads of these that are ready, in their order; without a row where no rival can have taken one. */
async function lockReady(
  engine: Engine,
  tx: Tx,
  leadIds: readonly string[],
): Promise<readonly (readonly [string, CampaignLeadRow | undefined])[]> {
  if (!engine.hasRivals) return leadIds.map((leadId) => [leadId, undefined]);
  const locked = new Map<string, CampaignLeadRow>();
  for (const chunk of inChunks(leadIds)) {
    for (const row of await lockChosen.all(tx, { leadIds: chunk })) locked.set(row.lead_id, row);
  }
  return leadIds.filter((leadId) => locked.has(leadId)).map((leadId) => [leadId, locked.get(leadId)]);
}
