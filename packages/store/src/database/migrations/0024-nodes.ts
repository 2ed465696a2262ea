/** Schema change 24. */
import type { Kysely } from 'kysely';
import { ID, LONG_TEXT, SMALL, WHOLE } from './column-types.js';
import { createTable } from './table-options.js';

/** Servers on one store, so that they spread their campaigns. Leases alone decide who runs one. */
export async function createNodes(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'nodes')
    .addColumn('node_id', ID, (c) => c.primaryKey())
    .addColumn('node', ID, (c) => c.notNull())
    .addColumn('seen_at', WHOLE, (c) => c.notNull())
    .addColumn('is_leaving', SMALL, (c) => c.notNull())
    .addColumn('running', WHOLE, (c) => c.notNull())
    .addColumn('offers', LONG_TEXT, (c) => c.notNull())
    .execute();
}
