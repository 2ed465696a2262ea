/** Mixes lists by their shares: the quota method of apportionment, one lead at a time. */

/** A list with the share that it is to have of what is taken. */
export interface ListShare {
  readonly listId: string;
  /** Larger than 0; shares count in proportion to each other. */
  readonly share: number;
}

/** How many leads were taken of each list since the same lists have leads. */
export interface MixCounts {
  /** The lists that have leads, as one text. */
  readonly among: string;
  readonly taken: ReadonlyMap<string, number>;
}

/** Nothing was taken yet. */
export const NO_COUNTS: MixCounts = { among: '', taken: new Map() };

/** Which lists come next, one entry a lead, and the counts after them. */
export interface MixedLists {
  readonly lists: readonly string[];
  readonly counts: MixCounts;
}

/**
 * The lists of the next `count` leads. While the same lists have leads, each list has its share of them to
 * within one lead, at every point: |taken - share x all| < 1 (Balinski and Young 1975, the quota method: of
 * the lists whose upper quota leaves room, the one of most share for its next lead). When a list runs dry or
 * comes back, the others take its part and counting begins anew: nothing is made up for later.
 */
export function mixLists(
  shares: readonly ListShare[],
  has: ReadonlyMap<string, number>,
  count: number,
  before: MixCounts,
): MixedLists {
  const left = new Map(has);
  const lists: string[] = [];
  let counts = before;
  while (lists.length < count) {
    const open = shares.filter(({ listId }) => (left.get(listId) ?? 0) > 0);
    const among = open.map(({ listId }) => listId).join('\n');
    if (open.length === 0) break;
    if (counts.among !== among) counts = { among, taken: new Map() };
    const next = nextList(open, counts.taken);
    counts = { among, taken: new Map(counts.taken).set(next, (counts.taken.get(next) ?? 0) + 1) };
    left.set(next, (left.get(next) ?? 0) - 1);
    lists.push(next);
  }
  return { lists, counts };
}

function nextList(open: readonly ListShare[], taken: ReadonlyMap<string, number>): string {
  const whole = open.reduce((sum, { share }) => sum + share, 0);
  const all = open.reduce((sum, { listId }) => sum + (taken.get(listId) ?? 0), 0);
  let best = '';
  let most = -1;
  for (const { listId, share } of open) {
    const had = taken.get(listId) ?? 0;
    // The upper quota of the next lead: a list that is at it waits.
    if (had >= (share / whole) * (all + 1) - ROUNDING) continue;
    const claim = share / (had + 1);
    if (claim > most) [best, most] = [listId, claim];
  }
  return best === '' ? (open[0]?.listId ?? '') : best;
}

/** Shares such as 0.1 are not exact. */
const ROUNDING = 1e-9;
