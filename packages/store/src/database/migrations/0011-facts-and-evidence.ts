/** Schema change 11. */
import type { Kysely } from 'kysely';
import { LONG_TEXT, WHOLE } from './column-types.js';
import { addColumn } from './table-options.js';

/**
 * Facts, contacts and consents that an operator withdraws stay, with the day and the reason; consents have
 * their evidence in parts, and an end.
 */
export async function addWithdrawalsAndEvidence(db: Kysely<unknown>): Promise<void> {
  for (const table of ['learned', 'contacts', 'consents']) {
    await addColumn(db, table, 'withdrawn_at', WHOLE);
    await addColumn(db, table, 'withdrawn_why', LONG_TEXT);
  }
  await addColumn(db, 'contacts', 'source', LONG_TEXT);
  await addColumn(db, 'consents', 'address', LONG_TEXT);
  await addColumn(db, 'consents', 'certificate_id', LONG_TEXT);
  await addColumn(db, 'consents', 'expires_at', WHOLE);
}
