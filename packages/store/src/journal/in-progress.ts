/**
 * The keys of attempts in progress: one of the number, one of the person, unique over all campaigns and
 * nodes. They are few, so open attempts are looked for among them.
 */
import { MODES_BESIDE_LISTS } from '@outdial/core';
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Db, Tx } from '../database/engine.js';
import { preparedCommand } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { Database } from '../database/tables.js';
import { PERSON_KEY, numberKey, personKey } from '../identity.js';

/**
 * Condition on a row of `leads`: this very lead is not being dialed. A call that came in from its person does
 * not end a claim, so it keeps none.
 */
export function noAttemptOpen(eb: ExpressionBuilder<Database, 'leads'>): Expression<SqlBool> {
  const attemptOfLead = eb
    .selectFrom('in_progress as i')
    .innerJoin('attempts as a', 'a.attempt_id', 'i.attempt_id')
    .select('a.attempt_id')
    .where('i.subject', '=', (key) => key.fn<string>('concat', [key.val(PERSON_KEY), 'leads.person_id']))
    .whereRef('a.lead_id', '=', 'leads.lead_id')
    .where('a.mode', 'not in', MODES_BESIDE_LISTS);
  return eb.not(eb.exists(attemptOfLead));
}

const deleteKeys = preparedCommand(
  (db: Db, { subjects, attemptIds }: Given<{ subjects: readonly string[]; attemptIds: readonly string[] }>) =>
    db.deleteFrom('in_progress').where('subject', 'in', subjects).where('attempt_id', 'in', attemptIds),
);

/** Key of a call that came in, by which it is found after a restart. */
export function attemptKey(attemptId: string): string {
  return `a:${attemptId}`;
}

/** Whose keys an attempt holds. */
export interface KeyHolder {
  readonly attemptId: string;
  /** E.164. */
  readonly phone: string;
  readonly personId: string;
}

/** Frees numbers and persons, where it is one of these attempts that holds them. */
export async function dropKeys(tx: Tx, ...holders: readonly KeyHolder[]): Promise<void> {
  await deleteKeys(tx, {
    subjects: holders.flatMap(({ attemptId, phone, personId }) => [
      numberKey(phone),
      personKey(personId),
      attemptKey(attemptId),
    ]),
    attemptIds: holders.map(({ attemptId }) => attemptId),
  });
}
