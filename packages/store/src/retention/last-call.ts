/** When a person was last called, whether or not leads of theirs are left. */
import { withArchive } from '../database/archive-db.js';
import { inChunks } from '../database/in-chunks.js';
import type { Store } from '../open-store.js';

/** Instant of the last attempt to any of the persons, in any campaign (epoch ms); null when there is none. */
export async function readLastCallAt(store: Store, personIds: readonly string[]): Promise<number | null> {
  let last: number | null = null;
  for (const batch of inChunks(personIds)) {
    const row = await withArchive(store.engine.db)
      .selectFrom('attempts')
      .select(({ fn }) => fn.max('opened_at').as('last'))
      .where('person_id', 'in', batch)
      .executeTakeFirst();
    if (row?.last == null) continue;
    last = Math.max(last ?? 0, Number(row.last));
  }
  return last;
}
