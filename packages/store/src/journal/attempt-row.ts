/** Which call an attempt is: its lead, person and number. */
import type { Selectable } from 'kysely';
import type { Db } from '../database/engine.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { AttemptsTable } from '../database/tables.js';

/** A row of `attempts`. */
export type AttemptRow = Selectable<AttemptsTable>;

const selectParties = preparedQuery((db: Db, { attemptId }: Given<{ attemptId: string }>) =>
  db
    .selectFrom('attempts')
    .select(['lead_id', 'person_id', 'phone', 'ended_at'])
    .where('attempt_id', '=', attemptId),
);

/** Lead, person, number and end of an attempt; undefined when the store has no such attempt. */
export async function readAttempt(
  db: Db,
  attemptId: string,
): Promise<Pick<AttemptRow, 'lead_id' | 'person_id' | 'phone' | 'ended_at'> | undefined> {
  return selectParties.first(db, { attemptId });
}
