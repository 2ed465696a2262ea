/** Schema change 19. */
import type { Kysely } from 'kysely';
import { ID, LONG_TEXT, WHOLE } from './column-types.js';
import { createIndex, createTable } from './table-options.js';

/** Tokens of programs that use the server. */
export async function createProgramTokens(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'program_tokens')
    .addColumn('token_id', ID, (c) => c.primaryKey())
    .addColumn('token_hash', ID, (c) => c.notNull())
    .addColumn('scopes', LONG_TEXT, (c) => c.notNull())
    .addColumn('created_at', WHOLE, (c) => c.notNull())
    .addColumn('created_by', ID, (c) => c.notNull())
    .addColumn('expires_at', WHOLE)
    .addColumn('ended_at', WHOLE)
    .addColumn('last_used_at', WHOLE)
    .execute();
  await createIndex(db, 'program_tokens_by_hash', 'program_tokens', ['token_hash']);
}
