/** What the errors of the database drivers mean: one table a database, from its codes to the store's. */
import { errorCode, isOutdialError } from '@outdial/core';
import { listError } from '@outdial/lists';
import { isClosedConnection } from './lost-connection.js';
import { storeError } from '../errors.js';

type DatabaseFault =
  | 'database-locked'
  | 'database-gone'
  | 'database-tls'
  | 'database-denied'
  | 'database-missing'
  | 'database-unreadable'
  | 'database-read-only'
  | 'disk-full';

/** Result codes of SQLite by their beginning (sqlite.org/rescode.html). */
const OF_SQLITE: readonly (readonly [string, DatabaseFault])[] = [
  ['SQLITE_BUSY', 'database-locked'],
  ['SQLITE_LOCKED', 'database-locked'],
  ['SQLITE_CANTOPEN', 'database-missing'],
  ['SQLITE_NOTADB', 'database-unreadable'],
  ['SQLITE_CORRUPT', 'database-unreadable'],
  ['SQLITE_READONLY', 'database-read-only'],
  ['SQLITE_PERM', 'database-read-only'],
  ['SQLITE_FULL', 'disk-full'],
];

/** Errors of MySQL and MariaDB, and of the connection to them, by their code. */
const OF_MYSQL: Readonly<Record<string, DatabaseFault>> = {
  ER_LOCK_WAIT_TIMEOUT: 'database-locked',
  ER_LOCK_DEADLOCK: 'database-locked',
  ER_ACCESS_DENIED_ERROR: 'database-denied',
  ER_DBACCESS_DENIED_ERROR: 'database-denied',
  ER_BAD_DB_ERROR: 'database-denied',
  ER_OPTION_PREVENTS_STATEMENT: 'database-read-only',
  ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION: 'database-read-only',
  ER_READ_ONLY_MODE: 'database-read-only',
  ER_DISK_FULL: 'disk-full',
  ER_RECORD_FILE_FULL: 'disk-full',
  ER_CONNECTION_KILLED: 'database-gone',
  ER_SESSION_WAS_KILLED: 'database-gone',
  ER_CLIENT_INTERACTION_TIMEOUT: 'database-gone',
  ER_SERVER_SHUTDOWN: 'database-gone',
  PROTOCOL_CONNECTION_LOST: 'database-gone',
  PROTOCOL_SEQUENCE_TIMEOUT: 'database-gone',
  ECONNREFUSED: 'database-gone',
  ECONNRESET: 'database-gone',
  EHOSTUNREACH: 'database-gone',
  ENOTFOUND: 'database-gone',
  EAI_AGAIN: 'database-gone',
  EPIPE: 'database-gone',
  ETIMEDOUT: 'database-gone',
};

/** Codes of a connection that could not be encrypted, of mysql2, Node.js and OpenSSL. */
const OF_TLS =
  /^(HANDSHAKE_.*SSL|ERR_TLS_|ERR_SSL_|CERT_|SELF_SIGNED_CERT|DEPTH_ZERO_|UNABLE_TO_(GET|VERIFY))/;

/** Text of libsql, which gives no code, for a folder that does not exist. */
const CANNOT_OPEN = /unable to open database file|ConnectionFailed/i;

/** The error of the store behind an error of a driver; one with another meaning stays as it is. */
export function databaseError(error: unknown): unknown {
  if (isOutdialError(error)) return error;
  const reason = errorCode(error);
  const fault = faultOf(error, reason);
  if (fault === undefined) return error;
  if (fault === 'disk-full') return listError(fault, {}, { cause: error, context: { reason } });
  return fault === 'database-gone' || fault === 'database-denied' || fault === 'database-tls'
    ? storeError(fault, { reason: reason || 'connection closed' }, { cause: error })
    : storeError(fault, {}, { cause: error, context: { reason } });
}

/** The database does not answer, or another program keeps it: later the same may succeed. */
export function isStoreAway(error: unknown): boolean {
  const named = databaseError(error);
  return isOutdialError(named) && (named.code === 'database-gone' || named.code === 'database-locked');
}

function faultOf(error: unknown, reason: string): DatabaseFault | undefined {
  if (isClosedConnection(error)) return 'database-gone';
  if (OF_TLS.test(reason)) return 'database-tls';
  const ofSqlite = OF_SQLITE.find(([code]) => reason.startsWith(code))?.[1];
  if (ofSqlite) return ofSqlite;
  const ofMysql = OF_MYSQL[reason];
  if (ofMysql) return ofMysql;
  return error instanceof Error && CANNOT_OPEN.test(error.message) ? 'database-missing' : undefined;
}
