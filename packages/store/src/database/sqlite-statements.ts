/**
 * Prepared statements of SQLite that a busy database leaves reset. A statement that finds the database busy
 * stays in the middle of its run. As long as it does, its connection keeps the snapshot of whatever it reads
 * next (sqlite.org/isolation.html), and no transaction of that connection can begin any more. libsql
 * resets a statement only when it is run again.
 */

/** A statement as libsql has it. */
export interface RawStatement {
  readonly reader: boolean;
  all(parameters: readonly unknown[]): unknown[];
  run(parameters: readonly unknown[]): {
    readonly changes: number;
    readonly lastInsertRowid: number | bigint;
  };
}

/** A connection as libsql has it. */
export interface RawDatabase {
  readonly inTransaction: boolean;
  prepare(sql: string): RawStatement;
  /** Prepares, runs and frees. */
  exec(sql: string): unknown;
}

/**
 * Prepares statements and keeps the `kept` that ran last by their text: preparing costs more than running.
 *
 * What begins and ends a transaction, or cannot be in one, is prepared anew each time. A change outside a
 * transaction gets one, so that it never finds the database busy itself. A read that found it busy is run
 * again before the next statement. A full disk ends a transaction by itself.
 *
 * The function is sent to a thread as text: it uses nothing outside itself.
 */
export function keepStatements(database: RawDatabase, kept: number): (sql: string) => RawStatement {
  const known = new Map<string, RawStatement>();
  /** Reads that found the database busy, with their parameters. */
  const unfinished = new Map<RawStatement, readonly unknown[]>();

  const isBusy = (error: unknown): boolean =>
    /^SQLITE_(BUSY|LOCKED)/.test(String((error as { readonly code?: unknown } | null)?.code));

  const finishReads = (): void => {
    for (const [statement, parameters] of unfinished) {
      try {
        statement.all(parameters);
      } catch (error) {
        if (isBusy(error)) continue;
      }
      unfinished.delete(statement);
    }
  };
  const control = (sql: string): RawStatement => ({
    reader: false,
    all: () => [],
    run: () => {
      finishReads();
      database.exec(sql);
      return { changes: 0, lastInsertRowid: 0 };
    },
  });
  const read = (statement: RawStatement): RawStatement => ({
    reader: statement.reader,
    all: (parameters) => {
      finishReads();
      try {
        return statement.all(parameters);
      } catch (error) {
        if (isBusy(error)) unfinished.set(statement, parameters);
        throw error;
      }
    },
    run: (parameters) => statement.run(parameters),
  });
  const inTransaction = <Result>(run: () => Result): Result => {
    finishReads();
    if (database.inTransaction) return run();
    database.exec('begin immediate');
    try {
      const result = run();
      database.exec('commit');
      return result;
    } catch (error) {
      if (database.inTransaction) database.exec('rollback');
      throw error;
    }
  };
  const change = (statement: RawStatement): RawStatement => ({
    reader: statement.reader,
    all: (parameters) => inTransaction(() => statement.all(parameters)),
    run: (parameters) => inTransaction(() => statement.run(parameters)),
  });
  const prepare = (sql: string): RawStatement => {
    if (/^\s*(select|with|pragma|explain)\b/i.test(sql)) return read(database.prepare(sql));
    if (/^\s*(insert|update|delete|replace|create|alter|drop)\b/i.test(sql))
      return change(database.prepare(sql));
    return control(sql);
  };

  return (sql) => {
    const statement = known.get(sql) ?? prepare(sql);
    known.delete(sql);
    known.set(sql, statement);
    const [oldest] = known.keys();
    if (known.size > kept && oldest !== undefined) known.delete(oldest);
    return statement;
  };
}
