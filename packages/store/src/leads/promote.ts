import type { Engine, Tx } from '../database/engine.js';
import { execute, marks, query } from '../database/statements.js';

const BATCH = 1_000;
/** Batches moved before one claim; a list whose every lead comes due at once is moved by the next claims. */
const BATCHES_MOST = 5;

/**
 * Moves leads whose instant has come from 'waiting' to 'ready'. Claims then walk an index in dial order over
 * ready leads only, instead of sorting everything that is due at every claim.
 */
export async function promoteDueLeads(
  engine: Engine,
  tx: Tx,
  lists: readonly string[],
  at: number,
): Promise<void> {
  for (const listId of lists) {
    for (let batch = 0; batch < BATCHES_MOST; batch += 1) {
      const text = `select lead_id from leads where list_id = ? and state = 'waiting' and next_dialable_at <= ? order by next_dialable_at limit ${BATCH}${engine.skipLocked}`;
      const due = (await query<{ lead_id: string }>(tx, text, [listId, at])).map((row) => row.lead_id);
      if (due.length > 0)
        await execute(tx, `update leads set state = 'ready' where lead_id in (${marks(due.length)})`, due);
      if (due.length < BATCH) break;
    }
  }
}
