/** Schema change 23. */
import type { Kysely } from 'kysely';
import { createIndex } from './table-options.js';

/**
 * History grows for years: the newest call, the calls of some days and the entries of one kind are found
 * without reading all of it. Both indexes grow at their ends, so an attempt pays little for them.
 */
export async function indexHistory(db: Kysely<unknown>): Promise<void> {
  await createIndex(db, 'attempts_by_instant', 'attempts', ['opened_at']);
  await createIndex(db, 'audit_by_kind', 'audit', ['campaign_id', 'kind', 'at']);
}
