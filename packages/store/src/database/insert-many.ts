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

/** A compiled insert of rows with these columns. */
interface CompiledInsert {
  readonly columns: readonly string[];
  readonly query: CompiledQuery<unknown>;
}

/** Compiled inserts by table, option and size, one map a database; nearly always one of each. */
const compiled = new WeakMap<object, Map<string, CompiledInsert[]>>();

/**
 * Inserts rows that all have the same columns in the same order, none undefined. Returns how many were
 * inserted. Sizes of statements are powers of two, so that there are few to compile.
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
  const most = powerOfTwo(PARAMETERS_MOST / columns.length);
  let inserted = 0;
  for (let start = 0; start < rows.length;) {
    const size = Math.min(most, powerOfTwo(rows.length - start));
    const block = rows.length === size ? rows : rows.slice(start, start + size);
    const query = statementFor(db, table, columns, block, options.ifAbsent === true);
    const parameters: unknown[] = [];
    for (const row of block) parameters.push(...Object.values(row));
    const result = await db.executeQuery({
      query: query.query,
      queryId: query.queryId,
      sql: query.sql,
      parameters,
    });
    inserted += Number(result.numAffectedRows ?? 0n);
    start += size;
  }
  return inserted;
}

/** The largest power of two that is not above the number. */
function powerOfTwo(number: number): number {
  return 2 ** Math.floor(Math.log2(number));
}

function statementFor<Table extends keyof Database>(
  db: Db,
  table: Table,
  columns: readonly string[],
  block: readonly InsertObject<Database, Table>[],
  ifAbsent: boolean,
): CompiledQuery<unknown> {
  const { adapter } = db.getExecutor();
  const ofDatabase = compiled.get(adapter) ?? new Map<string, CompiledInsert[]>();
  compiled.set(adapter, ofDatabase);
  const key = `${table} ${block.length} ${ifAbsent}`;
  const known = ofDatabase.get(key) ?? [];
  ofDatabase.set(key, known);
  const same = known.find((one) => haveSame(one.columns, columns));
  if (same) return same.query;

  const insert = db.insertInto(table).values(block);
  const query = (ifAbsent ? insert.ignore() : insert).compile();
  known.push({ columns, query });
  return query;
}

function haveSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((column, index) => column === b[index]);
}
