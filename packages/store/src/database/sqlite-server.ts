/**
 * The other end of a thread with SQLite: runs statements in the order in which they come. The function is
 * sent to the thread as text, since a file of its own would be lost where outdial is bundled: it uses nothing
 * outside itself.
 */
import type { MessagePort } from 'node:worker_threads';
import type { RawDatabase, keepStatements } from './sqlite-statements.js';

/** What the thread is given. */
export interface ServerData {
  readonly path: string;
  /** Where libsql is. */
  readonly libsql: string;
  readonly pragmas: readonly string[];
  /** How long a statement waits for a writer of another process. */
  readonly busyTimeoutMs: number;
  /** Prepared statements kept. */
  readonly kept: number;
}

/** A statement to run. */
export interface Question {
  readonly id: number;
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** What became of it. */
export interface Answer {
  readonly id: number;
  readonly rows?: readonly unknown[];
  readonly changes?: number;
  readonly lastInsertRowid?: number | bigint;
  readonly error?: { readonly message: string; readonly code: string };
}

interface Database extends RawDatabase {
  pragma(text: string): void;
}

type Load = (module: string) => unknown;

/** Serves the port of a thread. `load`: the `require` of that thread; `keep`: {@link keepStatements}. */
export function serveStatements(
  port: MessagePort,
  data: ServerData,
  load: Load,
  keep: typeof keepStatements,
): void {
  // oxlint-disable-next-line house/unit-in-name -- the option's name is libsql's
  type Open = new (path: string, options: { readonly timeout: number }) => Database;
  const database = new (load(data.libsql) as Open)(data.path, { timeout: data.busyTimeoutMs });
  for (const pragma of data.pragmas) database.pragma(pragma);
  const prepared = keep(database, data.kept);

  const answer = ({ id, sql, parameters }: Question): Answer => {
    try {
      const statement = prepared(sql);
      if (statement.reader) return { id, rows: statement.all(parameters) };
      const { changes, lastInsertRowid } = statement.run(parameters);
      return { id, changes, lastInsertRowid };
    } catch (error) {
      const { message, code } = error as { readonly message?: unknown; readonly code?: unknown };
      return { id, error: { message: String(message ?? error), code: typeof code === 'string' ? code : '' } };
    }
  };
  port.on('message', (question: Question) => {
    port.postMessage(answer(question));
  });
}
