/** Schema change 29. */
import type { Kysely } from 'kysely';
import { ID } from './column-types.js';
import { addColumn } from './table-options.js';

/** The trunk through which each call went out. Null: it did not leave, or nobody said. */
export async function addTrunks(db: Kysely<unknown>): Promise<void> {
  await addColumn(db, 'attempts', 'trunk', ID);
}
