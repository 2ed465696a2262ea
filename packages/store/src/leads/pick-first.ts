/** Picks leads that were pushed to the front. */
import type { SelectQueryBuilder } from 'kysely';
import type { Db, Tx } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given, PreparedQuery } from '../database/prepared.js';
import type { Database } from '../database/tables.js';
import type { Picked } from './picked.js';
import { FIRST_ORDER } from './dial-order.js';
import type { PlaceGroup } from './dial-order.js';
import { CAMPAIGN_COLUMNS } from './lead-row.js';
import type { CampaignLeadRow } from './lead-row.js';
import type { LeadFilterSql } from './selection/filter-sql.js';

/** A lead that was pushed to the front, as a claim reads it. */
type FirstRow = CampaignLeadRow;

/** Which leads were pushed to the front. */
export interface FirstLeads {
  readonly lists: readonly string[];
  readonly places: readonly string[];
  readonly count: number;
  readonly at: number;
}

/** Leads pushed to the front, the newest first; locked. */
export function firstLeads(
  db: Db,
  { lists, places, count, at }: Given<FirstLeads>,
  filter: LeadFilterSql | null,
): SelectQueryBuilder<Database, 'leads', FirstRow> {
  const pushed = db
    .selectFrom('leads')
    .select(CAMPAIGN_COLUMNS)
    .where('list_id', 'in', lists)
    .where('state', '=', 'ready')
    .where('place', 'in', places)
    .where('dial_order', '<=', FIRST_ORDER);
  return (filter ? pushed.where((eb) => filter(eb, at)) : pushed)
    .orderBy('seq', 'desc')
    .limit(count)
    .forUpdate()
    .skipLocked();
}

/** Without a filter. */
const lockFirst: PreparedQuery<FirstLeads, FirstRow> = preparedQuery((db: Db, given: Given<FirstLeads>) =>
  firstLeads(db, given, null),
);

/** How many leads to pick. */
interface FirstToPick {
  readonly count: number;
  readonly at: number;
  /** @default {@link lockFirst} */
  readonly statement?: PreparedQuery<FirstLeads, FirstRow>;
}

/** Leads pushed to the front: whatever place they have, if it may be called now; the newest first. */
export async function pickFirst(
  tx: Tx,
  groups: readonly PlaceGroup[],
  lists: readonly string[],
  withFirst: ReadonlySet<string>,
  { count, at, statement = lockFirst }: FirstToPick,
  picked: Picked,
): Promise<void> {
  const closesAt = new Map(
    groups.flatMap((group) =>
      group.places.filter((place) => withFirst.has(place)).map((place) => [place, group.closesAt] as const),
    ),
  );
  for (const places of inChunks([...closesAt.keys()])) {
    for (const row of await statement.all(tx, { lists, places, count: count - picked.size, at }))
      picked.set(row.lead_id, { closesAt: closesAt.get(row.place) ?? null, row });
    if (picked.size >= count) return;
  }
}
