/** Open leads by place: which calling windows matter to a campaign. */
import type { Store } from '../open-store.js';

/** A place as the store names it, and its open leads. */
export interface PlaceCount {
  readonly place: string;
  readonly leads: number;
}

/** The places of the open leads of lists, with how many there are. */
export async function countPlaces(store: Store, lists: readonly string[]): Promise<readonly PlaceCount[]> {
  if (lists.length === 0) return [];
  const rows = await store.engine.db
    .selectFrom('leads')
    .select((eb) => ['place', eb.fn.countAll<number>().as('leads')])
    .where('list_id', 'in', lists)
    .where('state', 'in', ['ready', 'waiting', 'callback', 'claimed'])
    .groupBy('place')
    .execute();
  return rows.map(({ place, leads }) => ({ place, leads: Number(leads) }));
}
