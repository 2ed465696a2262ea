/** Connections to MariaDB: lost within a transaction, set as outdial needs them, with bounded packets. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { sql } from 'kysely';
import { labRequired } from '../../../lab/index.mjs';
import type { Tx } from '../src/database/engine.js';
import { insertRows } from '../src/database/insert-many.js';
import { asJson } from '../src/database/json-text.js';
import { transact } from '../src/database/transact.js';
import { addLeads, listLeads, openStore, readSession, sessionProblems } from '../src/index.js';
import type { Store } from '../src/index.js';
import { freshDatabase } from './mariadb-world.js';
import type { LabDatabase } from './mariadb-world.js';

jest.setTimeout(180_000);

async function idOf(tx: Tx): Promise<number> {
  const { rows } = await sql<{ readonly id: number }>`select connection_id() as id`.execute(tx);
  return rows[0]?.id ?? 0;
}

if (await labRequired()) {
  describe('connections to MariaDB', () => {
    let database: LabDatabase;
    let store: Store;
    beforeAll(async () => {
      database = await freshDatabase();
      store = await openStore({ url: database.url, connections: 2 });
    });
    afterAll(async () => {
      await store.close();
      await database.drop();
    });

    test('a transaction whose connection is killed is tried again, on another connection', async () => {
      const connections: number[] = [];
      const answer = await transact(store.engine, async (tx) => {
        connections.push(await idOf(tx));
        await tx.insertInto('lists').values({ list_id: 'killed', created_at: 1 }).execute();
        if (connections.length === 1) await database.administer(`kill ${connections[0] ?? 0}`);
        await tx.updateTable('lists').set({ created_at: 2 }).execute();
        return 'done';
      });
      expect(answer).toBe('done');
      expect(connections).toHaveLength(2);
      expect(connections[1]).not.toBe(connections[0]);
      expect(await store.engine.db.selectFrom('lists').select('list_id').execute()).toHaveLength(1);
    });

    test('connections that were killed while idle are replaced', async () => {
      const id = await transact(store.engine, idOf);
      await database.administer(`kill ${id}`);
      expect(await transact(store.engine, idOf)).not.toBe(id);
    });

    test('the first error is the one that is told', async () => {
      const failing = transact(
        store.engine,
        async (tx) => {
          await database.administer(`kill ${await idOf(tx)}`);
          throw new Error('the first error');
        },
        { tries: 1 },
      );
      await expect(failing).rejects.toThrow('the first error');
    });

    test('the session is set whatever the server has, and doctor can tell', async () => {
      await database.administer("set global sql_mode = 'NO_BACKSLASH_ESCAPES'");
      await database.administer("set global time_zone = '+05:00'");
      const other = await openStore({ url: database.url });
      try {
        const session = await readSession(other);
        expect(session && sessionProblems(session)).toEqual([]);
        const name = 'O\'Neill "the\\ first" \\\'; drop table leads; -- ';
        await addLeads(other, [{ phones: [{ phone: '+12125551000' }], fields: { name } }], { listId: 'l' });
        expect(await listLeads(other, { listId: 'l' })).toMatchObject([{ fields: { name } }]);
        expect(session && sessionProblems({ ...session, sqlMode: 'NO_BACKSLASH_ESCAPES' })).toHaveLength(2);
      } finally {
        await other.close();
        await database.administer('set global sql_mode = default');
        await database.administer('set global time_zone = default');
      }
    });

    test('a connection is encrypted as asked, or is not made', async () => {
      // The certificate of the lab, where it has one, is signed by nobody.
      await expect(openStore({ url: database.url, tls: {} })).rejects.toMatchObject({ code: 'database-tls' });
      const unchecked = await openStore({ url: database.url, tls: { verify: false } }).catch(
        (error: unknown) => error as { readonly code: string },
      );
      if ('code' in unchecked) {
        expect(unchecked.code).toBe('database-tls');
        return;
      }
      expect((await readSession(unchecked))?.cipher).not.toBe('');
      await unchecked.close();
    });

    test('a value that does not fit its column is an error and not cut', async () => {
      const long = { list_id: 'x'.repeat(97), created_at: 1 };
      await expect(store.engine.db.insertInto('lists').values(long).execute()).rejects.toThrow(/too long/);
    });

    test('many rows go as a file, any text as it is; a key that is taken has the transaction tried again', async () => {
      const texts = ["it's", 'a\\b', 'tab\there', 'two\r\nlines', 'nul\0', '\\N', '', 'ünï😀', '{"a":"\\n"}'];
      // Sent once for all rows.
      const shared = "it's \\N\ttwo\r\nlines";
      const rows = Array.from({ length: 500 }, (_, index) => ({
        ...contact(index, 0),
        source: shared,
        entry: asJson<Readonly<Record<string, unknown>>>(texts[index % texts.length] ?? ''),
      }));
      const files = await loads(database);
      expect(await transact(store.engine, (tx) => insertRows(tx, 'contacts', rows))).toBe(500);
      expect(await loads(database)).toBe(files + 1);
      const kept = await store.engine.db.selectFrom('contacts').selectAll().orderBy('at').execute();
      expect(kept.map(({ entry }) => entry)).toEqual(rows.map(({ entry }) => entry));
      expect(new Set(kept.map(({ source }) => source))).toEqual(new Set([shared]));

      const places = Array.from({ length: 100 }, (_, index) => ({ list_id: 'k', place: `p${index}` }));
      await store.engine.db.insertInto('places').values({ list_id: 'k', place: 'p7' }).execute();
      const taken = transact(store.engine, (tx) => insertRows(tx, 'places', places), { tries: 1 });
      await expect(taken).rejects.toMatchObject({ code: 'database-locked' });
      expect(
        await store.engine.db.selectFrom('places').selectAll().where('list_id', '=', 'k').execute(),
      ).toHaveLength(1);
    });

    test('rows in which the server finds fault are inserted by statements, which say what it is', async () => {
      const other = await openStore({ url: database.url });
      try {
        const rows = Array.from({ length: 100 }, (_, index) => ({
          list_id: 'l',
          place: index === 50 ? 'x'.repeat(97) : `q${index}`,
        }));
        const failing = transact(other.engine, (tx) => insertRows(tx, 'places', rows));
        await expect(failing).rejects.toThrow(/too long/);
        const files = await loads(database);
        expect(await transact(other.engine, (tx) => insertRows(tx, 'places', rows.slice(51)))).toBe(49);
        expect(await loads(database)).toBe(files);
      } finally {
        await other.close();
      }
    });

    test('a server that takes no files gets statements', async () => {
      await database.administer('set global local_infile = 0');
      const other = await openStore({ url: database.url });
      try {
        const rows = Array.from({ length: 100 }, (_, index) => ({ list_id: 'm', place: `m${index}` }));
        const files = await loads(database);
        expect(await transact(other.engine, (tx) => insertRows(tx, 'places', rows))).toBe(100);
        expect(await loads(database)).toBe(files);
      } finally {
        await other.close();
        await database.administer('set global local_infile = default');
      }
    });

    test('statements stay below the packet of the server; one row that is larger is named', async () => {
      await database.administer('set global max_allowed_packet = 1048576');
      const small = await openStore({ url: database.url });
      try {
        const rows = Array.from({ length: 60 }, (_, index) => contact(index, 100_000));
        expect(await transact(small.engine, (tx) => insertRows(tx, 'contacts', rows))).toBe(60);
        const huge = transact(small.engine, (tx) => insertRows(tx, 'contacts', [contact(99, 1_100_000)]));
        await expect(huge).rejects.toMatchObject({
          code: 'packet-too-large',
          what: expect.stringContaining('1048576'),
        });
      } finally {
        await small.close();
        await database.administer('set global max_allowed_packet = default');
      }
    });
  });
} else {
  test.skip('connections to MariaDB need the lab', () => undefined);
}

/** How many files the server has loaded. */
async function loads({ ask }: LabDatabase): Promise<number> {
  const [row] = await ask("show global status like 'Com_load'");
  return Number(row?.['Value']);
}

function contact(index: number, length: number) {
  const entry = asJson<Readonly<Record<string, unknown>>>(JSON.stringify({ note: "'é".repeat(length / 2) }));
  return { person_id: `p${index}`, phone: '+12125551000', at: index, entry };
}
