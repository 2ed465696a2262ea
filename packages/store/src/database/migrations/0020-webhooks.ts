/** Schema change 20. */
import type { Kysely } from 'kysely';
import { ID, LONG_TEXT, WHOLE } from './column-types.js';
import { createIndex, createTable } from './table-options.js';

/** Addresses that are told what happened, and the events that they refuse. */
export async function createWebhooks(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'webhooks')
    .addColumn('webhook_id', ID, (c) => c.primaryKey())
    .addColumn('url', LONG_TEXT, (c) => c.notNull())
    .addColumn('kinds', LONG_TEXT, (c) => c.notNull())
    .addColumn('secret', ID, (c) => c.notNull())
    .addColumn('told_to', LONG_TEXT, (c) => c.notNull())
    .addColumn('created_at', WHOLE, (c) => c.notNull())
    .addColumn('created_by', ID, (c) => c.notNull())
    .addColumn('ended_at', WHOLE)
    .addColumn('accepted_at', WHOLE)
    .addColumn('failing_since', WHOLE)
    .addColumn('tries', WHOLE, (c) => c.notNull())
    .addColumn('next_try_at', WHOLE)
    .addColumn('problem', LONG_TEXT)
    .addColumn('sender', ID)
    .addColumn('sender_until', WHOLE)
    .execute();
  await createTable(db, 'dead_letters')
    .addColumn('dead_letter_id', ID, (c) => c.primaryKey())
    .addColumn('webhook_id', ID, (c) => c.notNull())
    .addColumn('at', WHOLE, (c) => c.notNull())
    .addColumn('event', LONG_TEXT, (c) => c.notNull())
    .addColumn('problem', LONG_TEXT, (c) => c.notNull())
    .execute();
  await createIndex(db, 'dead_letters_by_webhook', 'dead_letters', ['webhook_id', 'at']);
}
