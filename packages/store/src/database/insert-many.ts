/**
 * Inserts of many rows in few statements: one row is compiled once a table and set of columns, and its text
 * is repeated for as many rows as there are, since an import writes the same tables thousands of times.
 */
import { invariant } from '@outdial/core';
import type { CompiledQuery, InsertObject } from 'kysely';
import { breathe } from './breathe.js';
import type { Db } from './engine.js';
import { inChunks } from './in-chunks.js';
import { boundColumns, withConstants } from './insert-text.js';
import type { BoundColumns, InsertText, RowValues } from './insert-text.js';
import {
  ROWS_OF_PACK,
  packedInsertOf,
  packedInsertText,
  packedRows,
  takesPackedRows,
} from './packed-rows.js';
import type { PackedInsert } from './packed-rows.js';
import { bytesAtMost, packetLimitOf } from './packets.js';
import { RowsFile, loadTextOf, takesRowFiles } from './rows-file.js';
import type { Database } from './tables.js';
import { TryAgain } from './transact.js';

/** Parameters in one statement; SQLite takes at most 32,766. */
const PARAMETERS_MOST = 8_000;

/** How rows are inserted. */
export interface InsertManyOptions {
  /** Rows whose key is taken are left out instead of failing. @default false */
  readonly ifAbsent?: boolean;
}

/** An insert of rows with these columns, compiled for one row. */
interface CompiledInsert extends InsertText {
  readonly columns: readonly string[];
  readonly query: CompiledQuery<unknown>;
}

/** Compiled inserts by table and option, one map for each database. */
const compiled = new WeakMap<object, Map<string, CompiledInsert[]>>();

/** Tables whose rows the audit trail states: `insertStated` of the audit trail writes them. */
export type StatedTable =
  'answers' | 'consents' | 'contacts' | 'do_not_call' | 'late_ends' | 'learned' | 'standing_orders';

/** Inserts rows as {@link insertRows} does, into a table whose rows need no entry in the audit trail. */
export async function insertMany<Table extends Exclude<keyof Database, StatedTable>>(
  db: Db,
  table: Table,
  rows: readonly InsertObject<Database, Table>[],
  options: InsertManyOptions = {},
): Promise<number> {
  return insertRows(db, table, rows, options);
}

/**
 * Inserts rows that all have the same columns in the same order, none undefined. Returns how many were
 * inserted.
 */
export async function insertRows<Table extends keyof Database>(
  db: Db,
  table: Table,
  rows: readonly InsertObject<Database, Table>[],
  options: InsertManyOptions = {},
): Promise<number> {
  return insertionOf(db, table, rows, options)();
}

/**
 * Makes what {@link insertRows} sends, and sends it when it is called: so the rows of one statement can be
 * made while the database is at the one before.
 */
export function insertionOf<Table extends keyof Database>(
  db: Db,
  table: Table,
  rows: readonly InsertObject<Database, Table>[],
  options: InsertManyOptions = {},
): Insertion {
  const [first] = rows;
  if (!first) return () => Promise.resolve(0);
  const insert = insertOf(db, table, first, options.ifAbsent === true);
  const values = rows.map((row): RowValues => Object.values(row));
  if (values.length < BULK) return () => insertBlocks(db, insert.query, insert, values);
  const text = withConstants(insert, values);
  const columns = boundColumns(text, values);
  const load = options.ifAbsent === true || !takesRowFiles(db) ? null : loadTextOf(text, columns);
  if (load !== null) {
    const file = new RowsFile(values, columns.own);
    const shared = columns.shared.map((index) => values[0]?.[index]);
    return () => loadRows(db, insert.query, load, [file, ...shared]);
  }
  const packed = takesPackedRows(db) ? packedInsertOf(text, columns) : null;
  if (packed !== null) return packedInsertionOf(db, insert.query, { ...text, ...columns, packed }, values);
  return () => insertBlocks(db, insert.query, text, values);
}

/** Inserts rows that are made, once. Answers how many were inserted. */
export type Insertion = () => Promise<number>;

/** Inserts rows by statements that have a placeholder a value. */
async function insertBlocks(
  db: Db,
  query: CompiledQuery<unknown>,
  text: InsertText,
  rows: readonly RowValues[],
): Promise<number> {
  const limit = packetLimitOf(db);
  let inserted = 0;
  for (let start = 0; start < rows.length;) {
    const end = endOfBlock(rows, start, start + blockSize(text, rows.length - start), limit);
    const block = rows.slice(start, end);
    const parameters = block.flatMap((values) => text.bound.map((index) => values[index]));
    const sql = text.head + text.row + `, ${text.row}`.repeat(block.length - 1);
    inserted += await runInsert(db, query, sql, parameters);
    start = end;
    if (end < rows.length) await breathe();
  }
  return inserted;
}

/** Rows of statements that have the rows of a block as one parameter. */
function packedInsertionOf(
  db: Db,
  query: CompiledQuery<unknown>,
  text: InsertText & BoundColumns & { readonly packed: PackedInsert },
  rows: readonly RowValues[],
): Insertion {
  const shared = text.shared.map((index) => rows[0]?.[index]);
  const blocks = [...inChunks(rows, ROWS_OF_PACK)].map((block) => ({
    block,
    pack: packedRows(block, text.own),
  }));
  return async () => {
    let inserted = 0;
    for (const { block, pack } of blocks) {
      if (inserted > 0) await breathe();
      inserted +=
        pack === null
          ? await insertBlocks(db, query, text, block)
          : await runInsert(db, query, packedInsertText(text.packed, pack.withNull), [
              ...shared,
              pack.bytes,
              pack.numbers,
            ]);
    }
    return inserted;
  };
}

async function runInsert(
  db: Db,
  { query, queryId }: CompiledQuery<unknown>,
  sql: string,
  parameters: readonly unknown[],
): Promise<number> {
  const result = await db.executeQuery({ query, queryId, sql, parameters });
  return Number(result.numAffectedRows ?? 0n);
}

/** The server passes over rows whose key is taken, and says how many it took. */
async function loadRows(
  db: Db,
  query: CompiledQuery<unknown>,
  sql: string,
  parameters: readonly [file: RowsFile, ...shared: unknown[]],
): Promise<number> {
  const loaded = await runInsert(db, query, sql, parameters);
  if (loaded < parameters[0].length) throw new TryAgain('another transaction wrote a row of the same key');
  return loaded;
}

/** Rows from which the constants of columns are looked for. */
const BULK = 64;
/** Rows of one statement of many; the rest goes by powers of two, so that few texts are prepared. */
const ROWS_MOST = 256;

function blockSize({ bound }: InsertText, left: number): number {
  const most = Math.floor(PARAMETERS_MOST / Math.max(1, bound.length));
  if (left < BULK) return Math.min(most, left);
  return 2 ** Math.floor(Math.log2(Math.min(most, left, ROWS_MOST)));
}

/** Where a block ends that stays below the packet of the server: after one row at least. */
function endOfBlock(rows: readonly RowValues[], start: number, end: number, limit: number | null): number {
  if (limit === null) return end;
  let bytes = 0;
  for (let row = start; row < end; row += 1) {
    bytes += bytesAtMost(rows[row] ?? []);
    if (bytes > limit / 2 && row > start) return row;
  }
  return end;
}

function insertOf<Table extends keyof Database>(
  db: Db,
  table: Table,
  row: InsertObject<Database, Table>,
  ifAbsent: boolean,
): CompiledInsert {
  const columns = Object.keys(row);
  const { adapter } = db.getExecutor();
  const ofDatabase = compiled.get(adapter) ?? new Map<string, CompiledInsert[]>();
  compiled.set(adapter, ofDatabase);
  const key = ifAbsent ? `${table} if absent` : table;
  const known = ofDatabase.get(key) ?? [];
  ofDatabase.set(key, known);
  const same = known.find((one) => haveSame(one.columns, columns));
  if (same) return same;

  const insert = db.insertInto(table).values(row);
  const query = (ifAbsent ? insert.ignore() : insert).compile();
  const values = `(${columns.map(() => '?').join(', ')})`;
  invariant(query.sql.endsWith(values), 'the text of an insert ends with its one row');
  const head = query.sql.slice(0, -values.length);
  const made = { columns, query, head, row: values, bound: columns.map((_, index) => index) };
  known.push(made);
  return made;
}

function haveSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((column, index) => column === b[index]);
}
