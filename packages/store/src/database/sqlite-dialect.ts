/** What every connection to SQLite has in common, in this thread or another. */
import { errorText } from '@outdial/core';
import { SqliteQueryCompiler } from 'kysely';
import type { SelectModifierNode } from 'kysely';
import type { Engine } from './engine.js';

/**
 * Prepared statements kept; the store's own statements are about eighty, bulk inserts come in a few sizes.
 */
export const STATEMENTS_KEPT = 400;

/**
 * How a connection is set. A checkpoint after 16 MB of log: a quarter of the default's checkpoint work, and
 * no pause that a call would notice.
 */
export const PRAGMAS: readonly string[] = [
  'journal_mode = WAL',
  'synchronous = NORMAL',
  'foreign_keys = OFF',
  'temp_store = MEMORY',
  'wal_autocheckpoint = 4000',
  'cache_size = -65536',
];

/** Row locks compile to nothing: SQLite has one writer, and nobody else changes the rows it reads. */
export class LocklessCompiler extends SqliteQueryCompiler {
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (node.modifier === 'Distinct' || node.rawModifier) super.visitSelectModifier(node);
  }
}

/**
 * Rolls a transaction back. A full disk ends the transaction by itself (sqlite.org/lang_transaction.html,
 * section 3). The rollback that then fails must not hide the error that says so.
 */
export async function rollBack(run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!/no transaction is active/.test(errorText(error))) throw error;
  }
}

/** What the errors of SQLite mean for a transaction. */
export const sqliteErrors: Pick<Engine, 'isRetryable' | 'isDuplicate'> = {
  isRetryable: (error) => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error)),
  isDuplicate: (error) => /^SQLITE_CONSTRAINT_(PRIMARYKEY|UNIQUE)/.test(codeOf(error)),
};

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/**
 * A parameter as libsql takes it: it ends the process on a boolean and does not take `undefined`.
 *
 * @throws TypeError for an object.
 */
export function plain(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value !== null && typeof value === 'object' && !(value instanceof Uint8Array))
    throw new TypeError('a parameter is an object: serialise it first');
  return value;
}
