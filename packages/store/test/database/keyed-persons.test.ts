/**
 * Ids of persons and digests of the trail are keyed with the secret of the store; older databases get one.
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import Libsql from 'libsql';
import { sql } from 'kysely';
import {
  addDoNotCall,
  addLeads,
  openStore,
  personIdOf,
  recordConsents,
  verifyAuditChain,
  type Store,
} from '../../src/index.js';
import { oldPersonIdOf } from '../../src/identity.js';

const PHONE = '+12025550143';
const NOW = Date.UTC(2026, 5, 11);
const OLD = readFileSync(join(import.meta.dirname, 'before-0006.sql'), 'utf8');
/** Tables with ids of persons. */
const PLACES = [
  ...(['leads', 'phones', 'attempts', 'learned', 'contacts', 'consents'] as const).map(
    (table) => [table, 'person_id'] as const,
  ),
  ...(['in_progress', 'do_not_call'] as const).map((table) => [table, 'subject'] as const),
];

let folder: string;
let path: string;
const stores: Store[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outdial-keyed-'));
  path = join(folder, 'store.db');
});
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(url: string): Promise<Store> {
  const store = await openStore({ url, clock: () => NOW });
  stores.push(store);
  return store;
}

/** Everything a store keeps to itself: its trail and the ids of its persons. */
async function tellTale(store: Store): Promise<string> {
  const entries = await store.engine.db
    .selectFrom('audit')
    .select('detail')
    .where('kind', '<>', 'audit.baseline')
    .execute();
  const persons = await store.engine.db.selectFrom('leads').select(['lead_id', 'person_id']).execute();
  return JSON.stringify([entries, persons]);
}

async function filled(): Promise<Store> {
  const store = await open('sqlite::memory:');
  await addLeads(store, [{ phones: [{ phone: PHONE }] }], { listId: 'spring' });
  await addDoNotCall(store, [{ phone: '+12025550199', at: NOW, source: 'web form' }]);
  return store;
}

describe('without the secret of the store', () => {
  test('no id and no digest of the trail is found again by trying numbers', async () => {
    const [one, other] = [await filled(), await filled()];
    const digits = (text: string): readonly string[] => text.match(/[0-9a-f]{24,}/g) ?? [];
    const ofOne = digits(await tellTale(one));
    expect(ofOne.length).toBeGreaterThan(2);
    // The same rows at the same instant: whoever makes them on a database of their own gets others.
    const imports = new Set(digits(await tellTale(other)));
    expect(ofOne.filter((found) => imports.has(found))).toEqual([]);
    const row = JSON.stringify(['do_not_call', 'n:+12025550199', 'company', NOW, 'web form']);
    const unkeyed = createHash('sha256').update(row).digest('hex').slice(0, 32);
    expect(await tellTale(one)).not.toContain(unkeyed);
    expect(await tellTale(one)).not.toContain(oldPersonIdOf({ phone: PHONE }));
  });

  test('the secret is shown by nothing that prints a store', async () => {
    const store = await filled();
    const { value } = await store.engine.db.selectFrom('secrets').select('value').executeTakeFirstOrThrow();
    expect(value).toMatch(/^[0-9a-f]{64}$/);
    expect(inspect(store, { depth: 4, showHidden: true })).not.toContain(value);
    expect(JSON.stringify(store.secret)).toBe('{}');
  });

  test('a secret that was exchanged is found: every row is another', async () => {
    const store = await open(`sqlite:${path}`);
    await addDoNotCall(store, [{ phone: PHONE, at: NOW, source: 'web form' }]);
    expect((await verifyAuditChain(store)).ok).toBe(true);
    await sql`update secrets set value = ${'0'.repeat(64)}`.execute(store.engine.db);
    expect((await verifyAuditChain(await open(`sqlite:${path}`))).ok).toBe(false);
  });

  test('a database that lost it is not opened: its persons would be taken for strangers', async () => {
    const store = await open(`sqlite:${path}`);
    await sql`delete from secrets`.execute(store.engine.db);
    await expect(openStore({ url: `sqlite:${path}` })).rejects.toMatchObject({ code: 'secret-missing' });
  });
});

describe('a database of before schema change 15', () => {
  /** Its persons by id, as the tables of one version name them. */
  async function idsIn(store: Store): Promise<readonly string[]> {
    const ids = await Promise.all(
      PLACES.map(async ([table, column]) => {
        const rows = await sql<{
          id: string;
        }>`select ${sql.ref(column)} as id from ${sql.table(table)}`.execute(store.engine.db);
        return rows.rows.map(({ id }) => id);
      }),
    );
    return ids.flat().filter((id) => !id.startsWith('n:'));
  }

  async function upgraded(alter = ''): Promise<Store> {
    const old = new Libsql(path);
    old.exec(OLD + alter);
    old.close();
    return open(`sqlite:${path}`);
  }

  test('has keyed ids of all its persons, and knows them again by number and by consent', async () => {
    const store = await upgraded();
    const ids = await idsIn(store);
    expect(ids.length).toBeGreaterThan(8);
    expect(ids.filter((id) => !/^(p:)?p[0-9a-f]{28}$/.test(id))).toEqual([]);
    const consents = await store.engine.db.selectFrom('consents').selectAll().execute();
    expect(consents).toHaveLength(1);
    for (const { person_id: personId, type, at, phone } of consents) {
      const again = { personId, type, at, source: 'import' };
      expect(await recordConsents(store, [phone === '' ? again : { ...again, phone }])).toBe(0);
    }
    const [lead] = await store.engine.db
      .selectFrom('phones')
      .select(['phone', 'person_id'])
      .where('phone', '=', PHONE)
      .execute();
    expect(lead?.person_id).toBe(personIdOf(store, { phone: PHONE }));
    expect(await verifyAuditChain(store)).toMatchObject({ ok: true, breaks: [] });
  });

  test('whose upgrade was cut short is upgraded by the next start', async () => {
    const store = await upgraded();
    const was = (await idsIn(store)).toSorted();
    const { person_id } = await store.engine.db
      .selectFrom('leads')
      .select('person_id')
      .executeTakeFirstOrThrow();
    await store.close();
    stores.splice(0);
    const half = new Libsql(path);
    half.exec("delete from kysely_migration where name >= '0015'");
    half.exec(`update leads set person_id = '${oldPersonIdOf({ phone: PHONE })}'
               where lead_id = (select lead_id from phones where phone = '${PHONE}' limit 1)`);
    half.close();
    const again = await open(`sqlite:${path}`);
    expect((await idsIn(again)).toSorted()).toEqual(was);
    expect(was).toContain(person_id);
  });
});
