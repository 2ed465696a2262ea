/** What the store asks of a database. */
import type { Kysely, Transaction } from 'kysely';
import type { Database } from './tables.js';

/** A connection pool, or a transaction on it: whatever can run a statement. */
export type Db = Kysely<Database>;
/** Work inside one transaction. */
export type Tx = Transaction<Database>;

/** A database: what differs between them is asked as a capability, never by name. */
export interface Engine {
  readonly kind: 'sqlite' | 'mysql';
  readonly db: Db;
  /** Transactions that may run side by side. SQLite has one writer. */
  readonly writers: number;
  /** What stands before the name of every table; '' for none. */
  readonly tablePrefix: string;
  /** True where transactions run side by side, so that rows a rival holds are skipped. */
  readonly hasRivals: boolean;
  /**
   * Runs work that reads the database as it is at one instant, whatever others write meanwhile. It writes
   * nothing, and holds up no other process.
   */
  snapshot<Result>(work: (db: Db) => Promise<Result>): Promise<Result>;
  /**
   * Makes the tables of a new database at once; the last change of the schema that they have. Null where
   * there are tables already. Absent where every database gets its tables change by change.
   */
  readonly makeNew?: () => string | null;
  /**
   * Opens the database once more for work that writes much, so that it holds up nothing else in the process.
   * Absent where that is needless. The caller destroys its `db`.
   */
  readonly forBulk?: () => Engine;
  /** Trying the whole transaction again may succeed: deadlock, busy, time-out of a lock, a node that left. */
  isRetryable(error: unknown): boolean;
  /** A unique key was already taken. */
  isDuplicate(error: unknown): boolean;
}
