/** Schema change 1. */
import type { Kysely } from 'kysely';
import { CODE, ID, LONG_TEXT, SMALL, WHOLE } from './column-types.js';
import { createTable } from './table-options.js';

/** Lists, campaigns, who runs them, the kill switch. */
export async function createCampaignTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'lists')
    .addColumn('list_id', ID, (c) => c.primaryKey())
    .addColumn('created_at', WHOLE, (c) => c.notNull())
    .execute();
  await createTable(db, 'campaigns')
    .addColumn('campaign_id', ID, (c) => c.primaryKey())
    .addColumn('purpose', CODE)
    .addColumn('seller', CODE)
    .addColumn('facts', LONG_TEXT, (c) => c.notNull())
    .addColumn('updated_at', WHOLE, (c) => c.notNull())
    .execute();
  await createTable(db, 'campaign_lists')
    .addColumn('campaign_id', ID, (c) => c.notNull())
    .addColumn('list_id', ID, (c) => c.notNull())
    .addPrimaryKeyConstraint('campaign_lists_key', ['campaign_id', 'list_id'])
    .execute();
  await createTable(db, 'leases')
    .addColumn('campaign_id', ID, (c) => c.primaryKey())
    .addColumn('node', ID, (c) => c.notNull())
    .addColumn('epoch', WHOLE, (c) => c.notNull())
    .addColumn('expires_at', WHOLE, (c) => c.notNull())
    .execute();
  await createTable(db, 'kill_switch')
    .addColumn('id', SMALL, (c) => c.primaryKey())
    .addColumn('is_on', SMALL, (c) => c.notNull())
    .addColumn('reason', CODE, (c) => c.notNull())
    .addColumn('at', WHOLE, (c) => c.notNull())
    .addColumn('version', WHOLE, (c) => c.notNull())
    .execute();
}
