/** Statements stay below the largest packet that a database server takes. */
import { storeError } from '../errors.js';
import type { Db } from './engine.js';

/** Bytes of the largest statement, by the adapter of a database. SQLite has no such limit. */
const limits = new WeakMap<object, number>();

/** Bytes that a unit of UTF-16 may become: three of UTF-8, or two where it is escaped. */
const BYTES_A_UNIT = 3;
/** Bytes around a parameter: quotes and comma. */
const AROUND = 4;
/** Bytes of the protocol, and of what a statement adds around its rows. */
const SPARE = 1_024;

/** Remembers the largest packet of a server. */
export function limitPackets(db: Db, bytes: number): void {
  limits.set(db.getExecutor().adapter, bytes);
}

/** Bytes of the largest statement; null where there is no limit. */
export function packetLimitOf(db: Db): number | null {
  return limits.get(db.getExecutor().adapter) ?? null;
}

/** At most how many bytes these parameters become in a statement. */
export function bytesAtMost(parameters: readonly unknown[]): number {
  let units = 0;
  for (const parameter of parameters) units += typeof parameter === 'string' ? parameter.length : AROUND;
  return units * BYTES_A_UNIT + parameters.length * AROUND;
}

/** Throws `packet-too-large` for a statement that the server would cut the connection for. */
export function checkPacket(limit: number, text: string, parameters: readonly unknown[]): void {
  if (text.length + bytesAtMost(parameters) < limit - SPARE) return;
  let bytes = Buffer.byteLength(text);
  for (const parameter of parameters)
    bytes += AROUND + (typeof parameter === 'string' ? escapedBytes(parameter) : 2 * AROUND);
  if (bytes >= limit - SPARE) throw storeError('packet-too-large', { bytes, limit });
}

/** Bytes of a text once quotes, backslashes and control characters are escaped. */
function escapedBytes(text: string): number {
  // oxlint-disable-next-line no-control-regex -- those are what the driver escapes
  return Buffer.byteLength(text) + (text.match(/[\0\b\t\n\r\u001a"'\\]/g)?.length ?? 0);
}
