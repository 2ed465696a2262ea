/**
 * A new database has what all changes of the schema come to. With UPDATE_SCHEMA=1 the text of its tables is
 * written anew; it may lag behind, since newer changes are made after it.
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { openStore } from '../../src/index.js';
import { migrate } from '../../src/database/migrations.js';
import { makeNewDatabase } from '../../src/database/new-database.js';
import { openSqlite } from '../../src/database/sqlite.js';
import { CHANGES_OF_NEW } from '../../src/database/tables-of-new.js';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'outdial-new-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Part {
  readonly type: string;
  readonly name: string;
  readonly sql: string;
}

/** A database that every change has been made in, one after the other. */
async function changeByChange(path: string): Promise<void> {
  const { makeNew: _, ...engine } = openSqlite(path, '');
  expect(await migrate(engine)).toMatch(/^\d{4}-/);
  await engine.db.destroy();
}

function read<Row>(path: string, sql: string): readonly Row[] {
  const file = new Libsql(path);
  const rows = file.prepare(sql).all() as Row[];
  file.close();
  return rows;
}

const parts = (path: string): readonly Part[] =>
  read<Part>(path, `select type, name, sql from sqlite_master where name not like 'sqlite_%' order by rowid`);

/** Its tables and indexes, however their texts are broken into lines, and how many rows there are. */
function content(path: string): unknown {
  const tables = parts(path).filter(({ type }) => type === 'table');
  const rows = tables.map(({ name }) => [name, read<object>(path, `select * from ${name}`)] as const);
  return {
    parts: parts(path).map((part) => ({ ...part, sql: part.sql.replaceAll(/\s+/g, ' ') })),
    changes: read(path, 'select name from kysely_migration order by timestamp, name'),
    lock: read(path, 'select * from kysely_migration_lock'),
    rows: rows.filter(([, each]) => each.length > 0).map(([name, each]) => [name, each.length]),
  };
}

/** The source of `tables-of-new.ts`. */
function sourceOf(made: readonly Part[], changes: readonly string[]): string {
  const broken = made.map(({ sql }) => `${sql.replaceAll(/(.{1,100})(?: |$)/g, '$1\n  ').trim()};`);
  return [
    '/** Made by `UPDATE_SCHEMA=1` with test/database/new-database.test.ts: the tables of a new SQLite database. */',
    '',
    '/** The changes of the schema that they have. */',
    'export const CHANGES_OF_NEW: readonly string[] = [',
    ...changes.map((name) => `  '${name}',`),
    '];',
    '',
    'export const TABLES_OF_NEW = `',
    ...broken,
    '`;',
    '',
  ].join('\n');
}

describe('a new database', () => {
  test('has what all changes of the schema come to', async () => {
    const [old, young] = [join(folder, 'old.db'), join(folder, 'young.db')];
    await changeByChange(old);
    if (process.env['UPDATE_SCHEMA'] === '1') {
      const names = read<{ readonly name: string }>(old, 'select name from kysely_migration order by name');
      writeFileSync(
        join(import.meta.dirname, '../../src/database/tables-of-new.ts'),
        sourceOf(
          parts(old),
          names.map(({ name }) => name),
        ),
      );
      return;
    }
    const { db, makeNew } = openSqlite(young, '');
    expect(makeNew?.()).toBe(CHANGES_OF_NEW.at(-1));
    expect(makeNew?.()).toBeNull();
    await migrate(openSqlite(young, ''));
    await db.destroy();
    expect(content(young)).toEqual(content(old));
  });

  test('has a secret of its own, and a baseline', async () => {
    const secrets = [];
    for (const name of ['a.db', 'b.db']) {
      await (await openStore({ url: `sqlite:${join(folder, name)}` })).close();
      expect(read(join(folder, name), 'select kind from audit')).toEqual([{ kind: 'audit.baseline' }]);
      secrets.push(
        read<{ readonly value: string }>(join(folder, name), 'select value from secrets')[0]?.value,
      );
    }
    expect(secrets[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(secrets[0]).not.toBe(secrets[1]);
  });

  test('where another process writes, is left to the changes; what fails leaves nothing', () => {
    const path = join(folder, 'store.db');
    const { makeNew } = openSqlite(path, '');
    const other = new Libsql(path);
    other.exec('begin immediate');
    expect(makeNew?.()).toBeNull();
    other.exec('rollback');
    const raw = {
      inTransaction: false,
      exec: (text: string) => {
        other.exec(text);
        raw.inTransaction = text.startsWith('begin');
      },
      prepare: () => ({
        reader: true,
        all: () => [],
        run: () => {
          throw new Error('the disk is full');
        },
      }),
    };
    expect(() => makeNewDatabase(raw, () => false)).toThrow('the disk is full');
    other.close();
    expect(parts(path)).toEqual([]);
  });
});
