/** Opens a store: the database, its schema, and what a process keeps of it. */
import { isoInstant } from '@outdial/core';
import { randomUUID } from 'node:crypto';
import { AuditKey } from './audit/audit-key.js';
import { writeBaseline } from './audit/baseline.js';
import { AuditChain } from './audit/chain.js';
import { readAddress } from './database/address.js';
import { databaseError } from './database/database-error.js';
import type { Engine } from './database/engine.js';
import { migrate } from './database/migrations.js';
import { openMysql } from './database/mysql.js';
import type { DatabaseTls } from './database/mysql.js';
import { openSqlite } from './database/sqlite.js';
import { storeError } from './errors.js';
import { LeaseBook } from './journal/lease-book.js';
import { thisProcess } from './journal/running-process.js';
import type { RunningProcess } from './journal/running-process.js';
import { readSecret } from './store-secret.js';
import type { StoreSecret } from './store-secret.js';

/** How to open a store. */
export interface StoreOptions {
  /**
   * `sqlite:<path>` (embedded; the folder must exist) or `mysql://user:password@host:port/database` (MySQL 8
   * or MariaDB 10.6 and later).
   */
  readonly url: string;
  /** Password of the database, which then stands in no address. @default that of `url` */
  readonly password?: string;
  /** Encrypts the connection to MySQL. @default none: the connection is plain */
  readonly tls?: DatabaseTls;
  /** Epoch ms of the present. @default Date.now */
  readonly clock?: () => number;
  /** Name that orders given through this handle have in the audit trail. @default 'store' */
  readonly writer?: string;
  /** Who gives the orders of this handle, as each audit entry names them. @default `writer` */
  readonly by?: string;
  /**
   * Secret that is not in the database, at least 16 characters. Every audit entry then carries a keyed hash,
   * which cannot be computed without it. @default none
   */
  readonly auditKey?: string;
  /**
   * What stands before the name of every table and index, to share a database: a letter, then letters, digits
   * or '_'. A store is opened with the same prefix every time. @default '' (none)
   */
  readonly tablePrefix?: string;
  /** Makes a random id, as for the lease of each dialer on this handle. @default a UUID */
  readonly randomId?: () => string;
  /** The process that runs the dialers on this handle, as leases name it. @default this one */
  readonly process?: RunningProcess;
  /** Writes an instant (epoch ms) in sentences for people, as who runs a campaign. @default ISO 8601, UTC */
  readonly shown?: (at: number) => string;
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
  /** The key of the audit trail; null where none was given. */
  readonly auditKey: AuditKey | null;
  /** Keys ids of persons and digests of rows. */
  readonly secret: StoreSecret;
  /** Campaigns that the dialers on this handle run. */
  readonly leases: LeaseBook;
  readonly process: RunningProcess;
  /** Writes an instant in sentences for people. */
  readonly shown: (at: number) => string;
  /** Random id of this handle. */
  readonly id: string;
  readonly randomId: () => string;
  close(): Promise<void>;
}

/**
 * Opens a store and brings its schema up to date. Throws an `OutdialError` that says what is wrong with the
 * address, the server, the file or the schema.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { clock = Date.now, writer = 'store', by = writer, randomId = randomUUID } = options;
  const auditKey = options.auditKey === undefined ? null : new AuditKey(options.auditKey);
  const engine = await engineOf(options);
  try {
    const change = await migrate(engine);
    const secret = await readSecret(engine.db);
    // The trail states rows by the columns of this version, so a changed schema writes a new baseline.
    if (change !== null)
      await writeBaseline({ engine, clock, auditKey, secret }, { reason: `schema ${change}`, by });
    return {
      engine,
      clock,
      auditKey,
      secret,
      audit: new AuditChain(engine, writer, { key: auditKey ?? undefined, by }),
      leases: new LeaseBook(),
      process: options.process ?? thisProcess(),
      shown: options.shown ?? isoInstant,
      id: randomId(),
      randomId,
      close: () => engine.db.destroy(),
    };
  } catch (error) {
    await engine.db.destroy().catch(() => undefined);
    throw databaseError(error);
  }
}

/** The same store, with this author in the audit entries of what is done through it. */
export function storeBy(store: Store, by: string): Store {
  return { ...store, audit: store.audit.by(by) };
}

const SQLITE = 'sqlite:';
const MYSQL = /^(mysql|mariadb):\/\//;
/** Connections to MySQL where no number is given. */
const CONNECTIONS = 10;

async function engineOf(options: StoreOptions): Promise<Engine> {
  const { url, connections = CONNECTIONS, tablePrefix = '', tls = null } = options;
  if (url.startsWith(SQLITE)) {
    const path = url.slice(SQLITE.length).replace(/^\/\//, '');
    try {
      return openSqlite(path, tablePrefix);
    } catch (error) {
      throw databaseError(error);
    }
  }
  if (MYSQL.test(url)) {
    const address = readAddress(url);
    const password = options.password ?? address.password;
    return await openMysql({ ...address, password }, { connections, tablePrefix, tls });
  }
  throw storeError('store-address-invalid', { scheme: url.slice(0, Math.max(0, url.indexOf(':') + 1)) });
}
