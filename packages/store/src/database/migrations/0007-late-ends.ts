/** Schema change 7. */
import type { Kysely } from 'kysely';
import { CODE, ID, LONG_TEXT, SMALL, WHOLE } from './column-types.js';
import { createTable } from './table-options.js';

/** Ends of attempts that had ended before. */
export async function createLateEnds(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'late_ends')
    .addColumn('attempt_id', ID, (c) => c.notNull())
    .addColumn('hash', CODE, (c) => c.notNull())
    .addColumn('at', WHOLE, (c) => c.notNull())
    .addColumn('node', ID, (c) => c.notNull())
    .addColumn('outcome', CODE, (c) => c.notNull())
    .addColumn('disposition', CODE)
    .addColumn('agent_id', ID)
    .addColumn('connected_at', WHOLE)
    .addColumn('ended_at', WHOLE, (c) => c.notNull())
    .addColumn('refused', SMALL, (c) => c.notNull())
    .addColumn('callback_at', WHOLE)
    .addColumn('result', LONG_TEXT, (c) => c.notNull())
    .addPrimaryKeyConstraint('late_ends_key', ['attempt_id', 'hash'])
    .execute();
}
