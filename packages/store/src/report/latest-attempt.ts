/** When the store's last call was opened: where a simulated clock goes on. */
import { archiveOf } from '../database/archive-db.js';
import type { Db } from '../database/engine.js';
import type { Store } from '../open-store.js';

/** Instant of the newest attempt of all campaigns (epoch ms); null without attempts. */
export async function readLatestAttemptAt(store: Store): Promise<number | null> {
  const { db } = store.engine;
  return (await latestIn(db)) ?? latestIn(archiveOf(db));
}

async function latestIn(db: Db): Promise<number | null> {
  const row = await db
    .selectFrom('attempts')
    .select(({ fn }) => fn.max('opened_at').as('latest'))
    .executeTakeFirst();
  return row?.latest == null ? null : Number(row.latest);
}
