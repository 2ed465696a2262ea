/** Schema change 22. */
import type { Kysely } from 'kysely';
import { createIndex } from './table-options.js';

/** The leads of an import in an order: it is undone in steps, none of which looks at other leads. */
export async function indexLeadsByImport(db: Kysely<unknown>): Promise<void> {
  await createIndex(db, 'leads_by_import', 'leads', ['import_id', 'lead_id']);
}
