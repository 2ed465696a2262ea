/** Open leads by place: which calling windows matter to a campaign. */
import { readLeadCounts } from '../leads/lead-counts.js';
import type { Store } from '../open-store.js';

/** A place as the store names it, and its open leads. */
export interface PlaceCount {
  readonly place: string;
  readonly leads: number;
}

/** The places of the open leads of lists, with how many there are. */
export async function countPlaces(store: Store, lists: readonly string[]): Promise<readonly PlaceCount[]> {
  const { counts } = await readLeadCounts(store.engine.db, lists);
  const found = new Map<string, number>();
  for (const { state, place, n } of counts)
    if (state !== 'closed') found.set(place, (found.get(place) ?? 0) + n);
  return [...found].map(([place, leads]) => ({ place, leads }));
}
