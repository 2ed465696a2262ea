/**
 * SQLite in a thread of its own, for work that writes much: the event loop, with the calls of this process,
 * is not held up by it, and reading goes on while it writes.
 */
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { CompiledQuery, Kysely, SqliteAdapter, SqliteIntrospector } from 'kysely';
import type { DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely';
import type { Db, Engine } from './engine.js';
import { serveStatements } from './sqlite-server.js';
import type { Answer, Question, ServerData } from './sqlite-server.js';
import { keepStatements } from './sqlite-statements.js';
import {
  LocklessCompiler,
  PRAGMAS,
  STATEMENTS_KEPT,
  plain,
  rollBack,
  sqliteErrors,
} from './sqlite-dialect.js';
import { tablePrefixPlugins } from './table-prefix.js';
import type { Database } from './tables.js';

/** ms that a statement waits for a writer of another process: nothing else waits meanwhile. */
const BUSY_TIMEOUT = 1_000;

/**
 * Opens the file again in a thread. Its transactions take their turn with those of `main`, the connection of
 * this process: SQLite has one writer.
 */
export function openSqliteThread(path: string, tablePrefix: string, main: Db): Engine {
  const db = new Kysely<Database>({
    dialect: new ThreadDialect(path, main),
    plugins: tablePrefixPlugins(tablePrefix),
  });
  return {
    kind: 'sqlite',
    db,
    writers: 1,
    tablePrefix,
    hasRivals: false,
    snapshot: () => Promise.reject(new Error('a thread for writing takes no snapshots')),
    ...sqliteErrors,
  };
}

class ThreadDialect implements Dialect {
  readonly #path: string;
  readonly #main: Db;

  constructor(path: string, main: Db) {
    this.#path = path;
    this.#main = main;
  }

  createDriver = (): Driver => new ThreadDriver(this.#path, this.#main);
  createQueryCompiler = (): LocklessCompiler => new LocklessCompiler();
  createAdapter = (): SqliteAdapter => new SqliteAdapter();
  createIntrospector = (db: Kysely<unknown>): SqliteIntrospector => new SqliteIntrospector(db);
}

class ThreadDriver implements Driver {
  readonly #path: string;
  readonly #main: Db;
  #thread: Thread | undefined;
  #giveBack: (() => void) | undefined;

  constructor(path: string, main: Db) {
    this.#path = path;
    this.#main = main;
  }

  init(): Promise<void> {
    this.#thread = new Thread(this.#path);
    return Promise.resolve();
  }

  /** Holds the one connection of this process as long as its own is in use. */
  acquireConnection(): Promise<DatabaseConnection> {
    const thread = this.#thread;
    if (!thread) return Promise.reject(new Error('the thread is not open'));
    return new Promise((resolve, reject) => {
      const held = (): Promise<void> =>
        new Promise((giveBack) => {
          this.#giveBack = giveBack;
          resolve(thread);
        });
      this.#main.connection().execute(held).catch(reject);
    });
  }

  releaseConnection(): Promise<void> {
    this.#giveBack?.();
    return Promise.resolve();
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    return rollBack(() => connection.executeQuery(CompiledQuery.raw('rollback')));
  }

  async destroy(): Promise<void> {
    await this.#thread?.end();
  }
}

/** Bytes are handed over and not copied: nothing reads them here afterwards. */
function handedOver({ parameters }: Question): ArrayBuffer[] {
  return parameters.flatMap((value) =>
    value instanceof Uint8Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
  );
}

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** The thread as a connection: each statement is sent and its answer awaited. */
class Thread implements DatabaseConnection {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;

  constructor(path: string) {
    const require = createRequire(import.meta.url);
    const workerData: ServerData = {
      path,
      libsql: require.resolve('libsql'),
      pragmas: PRAGMAS,
      busyTimeoutMs: BUSY_TIMEOUT,
      kept: STATEMENTS_KEPT,
    };
    const program =
      `const { parentPort, workerData } = require('node:worker_threads');\n` +
      `(${serveStatements.toString()})(parentPort, workerData, require, ${keepStatements.toString()});`;
    // Flags of the process are not the thread's: `--input-type=module` would have its text read as a module.
    this.#worker = new Worker(program, { eval: true, workerData, execArgv: [] });
    this.#worker.on('message', (answer: Answer) => this.#take(answer));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('the thread of the database has ended')));
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const id = (this.#asked += 1);
    const answer = await new Promise<Answer>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      const question: Question = { id, sql, parameters: parameters.map(plain) };
      this.#worker.postMessage(question, handedOver(question));
    });
    const { rows = [], changes, error } = answer;
    if (error) throw Object.assign(new Error(error.message), { code: error.code });
    // The rows are as Kysely typed them: the same driver made them.
    const result = { rows: rows as Row[] };
    return changes === undefined ? result : { ...result, numAffectedRows: BigInt(changes) };
  }

  // oxlint-disable-next-line require-yield -- nothing is streamed here
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    await Promise.reject(new Error('a thread for writing streams no rows'));
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #take(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    waiting?.resolve(answer);
  }

  #fail(error: unknown): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
