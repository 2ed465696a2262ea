/** Schema change 5. */
import type { Kysely } from 'kysely';
import { CODE, ID, LONG_TEXT, PHONE, SHORT_ID, SMALL, WHOLE } from './column-types.js';
import { createIndex, createTable } from './table-options.js';

/** Decisions as audit records of the compliance module: one hash chain a writer, found by number. */
export async function createDecisionRecords(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'decision_records')
    .addColumn('writer', ID, (c) => c.notNull())
    .addColumn('n', WHOLE, (c) => c.notNull())
    .addColumn('attempt_id', ID, (c) => c.notNull())
    .addColumn('campaign_id', ID, (c) => c.notNull())
    .addColumn('lead_id', SHORT_ID, (c) => c.notNull())
    .addColumn('phone', PHONE, (c) => c.notNull())
    .addColumn('at', WHOLE, (c) => c.notNull())
    .addColumn('allowed', SMALL, (c) => c.notNull())
    .addColumn('record', LONG_TEXT, (c) => c.notNull())
    .addColumn('hash', CODE, (c) => c.notNull())
    .addPrimaryKeyConstraint('decision_records_key', ['writer', 'n'])
    .execute();
  await createIndex(db, 'decision_records_by_number', 'decision_records', ['phone', 'at']);
}
