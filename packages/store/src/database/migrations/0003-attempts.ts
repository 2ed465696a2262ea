/** Schema change 3. */
import type { Kysely } from 'kysely';
import { CODE, ID, LONG_TEXT, PHONE, SHORT_ID, SMALL, WHOLE } from './column-types.js';
import { countingKey, createIndex, createTable } from './table-options.js';

/** Attempts, the keys of those in progress, decisions, the audit trail, what flows gathered. */
export async function createAttemptTables(db: Kysely<unknown>): Promise<void> {
  await createAttempts(db);
  await createTable(db, 'in_progress')
    .addColumn('subject', ID, (c) => c.primaryKey())
    .addColumn('attempt_id', ID, (c) => c.notNull())
    .execute();
  await countingKey(db, createTable(db, 'decisions'), 'id')
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
  await createIndex(db, 'decisions_by_attempt', 'decisions', ['attempt_id']);
  await createIndex(db, 'decisions_by_campaign', 'decisions', ['campaign_id', 'allowed', 'at']);
  await createTable(db, 'audit')
    .addColumn('writer', ID, (c) => c.notNull())
    .addColumn('n', WHOLE, (c) => c.notNull())
    .addColumn('at', WHOLE, (c) => c.notNull())
    .addColumn('campaign_id', ID, (c) => c.notNull())
    .addColumn('kind', CODE, (c) => c.notNull())
    .addColumn('detail', LONG_TEXT, (c) => c.notNull())
    .addColumn('prev_hash', CODE, (c) => c.notNull())
    .addColumn('hash', CODE, (c) => c.notNull())
    .addPrimaryKeyConstraint('audit_key', ['writer', 'n'])
    .execute();
  await createGathered(db);
}

async function createAttempts(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'attempts')
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
    .execute();
  await createIndex(db, 'attempts_by_person', 'attempts', ['person_id', 'opened_at']);
  await createIndex(db, 'attempts_by_number', 'attempts', ['phone', 'opened_at']);
  await createIndex(db, 'attempts_by_campaign', 'attempts', ['campaign_id', 'opened_at']);
  // Few, as every index costs pages at every attempt: open attempts are found through the keys in progress,
  // abandoned ones are live answers.
  await createIndex(db, 'attempts_by_live_answer', 'attempts', ['campaign_id', 'live_answer_at']);
}

async function createGathered(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'answers')
    .addColumn('attempt_id', ID, (c) => c.notNull())
    .addColumn('name', ID, (c) => c.notNull())
    .addColumn('value', LONG_TEXT, (c) => c.notNull())
    .addPrimaryKeyConstraint('answers_key', ['attempt_id', 'name'])
    .execute();
  await createTable(db, 'recordings')
    .addColumn('recording_id', ID, (c) => c.primaryKey())
    .addColumn('attempt_id', ID, (c) => c.notNull())
    .addColumn('at', WHOLE, (c) => c.notNull())
    .addColumn('duration_ms', WHOLE)
    .addColumn('location', LONG_TEXT)
    .execute();
  await createIndex(db, 'recordings_by_attempt', 'recordings', ['attempt_id']);
}
