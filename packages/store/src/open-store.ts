/** Opens a store: the database, its schema, and what a process keeps of it. */
import { AuditChain } from './audit/chain.js';
import type { Engine } from './database/engine.js';
import { migrate } from './database/migrations.js';
import { openMysql } from './database/mysql.js';
import { openSqlite } from './database/sqlite.js';
import { LeaseBook } from './journal/lease-book.js';

/** How to open a store. */
export interface StoreOptions {
  /**
   * `sqlite:<path>` (embedded; the folder must exist) or `mysql://user:password@host:port/database` (MySQL 8
   * or MariaDB 10.6 and later).
   */
  readonly url: string;
  /** Epoch ms of the present. @default Date.now */
  readonly clock?: () => number;
  /** Name under which orders given through this handle stand in the audit trail. @default 'store' */
  readonly writer?: string;
  /** Connections to MySQL, and so transactions side by side. @default 10 */
  readonly connections?: number;
}

/**
 * An open database: handed to every function of this package. Its members are for this package's use; close
 * it when done.
 */
export interface Store {
  readonly engine: Engine;
  readonly clock: () => number;
  readonly audit: AuditChain;
  /** Campaigns this process runs, shared by the queue and the journal made from this store. */
  readonly leases: LeaseBook;
  close(): Promise<void>;
}

/**
 * Opens a store and brings its schema up to date. Throws an error that says what is wrong with the address,
 * the server or the schema.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const engine = engineOf(options);
  try {
    await migrate(engine);
  } catch (error) {
    await engine.db.destroy().catch(() => undefined);
    throw error;
  }
  return {
    engine,
    clock: options.clock ?? Date.now,
    audit: new AuditChain(engine, options.writer ?? 'store'),
    leases: new LeaseBook(),
    close: () => engine.db.destroy(),
  };
}

function engineOf(options: StoreOptions): Engine {
  const { url } = options;
  if (url.startsWith('sqlite:')) return openSqlite(url.slice('sqlite:'.length).replace(/^\/\//, ''));
  if (/^(mysql|mariadb):\/\//.test(url))
    return openMysql(url.replace(/^mariadb:/, 'mysql:'), options.connections ?? 10);
  throw new Error(
    "The store's address must start with 'sqlite:' and a path, or be 'mysql://user:password@host:port/database'.",
  );
}
