import { CompiledQuery } from 'kysely';
import type { Db } from './engine.js';

/** A value as both databases take it. */
export type Parameter = string | number | null;

/**
 * Runs a query in plain SQL: the hot paths skip the builder, whose compilation would cost more than the
 * statement. Placeholders are `?`.
 */
export async function query<Row>(
  db: Db,
  text: string,
  parameters: readonly Parameter[] = [],
): Promise<Row[]> {
  const result = await db.executeQuery<Row>(CompiledQuery.raw(text, parameters as Parameter[]));
  return result.rows;
}

/** Runs a statement in plain SQL and says how many rows it touched. */
export async function execute(db: Db, text: string, parameters: readonly Parameter[] = []): Promise<number> {
  const result = await db.executeQuery(CompiledQuery.raw(text, parameters as Parameter[]));
  return Number(result.numAffectedRows ?? 0n);
}

/** `?,?,?` for an `in (...)`. */
export function marks(count: number): string {
  return count === 1 ? '?' : new Array<string>(count).fill('?').join(',');
}

/** Parameters in one statement; SQLite takes at most 32,766. */
const PARAMETERS_MOST = 8_000;

/**
 * Inserts many rows in few statements. `verb`: 'insert into', or the engine's `insertIgnore` plus ' into'.
 * Returns the rows inserted.
 */
export async function insertRows(
  db: Db,
  verb: string,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Parameter[])[],
): Promise<number> {
  const perStatement = Math.max(1, Math.floor(PARAMETERS_MOST / columns.length));
  const one = `(${marks(columns.length)})`;
  let inserted = 0;
  for (let start = 0; start < rows.length; start += perStatement) {
    const chunk = rows.slice(start, start + perStatement);
    const text = `${verb} ${table} (${columns.join(', ')}) values ${chunk.map(() => one).join(', ')}`;
    inserted += await execute(db, text, chunk.flat());
  }
  return inserted;
}

/** Splits ids into lists short enough for one `in (...)`. */
export function* inChunks<Item>(items: readonly Item[], size = 500): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
