/** Callbacks that are due, as claims pick them. */
import type { SelectQueryBuilder } from 'kysely';
import type { Db } from '../database/engine.js';
import type { Given } from '../database/prepared.js';
import type { Database } from '../database/tables.js';
import { CAMPAIGN_COLUMNS } from './lead-row.js';
import type { CampaignLeadRow } from './lead-row.js';
import type { LeadFilterSql } from './selection/filter-sql.js';

/** Which callbacks are due. */
export interface DueCallbacks {
  readonly lists: readonly string[];
  /** Places whose numbers the campaign does not dial. */
  readonly outside: readonly string[];
  readonly at: number;
  /** Callbacks due at this instant or before are anybody's. */
  readonly anybodys: number;
  readonly agentIds: readonly string[];
  readonly count: number;
}

/** Callbacks that are due and open to one of the agents, the longest due first; locked. */
export function dueCallbacks(
  db: Db,
  { lists, outside, at, anybodys, agentIds, count }: Given<DueCallbacks>,
  filter: LeadFilterSql | null,
): SelectQueryBuilder<Database, 'leads', CampaignLeadRow> {
  const due = db
    .selectFrom('leads')
    .select(CAMPAIGN_COLUMNS)
    .where('list_id', 'in', lists)
    .where('state', '=', 'callback')
    .where('next_dialable_at', '<=', at)
    .where('place', 'not in', outside)
    .where((eb) =>
      eb.or([
        eb('callback_agent_id', 'is', null),
        eb('callback_agent_id', 'in', agentIds),
        eb('next_dialable_at', '<=', anybodys),
      ]),
    );
  return (filter ? due.where((eb) => filter(eb, at)) : due)
    .orderBy('next_dialable_at')
    .orderBy('seq')
    .limit(count)
    .forUpdate()
    .skipLocked();
}
