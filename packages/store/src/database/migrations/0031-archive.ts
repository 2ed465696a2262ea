/** Schema change 31. */
import type { Kysely } from 'kysely';
import { CODE, ID, LONG_TEXT, PHONE, SHORT_ID, SMALL, WHOLE } from './column-types.js';
import { createIndex, createTable } from './table-options.js';

/** Tables that take old attempts, decisions, records and entries, so that those in use stay small. */
export async function createArchive(db: Kysely<unknown>): Promise<void> {
  await createArchivedAttempts(db);
  await createTable(db, 'archived_decisions')
    .addColumn('id', WHOLE, (c) => c.primaryKey())
    .addColumn('attempt_id', ID, (c) => c.notNull())
    .addColumn('campaign_id', ID, (c) => c.notNull())
    .addColumn('lead_id', SHORT_ID, (c) => c.notNull())
    .addColumn('at', WHOLE, (c) => c.notNull())
    .addColumn('mode', CODE, (c) => c.notNull())
    .addColumn('allowed', SMALL, (c) => c.notNull())
    .addColumn('refusals', LONG_TEXT, (c) => c.notNull())
    .addColumn('rule', CODE)
    .addColumn('scope', CODE)
    .addColumn('record', LONG_TEXT, (c) => c.notNull())
    .addColumn('hash', CODE, (c) => c.notNull())
    .execute();
  await createIndex(db, 'archived_decisions_by_attempt', 'archived_decisions', ['attempt_id']);
  await createIndex(db, 'archived_decisions_by_campaign', 'archived_decisions', [
    'campaign_id',
    'allowed',
    'at',
  ]);
  await createTable(db, 'archived_records')
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
    .addColumn('erased_at', WHOLE)
    .addPrimaryKeyConstraint('archived_records_key', ['writer', 'n'])
    .execute();
  await createIndex(db, 'archived_records_by_number', 'archived_records', ['phone', 'at']);
  await createTable(db, 'archived_audit')
    .addColumn('writer', ID, (c) => c.notNull())
    .addColumn('n', WHOLE, (c) => c.notNull())
    .addColumn('at', WHOLE, (c) => c.notNull())
    .addColumn('campaign_id', ID, (c) => c.notNull())
    .addColumn('kind', CODE, (c) => c.notNull())
    .addColumn('detail', LONG_TEXT, (c) => c.notNull())
    .addColumn('prev_hash', CODE, (c) => c.notNull())
    .addColumn('hash', CODE, (c) => c.notNull())
    .addColumn('mac', CODE)
    .addPrimaryKeyConstraint('archived_audit_key', ['writer', 'n'])
    .execute();
  await createIndex(db, 'archived_audit_by_kind', 'archived_audit', ['campaign_id', 'kind', 'at']);
}

async function createArchivedAttempts(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'archived_attempts')
    .addColumn('attempt_id', ID, (c) => c.primaryKey())
    .addColumn('campaign_id', ID, (c) => c.notNull())
    .addColumn('lead_id', SHORT_ID, (c) => c.notNull())
    .addColumn('list_id', ID, (c) => c.notNull())
    .addColumn('person_id', SHORT_ID, (c) => c.notNull())
    .addColumn('phone', PHONE, (c) => c.notNull())
    .addColumn('node', ID, (c) => c.notNull())
    .addColumn('epoch', WHOLE, (c) => c.notNull())
    .addColumn('mode', CODE, (c) => c.notNull())
    .addColumn('human_initiated', SMALL, (c) => c.notNull())
    .addColumn('voices', CODE, (c) => c.notNull())
    .addColumn('caller_number', PHONE, (c) => c.notNull())
    .addColumn('agent_id', ID)
    .addColumn('purpose', CODE)
    .addColumn('seller', CODE)
    .addColumn('account', CODE)
    .addColumn('opened_at', WHOLE, (c) => c.notNull())
    .addColumn('live_answer_at', WHOLE)
    .addColumn('connected_at', WHOLE)
    .addColumn('abandoned_at', WHOLE)
    .addColumn('outcome', CODE)
    .addColumn('disposition', CODE)
    .addColumn('cause', LONG_TEXT)
    .addColumn('machine_verdict', CODE)
    .addColumn('dialed_at', WHOLE)
    .addColumn('trunk', ID)
    .addColumn('ringing_at', WHOLE)
    .addColumn('answered_at', WHOLE)
    .addColumn('ended_at', WHOLE)
    .addColumn('closed_at', WHOLE)
    .addColumn('talk_ms', WHOLE)
    .addColumn('wrap_up_ms', WHOLE)
    .addColumn('counts', SMALL)
    .addColumn('refused', SMALL, (c) => c.notNull())
    .addColumn('callback_at', WHOLE)
    .addColumn('result', LONG_TEXT)
    .addColumn('erased_at', WHOLE)
    .execute();
  await createIndex(db, 'archived_attempts_by_person', 'archived_attempts', ['person_id', 'opened_at']);
  await createIndex(db, 'archived_attempts_by_number', 'archived_attempts', ['phone', 'opened_at']);
  await createIndex(db, 'archived_attempts_by_campaign', 'archived_attempts', ['campaign_id', 'opened_at']);
  await createIndex(db, 'archived_attempts_by_instant', 'archived_attempts', ['opened_at']);
}
