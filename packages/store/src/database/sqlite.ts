/** Embedded SQLite through libsql: how it is opened, and where its dialect differs. */
import { makePrivateFile } from '@outdial/lists';
import Libsql from 'libsql';
import { CompiledQuery, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';
import type { DatabaseConnection, Driver, QueryCompiler, SqliteDatabase, SqliteDialectConfig } from 'kysely';
import type { Db, Engine } from './engine.js';
import {
  LocklessCompiler,
  PRAGMAS,
  STATEMENTS_KEPT,
  plain,
  rollBack,
  sqliteErrors,
} from './sqlite-dialect.js';
import { keepStatements } from './sqlite-statements.js';
import type { RawDatabase } from './sqlite-statements.js';
import { makeNewDatabase } from './new-database.js';
import { openSqliteThread } from './sqlite-thread.js';
import { tablePrefixPlugins } from './table-prefix.js';
import type { Database } from './tables.js';

/**
 * ms a statement may block the event loop waiting for another process; beyond it the transaction is tried
 * again with a pause.
 */
const BUSY_TIMEOUT = 20;

/**
 * Starts transactions as writers at once: a reader that turns writer half-way would fail without waiting
 * (SQLITE_BUSY_SNAPSHOT).
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  override rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    return rollBack(() => super.rollbackTransaction(connection));
  }
}

/**
 * Changes of the schema are made in one transaction: a run that is cut short leaves nothing of them, and a
 * new file has its tables after one commit instead of a hundred.
 */
class TransactionalSchema extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }
  override createDriver(): Driver {
    return new ImmediateDriver(this.#config);
  }
  override createQueryCompiler(): QueryCompiler {
    return new LocklessCompiler();
  }
  override createAdapter(): SqliteAdapter {
    return new TransactionalSchema();
  }
}

/**
 * Opens embedded SQLite (libsql). WAL with synchronous=NORMAL: a killed process loses nothing that was
 * committed; a power cut or a crash of the machine may lose the last commits, never the file's integrity
 * (sqlite.org/pragma.html#pragma_synchronous). Use MariaDB where that matters.
 */
export function openSqlite(path: string, tablePrefix: string): Engine {
  // Its log files get the mode of the database.
  if (path !== ':memory:') makePrivateFile(path);
  const raw = new Libsql(path, { timeout: BUSY_TIMEOUT });
  for (const pragma of PRAGMAS) raw.pragma(pragma);
  const database = rawDatabase(raw);
  const db: Db = new Kysely<Database>({
    dialect: new ImmediateSqliteDialect({ database: statementsOf(raw, database) }),
    plugins: tablePrefixPlugins(tablePrefix),
  });
  return {
    kind: 'sqlite',
    db,
    writers: 1,
    tablePrefix,
    hasRivals: false,
    snapshot: (work) => db.connection().execute((connection) => inSnapshot(connection, work)),
    // The names of tables in its text have no prefix.
    ...(tablePrefix === '' ? { makeNew: () => makeNewDatabase(database, sqliteErrors.isRetryable) } : {}),
    // A database in memory is of one connection.
    ...(path === ':memory:' ? {} : { forBulk: () => openSqliteThread(path, tablePrefix, db) }),
    ...sqliteErrors,
  };
}

/** A deferred transaction reads one state from its first read on, and blocks no writer. */
async function inSnapshot<Result>(connection: Db, work: (db: Db) => Promise<Result>): Promise<Result> {
  await connection.executeQuery(CompiledQuery.raw('begin deferred'));
  try {
    return await work(connection);
  } finally {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }
}

/** The connection as Kysely takes it. Only whole answers come from here; streaming is not used. */
function statementsOf(raw: Libsql.Database, database: RawDatabase): SqliteDatabase {
  const keep = keepStatements(database, STATEMENTS_KEPT);
  return {
    close: () => void raw.close(),
    prepare: (text) => {
      const statement = keep(text);
      return {
        reader: statement.reader,
        all: (parameters) => statement.all(parameters),
        run: (parameters) => statement.run(parameters),
        iterate: () => {
          throw new Error('rows of SQLite are not streamed here');
        },
      };
    },
  };
}

/**
 * libsql ends the process on a boolean and does not take `undefined`: parameters are made plain before they
 * reach it.
 */
function rawDatabase(raw: Libsql.Database): RawDatabase {
  return {
    get inTransaction() {
      return raw.inTransaction;
    },
    exec: (text) => raw.exec(text),
    prepare: (text) => {
      const statement: Libsql.Statement<unknown[]> = raw.prepare(text);
      return {
        reader: statement.reader,
        all: (parameters) => statement.all(parameters.map(plain)),
        run: (parameters) => statement.run(parameters.map(plain)),
      };
    },
  };
}
