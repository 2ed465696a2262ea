/** The schema and its changes, brought to a database when it is opened. */
import { faultText, isOutdialError } from '@outdial/core';
import { DEFAULT_MIGRATION_LOCK_TABLE, DEFAULT_MIGRATION_TABLE, Migrator, sql } from 'kysely';
import type { Kysely, Migration, MigrationResultSet } from 'kysely';
import { storeError } from '../errors.js';
import { databaseError } from './database-error.js';
import type { Engine } from './engine.js';
import { createCampaignTables } from './migrations/0001-campaigns.js';
import { createLeadTables } from './migrations/0002-leads.js';
import { createAttemptTables } from './migrations/0003-attempts.js';
import { createLawTables } from './migrations/0004-law.js';
import { createDecisionRecords } from './migrations/0005-decision-records.js';
import { addAuditKeys } from './migrations/0006-audit-keys.js';
import { createLateEnds } from './migrations/0007-late-ends.js';
import { addLeaseHolders } from './migrations/0008-lease-holders.js';
import { addLeadEntries } from './migrations/0009-lead-entries.js';
import { createPresences } from './migrations/0010-presences.js';
import { addWithdrawalsAndEvidence } from './migrations/0011-facts-and-evidence.js';
import { addLateAnswers } from './migrations/0012-late-answers.js';
import { dropPersons } from './migrations/0013-no-persons.js';
import { createStandingOrders } from './migrations/0014-standing-orders.js';
import { keyPersons } from './migrations/0015-keyed-persons.js';
import { createAccounts } from './migrations/0016-accounts.js';
import { dropClaimIndex } from './migrations/0017-no-claim-index.js';
import { createCampaignVersions } from './migrations/0018-campaign-versions.js';
import { createProgramTokens } from './migrations/0019-program-tokens.js';
import { createWebhooks } from './migrations/0020-webhooks.js';
import { createLeadCounts } from './migrations/0021-lead-counts.js';
import { indexLeadsByImport } from './migrations/0022-leads-by-import.js';
import { indexHistory } from './migrations/0023-history.js';
import { createNodes } from './migrations/0024-nodes.js';
import { addRecycled } from './migrations/0025-recycled.js';
import { addNodeAddresses } from './migrations/0028-node-addresses.js';
import { addTrunks } from './migrations/0029-trunks.js';
import { createArchive } from './migrations/0031-archive.js';
import { addGivenFlow } from './migrations/0032-given-flow.js';
import { createSpreads } from './migrations/0033-spreads.js';

/** Every change of the schema, in order. A migration that was released is never edited: add the next. */
const MIGRATIONS: Readonly<Record<string, (db: Kysely<unknown>) => Promise<void>>> = {
  '0001-campaigns': createCampaignTables,
  '0002-leads': createLeadTables,
  '0003-attempts': createAttemptTables,
  '0004-law': createLawTables,
  '0005-decision-records': createDecisionRecords,
  '0006-audit-keys': addAuditKeys,
  '0007-late-ends': createLateEnds,
  '0008-lease-holders': addLeaseHolders,
  '0009-lead-entries': addLeadEntries,
  '0010-presences': createPresences,
  '0011-facts-and-evidence': addWithdrawalsAndEvidence,
  '0012-late-answers': addLateAnswers,
  '0013-no-persons': dropPersons,
  '0014-standing-orders': createStandingOrders,
  '0015-keyed-persons': keyPersons,
  '0016-accounts': createAccounts,
  '0017-no-claim-index': dropClaimIndex,
  '0018-campaign-versions': createCampaignVersions,
  '0019-program-tokens': createProgramTokens,
  '0020-webhooks': createWebhooks,
  '0021-lead-counts': createLeadCounts,
  '0022-leads-by-import': indexLeadsByImport,
  '0023-history': indexHistory,
  '0024-nodes': createNodes,
  '0025-recycled': addRecycled,
  '0028-node-addresses': addNodeAddresses,
  '0029-trunks': addTrunks,
  '0031-archive': createArchive,
  '0032-given-flow': addGivenFlow,
  '0033-spreads': createSpreads,
};

const MIGRATION_TRIES = 20;

/**
 * Brings the database to this version's schema. Idempotent; two processes may do it at once. Returns the last
 * change that was made now, of a new database the newest; null where the schema was up to date. Throws with
 * the migration's name when one fails.
 */
export async function migrate(engine: Engine): Promise<string | null> {
  if (await isUpToDate(engine)) return null;
  const begun = engine.makeNew?.() ?? null;
  if (begun !== null && (await isUpToDate(engine))) return begun;
  const migrations: Record<string, Migration> = Object.fromEntries(
    Object.entries(MIGRATIONS).map(([name, up]) => [name, { up }]),
  );
  const migrator = new Migrator({
    // The plugin of a prefix renames the store's tables only; these carry it themselves.
    migrationTableName: `${engine.tablePrefix}${DEFAULT_MIGRATION_TABLE}`,
    migrationLockTableName: `${engine.tablePrefix}${DEFAULT_MIGRATION_LOCK_TABLE}`,
    db: engine.db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  });
  const { error, results, made } = await upToDate(engine, migrator);
  if (error === undefined) return made ?? begun;
  const failed =
    results?.find((result) => result.status === 'Error')?.migrationName ?? 'reading the schema version';
  const known = databaseError(error);
  if (isOutdialError(known)) throw known;
  throw storeError('schema-not-updated', { migration: failed, reason: faultText(error) }, { cause: error });
}

/**
 * Whether exactly the changes of this version are on record. Asked first, for Kysely's migrator takes a lock
 * even where nothing is to be done. The table is Kysely's own, and no part of the typed schema; where it
 * cannot be read, the migrator finds out why.
 */
async function isUpToDate({ db, tablePrefix }: Engine): Promise<boolean> {
  const table = sql.table(`${tablePrefix}${DEFAULT_MIGRATION_TABLE}`);
  try {
    const { rows } = await sql<{ readonly name: string }>`select name from ${table} order by name`.execute(
      db,
    );
    const made = rows.map(({ name }) => name);
    return made.join() === Object.keys(MIGRATIONS).toSorted().join();
  } catch {
    return false;
  }
}

/**
 * MySQL takes a lock for this. On SQLite another process may migrate at the same time: its tables are then
 * found, and its record of a migration collides with ours.
 */
async function upToDate(
  engine: Engine,
  migrator: Migrator,
): Promise<MigrationResultSet & { readonly made: string | null }> {
  let made: string | null = null;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await migrator.migrateToLatest();
    for (const { status, migrationName } of outcome.results ?? [])
      if (status === 'Success') made = migrationName;
    if (
      outcome.error === undefined ||
      attempt >= MIGRATION_TRIES ||
      !(engine.isRetryable(outcome.error) || engine.isDuplicate(outcome.error))
    )
      return { ...outcome, made };
    await new Promise((resolve) => setTimeout(resolve, 50 * attempt));
  }
}
