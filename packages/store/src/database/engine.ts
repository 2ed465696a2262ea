import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.js';

/** A connection pool, or a transaction on it: whatever can run a statement. */
export type Db = Kysely<Tables>;
/** Work inside one transaction. */
export type Tx = Transaction<Tables>;

/** What differs between the databases: capabilities and words, asked instead of "which database are you". */
export interface Engine {
  readonly kind: 'sqlite' | 'mysql';
  readonly db: Db;
  /** Transactions that may run side by side. SQLite has one writer. */
  readonly writers: number;
  /** Suffix that skips rows another transaction holds; empty where writers take turns. */
  readonly skipLocked: string;
  /** Suffix that locks the read rows for writing. */
  readonly forUpdate: string;
  /** Suffix that keeps the read rows from changing until the end of the transaction. */
  readonly forShare: string;
  /** `insert ignore` in this database's words. */
  readonly insertIgnore: string;
  /** Trying the whole transaction again may succeed: deadlock, busy, time-out of a lock, a node that left. */
  isRetryable(error: unknown): boolean;
  /** A unique key was already taken. */
  isDuplicate(error: unknown): boolean;
}
