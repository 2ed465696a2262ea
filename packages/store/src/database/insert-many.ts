/**
 * Inserts of many rows in few statements: compiled once a table, set of columns and size, as an import writes
 * the same tables thousands of times.
 */
import type { CompiledQuery, InsertObject } from 'kysely';
import type { Db } from './engine.js';
import type { Database } from './tables.js';

/** Parameters in one statement; SQLite takes at most 32,766. */
const PARAMETERS_MOST = 8_000;

/** How rows are inserted. */
export interface InsertManyOptions {
  /** Rows whose key is taken are left out instead of failing. @default false */
  readonly ifAbsent?: boolean;
}

/** Compiled inserts by table, columns, size and option, one map a database. */
const compiled = new WeakMap<object, Map<string, CompiledQuery<unknown>>>();

/**
 * Inserts rows that all have the same columns in the same order, none undefined. Returns how many were inserted. Sizes of
 * statements are powers of two, so that there are few to compile.
 */
export async function insertMany<Table extends keyof Database>(
  db: Db,
  table: Table,
  rows: readonly InsertObject<Database, Table>[],
  options: InsertManyOptions = {},
): Promise<number> {
  const [first] = rows;
  if (!first) return 0;
  const columns = Object.keys(first);
  const most = 2 ** Math.floor(Math.log2(PARAMETERS_MOST / columns.length));
  let inserted = 0;
  for (let start = 0; start < rows.length;) {
    const size = Math.min(most, 2 ** Math.floor(Math.log2(rows.length - start)));
    const block = rows.slice(start, start + size);
    const query = statementFor(db, table, columns, block, options.ifAbsent === true);
    const result = await db.executeQuery({
      query: query.query,
      queryId: query.queryId,
      sql: query.sql,
      parameters: block.flatMap((row) => Object.values(row)),
    });
    inserted += Number(result.numAffectedRows ?? 0n);
    start += size;
  }
  return inserted;
}

function statementFor<Table extends keyof Database>(
  db: Db,
  table: Table,
  columns: readonly string[],
  block: readonly InsertObject<Database, Table>[],
  ifAbsent: boolean,
): CompiledQuery<unknown> {
  const { adapter } = db.getExecutor();
  const known = compiled.get(adapter) ?? new Map<string, CompiledQuery<unknown>>();
  compiled.set(adapter, known);
  const key = `${table} ${columns.join()} ${block.length} ${ifAbsent}`;
  const statement = known.get(key);
  if (statement) return statement;
  const insert = db.insertInto(table).values(block);
  const made = (ifAbsent ? insert.ignore() : insert).compile();
  known.set(key, made);
  return made;
}
