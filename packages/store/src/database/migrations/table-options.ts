/** How tables, indexes and counting keys are made on each database. */
import { sql } from 'kysely';
import type { CreateTableBuilder, Kysely, RawBuilder } from 'kysely';

/** MySQL: an index of this name is there already. */
const DUPLICATE_INDEX = 1061;
/** MySQL: there is no index of this name. */
const NO_SUCH_INDEX = 1091;
/** MySQL: a column of this name is there already. */
const DUPLICATE_COLUMN = 1060;

/**
 * `create table` with the options the database needs: on MySQL a binary collation, so that ids differ by case
 * there as they do on SQLite.
 */
export function createTable<Name extends string>(
  db: Kysely<unknown>,
  name: Name,
): CreateTableBuilder<Name, never> {
  const table = db.schema.createTable(name).ifNotExists();
  return isMysql(db)
    ? table.modifyEnd(sql`engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin`)
    : table;
}

/** A primary key that counts up by itself. */
export function countingKey<Name extends string>(
  db: Kysely<unknown>,
  table: CreateTableBuilder<Name, never>,
  column: string,
): CreateTableBuilder<Name, string> {
  return isMysql(db)
    ? table.addColumn(column, 'bigint', (c) => c.primaryKey().autoIncrement())
    : table.addColumn(column, 'integer', (c) => c.primaryKey().autoIncrement());
}

/**
 * Creates an index, unless a run that was cut short left it behind: MySQL does not take a whole migration
 * back.
 */
export async function createIndex(
  db: Kysely<unknown>,
  name: string,
  table: string,
  columns: readonly string[],
  options: { readonly unique?: true } = {},
): Promise<void> {
  const plain = db.schema
    .createIndex(name)
    .on(table)
    .columns([...columns]);
  const index = options.unique ? plain.unique() : plain;
  try {
    await (isMysql(db) ? index : index.ifNotExists()).execute();
  } catch (error) {
    if ((error as { errno?: unknown }).errno !== DUPLICATE_INDEX) throw error;
  }
}

/** Takes an index away, unless a run that was cut short did so already. */
export async function dropIndex(db: Kysely<unknown>, name: string, table: string): Promise<void> {
  const index = db.schema.dropIndex(name);
  try {
    await (isMysql(db) ? index.on(table) : index.ifExists()).execute();
  } catch (error) {
    if ((error as { errno?: unknown }).errno !== NO_SUCH_INDEX) throw error;
  }
}

/** Adds a column that may be null or has a default, unless a run that was cut short left it behind. */
export async function addColumn(
  db: Kysely<unknown>,
  table: string,
  column: string,
  type: RawBuilder<unknown>,
): Promise<void> {
  try {
    await db.schema.alterTable(table).addColumn(column, type).execute();
  } catch (error) {
    const isThere =
      (error as { errno?: unknown }).errno === DUPLICATE_COLUMN ||
      /duplicate column/i.test(error instanceof Error ? error.message : '');
    if (!isThere) throw error;
  }
}

function isMysql(db: Kysely<unknown>): boolean {
  return !db.getExecutor().adapter.supportsReturning;
}
