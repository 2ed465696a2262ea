import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Engine } from '../../src/database/engine.js';
import { keepStatements } from '../../src/database/sqlite-statements.js';
import type { RawDatabase } from '../../src/database/sqlite-statements.js';
import { openSqlite } from '../../src/database/sqlite.js';

let folder: string;
let engine: Engine;
let bulk: Engine;
/** Another process on the same file. */
let rival: Libsql.Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outdial-busy-'));
  const path = join(folder, 'store.db');
  engine = openSqlite(path, '');
  rival = new Libsql(path);
  rival.exec('create table lists (list_id text primary key, created_at integer)');
  const ofBulk = engine.forBulk?.();
  if (!ofBulk) throw new Error('a file has a thread for bulk work');
  bulk = ofBulk;
});
afterEach(async () => {
  rival.close();
  await bulk.db.destroy();
  await engine.db.destroy();
  rmSync(folder, { recursive: true, force: true });
});

const add = async ({ db }: Engine, listId: string): Promise<unknown> =>
  db.insertInto('lists').values({ list_id: listId, created_at: 1 }).execute();
const lists = async ({ db }: Engine): Promise<string[]> =>
  (await db.selectFrom('lists').select('list_id').orderBy('list_id').execute()).map((row) => row.list_id);
const addInTransaction = async ({ db }: Engine, listId: string): Promise<unknown> =>
  db
    .transaction()
    .execute((tx) => tx.insertInto('lists').values({ list_id: listId, created_at: 1 }).execute());

const ENGINES: readonly [name: string, of: () => Engine][] = [
  ['the connection of the process', () => engine],
  ['the thread for bulk work', () => bulk],
];

describe.each(ENGINES)('a connection that found SQLite busy goes on: %s', (_, of) => {
  test.each([
    ['a change', add],
    ['a transaction', addInTransaction],
  ])('%s that met a writer keeps no snapshot', async (_name, change) => {
    rival.exec("begin immediate; insert into lists values ('theirs', 1)");
    await expect(change(of(), 'ours')).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
    expect(await lists(of())).toEqual([]);
    rival.exec('commit');
    expect(await lists(of())).toEqual(['theirs']);
    await addInTransaction(of(), 'first');
    await add(of(), 'second');
    expect(await lists(of())).toEqual(['first', 'second', 'theirs']);
  });
});

test('a read that found SQLite busy keeps no lock', () => {
  // Without a write-ahead log, for a rival that keeps readers out.
  const path = join(folder, 'journal.db');
  const [ours, theirs] = [new Libsql(path), new Libsql(path)];
  theirs.exec('create table t (x); create table u (x)');
  const prepare = keepStatements(ours as RawDatabase, 10);
  const readings = ['select * from t', 'select * from u'].map((text) => prepare(text));
  const [t, u] = readings.map((statement) => () => statement.all([]).length);
  expect([t?.(), u?.()]).toEqual([0, 0]);
  theirs.exec('begin exclusive; insert into t values (1)');
  expect(t).toThrow('locked');
  theirs.exec('commit');
  expect(u?.()).toBe(0);
  theirs.exec('insert into t values (2)');
  expect(t?.()).toBe(2);
  ours.close();
  theirs.close();
});
