/** Schema change 8. */
import type { Kysely } from 'kysely';
import { CODE, ID, WHOLE } from './column-types.js';
import { addColumn } from './table-options.js';

/** Which running instance holds a lease, and where it runs. */
export async function addLeaseHolders(db: Kysely<unknown>): Promise<void> {
  await addColumn(db, 'leases', 'instance', ID);
  await addColumn(db, 'leases', 'host', CODE);
  await addColumn(db, 'leases', 'machine', CODE);
  await addColumn(db, 'leases', 'pid', WHOLE);
  await addColumn(db, 'leases', 'pid_started', CODE);
  await addColumn(db, 'leases', 'since', WHOLE);
}
