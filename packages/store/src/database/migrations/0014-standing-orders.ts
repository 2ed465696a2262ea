/** Schema change 14. */
import type { Kysely } from 'kysely';
import { CODE, ID, LONG_TEXT, WHOLE } from './column-types.js';
import { addColumn, createTable } from './table-options.js';

/** Declared emergencies and legal holds; when calls and records were erased. */
export async function createStandingOrders(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'standing_orders')
    .addColumn('order_id', ID, (c) => c.primaryKey())
    .addColumn('kind', CODE, (c) => c.notNull())
    .addColumn('subject', ID, (c) => c.notNull())
    .addColumn('at', WHOLE, (c) => c.notNull())
    .addColumn('until_at', WHOLE)
    .addColumn('reason', LONG_TEXT, (c) => c.notNull())
    .addColumn('ended_at', WHOLE)
    .addColumn('ended_why', LONG_TEXT)
    .execute();
  await addColumn(db, 'attempts', 'erased_at', WHOLE);
  await addColumn(db, 'decision_records', 'erased_at', WHOLE);
}
