/** Schema change 16. */
import type { Kysely } from 'kysely';
import { CODE, ID, LONG_TEXT, WHOLE } from './column-types.js';
import { createIndex, createTable } from './table-options.js';

/** People who log in at the server: their accounts, one-time links and sessions. */
export async function createAccounts(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'accounts')
    .addColumn('account_id', ID, (c) => c.primaryKey())
    .addColumn('name', CODE, (c) => c.notNull())
    .addColumn('role', CODE, (c) => c.notNull())
    .addColumn('password', LONG_TEXT)
    .addColumn('created_at', WHOLE, (c) => c.notNull())
    .addColumn('disabled_at', WHOLE)
    .execute();
  await createTable(db, 'account_links')
    .addColumn('token_hash', ID, (c) => c.primaryKey())
    .addColumn('account_id', ID, (c) => c.notNull())
    .addColumn('expires_at', WHOLE, (c) => c.notNull())
    .execute();
  await createTable(db, 'sessions')
    .addColumn('token_hash', ID, (c) => c.primaryKey())
    .addColumn('account_id', ID, (c) => c.notNull())
    .addColumn('created_at', WHOLE, (c) => c.notNull())
    .addColumn('expires_at', WHOLE, (c) => c.notNull())
    .execute();
  await createIndex(db, 'account_links_by_account', 'account_links', ['account_id']);
  await createIndex(db, 'sessions_by_account', 'sessions', ['account_id']);
}
