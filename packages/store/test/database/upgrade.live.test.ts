/** A database of before schema change 6, on MariaDB: it is brought up to date, and its trail holds. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Migrator } from 'kysely';
import type { Migration } from 'kysely';
import { createConnection } from 'mysql2/promise';
import { whereTheLabRuns } from '../../../../lab/index.mjs';
import {
  listLeads,
  openStore,
  personIdOf,
  readNumberTrail,
  verifyAuditChain,
  type Store,
} from '../../src/index.js';
import { readAddress } from '../../src/database/address.js';
import { openMysql } from '../../src/database/mysql.js';
import { createCampaignTables } from '../../src/database/migrations/0001-campaigns.js';
import { createLeadTables } from '../../src/database/migrations/0002-leads.js';
import { createAttemptTables } from '../../src/database/migrations/0003-attempts.js';
import { createLawTables } from '../../src/database/migrations/0004-law.js';
import { createDecisionRecords } from '../../src/database/migrations/0005-decision-records.js';
import { freshDatabase, type LabDatabase } from '../mariadb-world.js';

jest.setTimeout(120_000);
const suite = await whereTheLabRuns(describe);

const OLD: Readonly<Record<string, Migration>> = {
  '0001-campaigns': { up: createCampaignTables },
  '0002-leads': { up: createLeadTables },
  '0003-attempts': { up: createAttemptTables },
  '0004-law': { up: createLawTables },
  '0005-decision-records': { up: createDecisionRecords },
};

const NOW = Date.UTC(2026, 5, 11);
const STATEMENTS = readFileSync(join(import.meta.dirname, 'before-0006.sql'), 'utf8').split(/;\n/);

/** The tables as that version made them on MariaDB, with the rows of the old database. */
async function makeOld(url: string): Promise<void> {
  const { password, ...address } = readAddress(url);
  const engine = await openMysql({ ...address, password }, { connections: 1, tablePrefix: '', tls: null });
  const migrator = new Migrator({
    db: engine.db,
    provider: { getMigrations: () => Promise.resolve({ ...OLD }) },
  });
  const { error } = await migrator.migrateToLatest();
  await engine.db.destroy();
  expect(error).toBeUndefined();

  const connection = await createConnection({ ...address, ...(password === undefined ? {} : { password }) });
  await connection.query("set sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES'");
  for (const statement of STATEMENTS.map((text) => text.trim()))
    if (/^INSERT INTO (?!kysely_|sqlite_)/.test(statement)) await connection.query(statement);
  await connection.end();
}

suite('a database of before schema change 6 on MariaDB', () => {
  let database: LabDatabase;
  let store: Store;

  beforeAll(async () => {
    database = await freshDatabase();
    await makeOld(database.url);
    store = await openStore({ url: database.url, clock: () => NOW });
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  test('is brought up to date, and nothing of it is lost', async () => {
    const leads = await listLeads(store, {});
    expect(leads).toHaveLength(4);
    expect((await readNumberTrail(store, '+14155550178')).doNotCall).toHaveLength(1);
    expect((await readNumberTrail(store, '+12025550143')).consents).toHaveLength(1);
    const { person_id } = await store.engine.db
      .selectFrom('phones')
      .select('person_id')
      .where('phone', '=', '+12025550143')
      .executeTakeFirstOrThrow();
    expect(person_id).toBe(personIdOf(store, { phone: '+12025550143' }));
  });

  test('has a trail that holds, and a row altered from then on is found', async () => {
    expect(await verifyAuditChain(store)).toMatchObject({ ok: true, breaks: [], decisions: 3 });
    await store.engine.db.updateTable('attempts').set({ caller_number: '+12025550177' }).execute();
    expect((await verifyAuditChain(store)).ok).toBe(false);
  });
});
