import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { sql } from 'kysely';
import {
  listLeads,
  openStore,
  readAttempts,
  readNumberTrail,
  verifyAuditChain,
  type Store,
} from '../../src/index.js';

const OLD = readFileSync(join(import.meta.dirname, 'before-0006.sql'), 'utf8');
const NOW = Date.UTC(2026, 5, 11);

let folder: string;
let store: Store | null = null;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'outdial-upgrade-'))));
afterEach(async () => {
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The old database, altered by SQL before this version opens it. */
async function upgraded(alter = ''): Promise<Store> {
  const path = join(folder, 'store.db');
  const old = new Libsql(path);
  old.exec(OLD);
  old.exec(alter);
  old.close();
  store = await openStore({ url: `sqlite:${path}`, clock: () => NOW });
  return store;
}

test('a database of before schema change 0006 is brought up to date, and nothing of it is lost', async () => {
  const now = await upgraded();
  const attempts = [];
  for await (const attempt of readAttempts(now, 'first-campaign')) attempts.push(attempt);
  expect(attempts.map(({ outcome }) => outcome).sort()).toEqual(['congestion', 'conversation']);
  expect(await listLeads(now, {})).toHaveLength(4);
  expect((await readNumberTrail(now, '+14155550178')).doNotCall).toHaveLength(1);
  expect((await readNumberTrail(now, '+12025550143')).consents).toHaveLength(1);
});

test('its trail holds, compared row by row from the upgrade on, and the verdict says so', async () => {
  const verdict = await verifyAuditChain(await upgraded());
  expect(verdict).toMatchObject({ ok: true, breaks: [], decisions: 3 });
  const [baseline, ...others] = verdict.baselines;
  expect(others).toEqual([]);
  expect(baseline).toMatchObject({ at: NOW, reason: expect.stringMatching(/^schema \d{4}-/) });
  // The entries of that time state decisions; all other rows stand in the baseline.
  expect((baseline?.rows ?? 0) + verdict.decisions).toBe(verdict.rows);
  expect(baseline?.rows).toBeGreaterThan(10);
});

test('an upgrade that cannot be finished leaves the database as it was, for the version before', async () => {
  const tables = (): string => {
    const file = new Libsql(join(folder, 'store.db'));
    const rows = file.prepare("select name, sql from sqlite_master where name not like 'kysely%'").all([]);
    file.close();
    return JSON.stringify(rows);
  };
  const old = new Libsql(join(folder, 'store.db'));
  old.exec(OLD);
  // Something else has a table of this name: schema change 0016 cannot make its index.
  old.exec('create table sessions (id integer)');
  old.close();
  const before = tables();
  await expect(openStore({ url: `sqlite:${join(folder, 'store.db')}` })).rejects.toMatchObject({
    code: 'schema-not-updated',
  });
  expect(tables()).toBe(before);
});

test.each([
  ['a row', "update attempts set caller_number = '+12025550177'"],
  ['an entry of the old chain', "update audit set detail = '{}' where kind = 'do-not-call.added'"],
  ['a row removed', 'delete from do_not_call'],
])('%s altered after the upgrade is found', async (_what, statement) => {
  const now = await upgraded();
  await sql.raw(statement).execute(now.engine.db);
  expect((await verifyAuditChain(now)).ok).toBe(false);
});

test('an entry of the old chain that was altered before the upgrade is found, a row is not', async () => {
  const entry = await upgraded("update audit set detail = '{}' where kind = 'do-not-call.added'");
  expect((await verifyAuditChain(entry)).ok).toBe(false);
  await entry.close();
  rmSync(join(folder, 'store.db'));
  const row = await upgraded("update attempts set caller_number = '+12025550177'");
  expect((await verifyAuditChain(row)).ok).toBe(true);
});
