/** Makes leads ready when their instant has come. */
import type { Db, Tx } from '../database/engine.js';
import { preparedCommand, preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import { COUNTED_COLUMNS, countMoves } from './lead-counts.js';
import type { LeadMove } from './lead-counts.js';

const BATCH = 1_000;
/** Batches moved before one claim; a list whose every lead comes due at once is moved by the next claims. */
const BATCHES_MOST = 5;

const lockDue = preparedQuery((db: Db, { listId, at }: Given<{ listId: string; at: number }>) =>
  db
    .selectFrom('leads')
    .select(['lead_id', ...COUNTED_COLUMNS])
    .where('list_id', '=', listId)
    .where('state', '=', 'waiting')
    .where('next_dialable_at', '<=', at)
    .orderBy('next_dialable_at')
    .limit(BATCH)
    .forUpdate()
    .skipLocked(),
);

const makeReady = preparedCommand((db: Db, { leadIds }: Given<{ leadIds: readonly string[] }>) =>
  db.updateTable('leads').set({ state: 'ready' }).where('lead_id', 'in', leadIds),
);

/**
 * Moves leads whose instant has come from 'waiting' to 'ready'. Claims then walk an index in dial order over
 * ready leads only, instead of sorting everything that is due at every claim.
 */
export async function promoteDueLeads(tx: Tx, lists: readonly string[], at: number): Promise<void> {
  for (const listId of lists) {
    for (let batch = 0; batch < BATCHES_MOST; batch += 1) {
      const due = await lockDue.all(tx, { listId, at });
      if (due.length > 0) await makeReady(tx, { leadIds: due.map((row) => row.lead_id) });
      await countMoves(
        tx,
        due.map((row): LeadMove => [row, { ...row, state: 'ready' }]),
      );
      if (due.length < BATCH) break;
    }
  }
}
