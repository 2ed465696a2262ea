/** Schema change 17. */
import type { Kysely } from 'kysely';
import { dropIndex } from './table-options.js';

/**
 * The index of claims goes: claimed leads are few, and the index in dial order has them by list and state. It
 * cost a page at every new lead, and two changes at every claim and every end.
 */
export async function dropClaimIndex(db: Kysely<unknown>): Promise<void> {
  await dropIndex(db, 'leads_by_claim', 'leads');
}
