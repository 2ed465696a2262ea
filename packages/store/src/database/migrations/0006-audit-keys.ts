/** Schema change 6. */
import type { Kysely } from 'kysely';
import { CODE } from './column-types.js';
import { addColumn } from './table-options.js';

/** The keyed hash of audit entries. */
export async function addAuditKeys(db: Kysely<unknown>): Promise<void> {
  await addColumn(db, 'audit', 'mac', CODE);
}
