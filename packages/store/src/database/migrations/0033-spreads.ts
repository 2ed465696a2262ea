/** Schema change 33. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { CODE, ID, LONG_TEXT, WHOLE } from './column-types.js';
import { addColumn, createTable } from './table-options.js';

/** Campaigns that several dialers work at once: the part that each has, and what is ordered of all. */
export async function createSpreads(db: Kysely<unknown>): Promise<void> {
  await addColumn(db, 'leases', 'shares', sql`${WHOLE} not null default 1`);
  await addColumn(db, 'leases', 'part', sql`${WHOLE} not null default 0`);
  await createTable(db, 'spreads')
    .addColumn('campaign_id', ID, (c) => c.primaryKey())
    .addColumn('revision', WHOLE, (c) => c.notNull())
    .addColumn('version', WHOLE, (c) => c.notNull())
    .addColumn('state', CODE, (c) => c.notNull())
    .addColumn('reason', CODE)
    .addColumn('changes', LONG_TEXT, (c) => c.notNull())
    .addColumn('author', ID)
    .execute();
}
