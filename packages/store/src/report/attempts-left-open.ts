/** How many attempts of a campaign have not ended: after a crash, what the next start settles. */
import { preparedQuery, type Given } from '../database/prepared.js';
import type { Db } from '../database/engine.js';
import type { Store } from '../open-store.js';

// Few attempts are in progress: the open ones are looked for among them.
const countOpen = preparedQuery((db: Db, { campaignId }: Given<{ campaignId: string }>) =>
  db
    .selectFrom('in_progress as i')
    .innerJoin('attempts as a', 'a.attempt_id', 'i.attempt_id')
    .select((eb) => eb.fn.count<number | string>('a.attempt_id').distinct().as('n'))
    .where('a.campaign_id', '=', campaignId)
    .where('a.ended_at', 'is', null),
);

/** Counts the attempts of a campaign that have not ended, of any dialer. */
export async function countOpenAttempts(store: Store, campaignId: string): Promise<number> {
  return Number((await countOpen.first(store.engine.db, { campaignId }))?.n ?? 0);
}
