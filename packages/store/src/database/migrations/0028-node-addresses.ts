/** Schema change 28. */
import type { Kysely } from 'kysely';
import { LONG_TEXT } from './column-types.js';
import { addColumn } from './table-options.js';

/** Where each server is reached, and what it runs: desks go there when theirs has gone. Null: not said. */
export async function addNodeAddresses(db: Kysely<unknown>): Promise<void> {
  await addColumn(db, 'nodes', 'address', LONG_TEXT);
  await addColumn(db, 'nodes', 'runs', LONG_TEXT);
}
