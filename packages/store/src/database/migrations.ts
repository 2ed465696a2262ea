import { Migrator, sql } from 'kysely';
import type { Kysely, Migration } from 'kysely';
import type { Engine } from './engine.js';
import { createCampaignTables } from './migrations/0001-campaigns.js';
import { createLeadTables } from './migrations/0002-leads.js';
import { createAttemptTables } from './migrations/0003-attempts.js';
import { createLawTables } from './migrations/0004-law.js';

/** Every change of the schema, in order. A migration that was released is never edited: add the next. */
const MIGRATIONS: Readonly<Record<string, (db: Kysely<unknown>) => Promise<void>>> = {
  '0001-campaigns': createCampaignTables,
  '0002-leads': createLeadTables,
  '0003-attempts': createAttemptTables,
  '0004-law': createLawTables,
};

/** Brings the database to this version's schema. Idempotent; two processes may do it at once. Throws with the migration's name when one fails. */
export async function migrate(engine: Engine): Promise<void> {
  const migrations: Record<string, Migration> = Object.fromEntries(Object.entries(MIGRATIONS).map(([name, up]) => [name, { up }]));
  const migrator = new Migrator({ db: engine.db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'reading the schema version';
  throw new Error(`The database could not be brought to this version's schema (${failed}): ${error instanceof Error ? error.message : String(error)}`, { cause: error });
}

/** Names of the migrations, oldest first. */
export const MIGRATION_NAMES: readonly string[] = Object.keys(MIGRATIONS);

/** True when the database answers. */
export async function answers(engine: Engine): Promise<boolean> {
  try {
    await sql`select 1`.execute(engine.db);
    return true;
  } catch {
    return false;
  }
}
