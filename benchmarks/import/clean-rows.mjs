/**
 * The rows that an import wrote, as files for `LOAD DATA` (a line a row, tabs between values, `\N` for null),
 * and their way into copies of the same tables: by `LOAD DATA`, and by bare inserts.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { Libsql, mysql } from '../databases.mjs';
import { watchCost } from './watch-cost.mjs';

/** Tables that an import of a list fills, one row or more a lead. */
export const TABLES = ['leads', 'phones', 'consents'];
/** Rows a statement, and statements a transaction, of the bare insert. */
const ROWS_A_STATEMENT = 200;
const STATEMENTS_A_TRANSACTION = 50;

const ESCAPES = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\0': '\\0' };

function written(value) {
  return value === null ? '\\N' : String(value).replace(/[\\\t\n\r\0]/g, (sign) => ESCAPES[sign]);
}

function read(text) {
  if (text === '\\N') return null;
  return text.includes('\\')
    ? text.replace(/\\(.)/g, (_, sign) => ({ t: '\t', n: '\n', r: '\r', 0: '\0' })[sign] ?? sign)
    : text;
}

/** Writes the rows of a SQLite store in the order in which they came; answers what is in which file. */
export async function writeCleanRows(url, folder) {
  const db = new Libsql(url.slice('sqlite:'.length));
  const files = [];
  for (const table of TABLES) {
    const columns = db.prepare(`select name from pragma_table_info('${table}')`).all();
    const names = columns.map(({ name }) => name);
    const path = join(folder, `${table}.tsv`);
    const out = createWriteStream(path);
    let rows = 0;
    for (const row of db.prepare(`select * from ${table} order by rowid`).iterate()) {
      rows += 1;
      if (!out.write(`${names.map((name) => written(row[name])).join('\t')}\n`)) await once(out, 'drain');
    }
    out.end();
    await finished(out);
    if (rows > 0) files.push({ table, path, names, rows });
  }
  const schema = db
    .prepare(
      'select sql from sqlite_master where sql is not null ' +
        "and tbl_name in ('leads', 'phones', 'consents')",
    )
    .all()
    .map(({ sql }) => sql);
  db.close();
  return { files, schema };
}

/** Loads the files into copies of the tables that `url` names. */
export async function loadData(url, { files }) {
  const connection = await mysql.createConnection({ uri: url, charset: 'utf8mb4_bin' });
  for (const { table } of files) await connection.query(`create table copy_${table} like ${table}`);
  const cost = await watchCost(async () => {
    for (const { table, path, names } of files)
      await connection.query({
        sql: `load data local infile ? into table copy_${table} character set utf8mb4 (${names.join(', ')})`,
        values: [path],
        infileStreamFactory: () => createReadStream(path),
      });
  });
  await connection.end();
  return cost;
}

/** Inserts the rows of the files by statements of many rows into further copies. */
export async function bareMysql(url, { files }) {
  const connection = await mysql.createConnection({ uri: url, charset: 'utf8mb4_bin' });
  for (const { table } of files) await connection.query(`create table bare_${table} like ${table}`);
  const cost = await watchCost(async () => {
    for (const { table, path, names } of files) {
      let statements = 0;
      await connection.beginTransaction();
      for await (const rows of rowsOf(path)) {
        await connection.query(`insert into bare_${table} (${names.join(', ')}) values ?`, [rows]);
        statements += 1;
        if (statements % STATEMENTS_A_TRANSACTION !== 0) continue;
        await connection.commit();
        await connection.beginTransaction();
      }
      await connection.commit();
    }
  });
  await connection.end();
  return cost;
}

/** As {@link bareMysql}, into an empty SQLite file with the same tables and indexes. */
export async function bareSqlite(path, { files, schema }) {
  const db = new Libsql(path);
  for (const pragma of ['journal_mode = WAL', 'synchronous = NORMAL', 'cache_size = -65536'])
    db.pragma(pragma);
  for (const sql of schema) db.exec(sql);
  const cost = await watchCost(async () => {
    for (const { table, path: file, names } of files) {
      const row = `(${names.map(() => '?').join(', ')})`;
      let statements = 0;
      let [statement, count] = [null, 0];
      db.exec('begin');
      for await (const rows of rowsOf(file)) {
        if (rows.length !== count) {
          count = rows.length;
          statement = db.prepare(
            `insert into ${table} (${names.join(', ')}) values ${new Array(count).fill(row).join(', ')}`,
          );
        }
        statement.run(rows.flat());
        statements += 1;
        if (statements % STATEMENTS_A_TRANSACTION === 0) db.exec('commit; begin');
      }
      db.exec('commit');
    }
  });
  db.close();
  return cost;
}

async function* rowsOf(path) {
  let rows = [];
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    rows.push(line.split('\t').map(read));
    if (rows.length < ROWS_A_STATEMENT) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}
