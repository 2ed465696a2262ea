/** Schema change 4. */
import type { Kysely } from 'kysely';
import { CODE, ID, LONG_TEXT, PHONE, SHORT_ID, WHOLE } from './column-types.js';
import { countingKey, createIndex, createTable } from './table-options.js';

/** What the law must know of persons: do-not-call, consent, learned facts, other contacts. */
export async function createLawTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'do_not_call')
    .addColumn('subject', ID, (c) => c.notNull())
    .addColumn('scope', ID, (c) => c.notNull())
    .addColumn('at', WHOLE, (c) => c.notNull())
    .addColumn('source', CODE, (c) => c.notNull())
    .addPrimaryKeyConstraint('do_not_call_key', ['subject', 'scope'])
    .execute();
  await createTable(db, 'consents')
    .addColumn('consent_id', SHORT_ID, (c) => c.primaryKey())
    .addColumn('person_id', SHORT_ID, (c) => c.notNull())
    .addColumn('phone', PHONE, (c) => c.notNull())
    .addColumn('type', CODE, (c) => c.notNull())
    .addColumn('at', WHOLE, (c) => c.notNull())
    .addColumn('scope', LONG_TEXT)
    .addColumn('sellers', LONG_TEXT)
    .addColumn('evidence', LONG_TEXT)
    .addColumn('source', CODE, (c) => c.notNull())
    .execute();
  await createIndex(db, 'consents_by_person', 'consents', ['person_id']);
  await createIndex(db, 'consents_by_number', 'consents', ['phone']);
  await countingKey(db, createTable(db, 'learned'), 'id')
    .addColumn('person_id', SHORT_ID, (c) => c.notNull())
    .addColumn('phone', PHONE, (c) => c.notNull())
    .addColumn('kind', CODE, (c) => c.notNull())
    .addColumn('at', WHOLE, (c) => c.notNull())
    .addColumn('source', CODE, (c) => c.notNull())
    .addColumn('attempt_id', ID)
    .addColumn('detail', LONG_TEXT)
    .execute();
  await createIndex(db, 'learned_by_person', 'learned', ['person_id']);
  await countingKey(db, createTable(db, 'contacts'), 'id')
    .addColumn('person_id', SHORT_ID, (c) => c.notNull())
    .addColumn('phone', PHONE, (c) => c.notNull())
    .addColumn('at', WHOLE, (c) => c.notNull())
    .addColumn('entry', LONG_TEXT, (c) => c.notNull())
    .execute();
  await createIndex(db, 'contacts_by_person', 'contacts', ['person_id', 'at']);
  await createIndex(db, 'contacts_by_number', 'contacts', ['phone', 'at']);
}
