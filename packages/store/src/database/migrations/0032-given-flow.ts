/** Schema change 32. */
import type { Kysely } from 'kysely';
import { CODE } from './column-types.js';
import { addColumn } from './table-options.js';

/** The flow to which an agent has given the person, while the call lasts: a crash finds it. Null: none. */
export async function addGivenFlow(db: Kysely<unknown>): Promise<void> {
  await addColumn(db, 'attempts', 'given_flow', CODE);
  await addColumn(db, 'archived_attempts', 'given_flow', CODE);
}
