/** Schema change 25. */
import { sql, type Kysely } from 'kysely';
import { SMALL } from './column-types.js';
import { addColumn } from './table-options.js';

/** How often each lead was recycled: rules open a lead at most so many times. Nobody counted until now. */
export async function addRecycled(db: Kysely<unknown>): Promise<void> {
  await addColumn(db, 'leads', 'recycled', sql`${SMALL} not null default 0`);
}
