/** Inserts rows that the audit trail states: written and stated in one step, so that none is forgotten. */
import type { Insertable } from 'kysely';
import type { Tx } from '../database/engine.js';
import { insertRows } from '../database/insert-many.js';
import type { InsertManyOptions, StatedTable } from '../database/insert-many.js';
import type { Database } from '../database/tables.js';
import { TryAgain } from '../database/transact.js';
import type { DigestedRow } from './row-digest.js';
import type { StatedRows } from './stated-rows.js';

/**
 * Inserts rows, and notes them for the audit entry of the transaction. `ifAbsent` leaves out rows whose key
 * is taken: give one row, or rows that were found absent before. Returns how many were inserted.
 */
export async function insertStated<Table extends StatedTable>(
  tx: Tx,
  stated: StatedRows,
  table: Table,
  rows: readonly (Insertable<Database[Table]> & DigestedRow<Table>)[],
  options: InsertManyOptions = {},
): Promise<number> {
  const inserted = await insertRows(tx, table, rows, options);
  if (inserted === 0) return 0;
  // Which of them were inserted is not told: the transaction is tried again, and finds the others.
  if (inserted < rows.length) throw new TryAgain('another transaction wrote the same row');
  for (const row of rows) stated.written(table, row);
  return inserted;
}
