import { execute } from '../database/statements.js';
import type { Tx } from '../database/engine.js';
import { numberKey, personKey } from '../identity.js';

/**
 * SQL condition on a row of `leads`: no attempt of this very lead is open. Open attempts are looked for among
 * the keys in progress, which are few.
 */
export const NO_ATTEMPT_OPEN =
  "not exists (select 1 from in_progress i join attempts a on a.attempt_id = i.attempt_id where i.subject = concat('p:', leads.person_id) and a.lead_id = leads.lead_id)";

/** The open attempts of a campaign, as a condition on `attempts a`; its one parameter is the campaign. */
export const OPEN_ATTEMPTS =
  'a.attempt_id in (select i.attempt_id from in_progress i) and a.campaign_id = ? and a.ended_at is null';

/** Frees number and person, if it is this attempt that holds them. */
export async function dropKeys(
  tx: Tx,
  attempt: { readonly attemptId: string; readonly phone: string; readonly personId: string },
): Promise<void> {
  await execute(tx, 'delete from in_progress where subject in (?, ?) and attempt_id = ?', [
    numberKey(attempt.phone),
    personKey(attempt.personId),
    attempt.attemptId,
  ]);
}
