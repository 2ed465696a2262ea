/** Schema change 10. */
import type { Kysely } from 'kysely';
import { CODE, ID, WHOLE } from './column-types.js';
import { createIndex, createTable } from './table-options.js';

/** Where each agent works. */
export async function createPresences(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'presences')
    .addColumn('agent_id', ID, (c) => c.primaryKey())
    .addColumn('campaign_id', ID, (c) => c.notNull())
    .addColumn('node', ID, (c) => c.notNull())
    .addColumn('expires_at', WHOLE, (c) => c.notNull())
    .addColumn('instance', ID)
    .addColumn('host', CODE)
    .addColumn('machine', CODE)
    .addColumn('pid', WHOLE)
    .addColumn('pid_started', CODE)
    .addColumn('since', WHOLE)
    .execute();
  await createIndex(db, 'presences_by_instance', 'presences', ['instance']);
}
