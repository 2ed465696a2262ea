/** Counts the ready leads that a filter takes: page by page, as nothing but reading them tells. */
import type { Db, Engine } from '../../database/engine.js';
import type { LeadCondition } from '../../expressions/parse-expression.js';
import type { LeadKindCount } from '../lead-counts.js';
import { Passes } from './passes.js';
import type { LeadSelection } from './lead-selection.js';

/** Ready leads by place. */
export type LeadsByPlace = ReadonlyMap<string, number>;

/** Counts the ready leads that the filter takes, by place. The event loop runs between the pages. */
export async function countTaken(
  db: Db,
  counts: readonly LeadKindCount[],
  {
    filter,
    at,
    kind,
  }: Pick<LeadSelection, 'filter'> & { readonly at: number; readonly kind: Engine['kind'] },
): Promise<LeadsByPlace> {
  const passes = new Passes(filter ? { filter } : {}, kind);
  const taken = new Map<string, number>();
  const walked = new Set<string>();
  for (const { list_id: listId, place, state } of counts) {
    const key = `${listId}\n${place}`;
    if (state !== 'ready' || walked.has(key)) continue;
    walked.add(key);
    for await (const page of passes.pages(db, { listId, place }, at))
      taken.set(place, (taken.get(place) ?? 0) + page.length);
  }
  return taken;
}

/** Counting takes at most one part in this many of the time. */
const COUNT_SHARE = 20;
/** ms that counting may take without regard to that: shorter ones cost nothing. */
const CHEAP_MS = 20;

/** How many leads the filter of a campaign takes, counted anew as often as that is cheap. */
export class TakenLeads {
  readonly #filter: LeadCondition;
  readonly #kind: Engine['kind'];
  readonly #known = new Map<string, { readonly taken: LeadsByPlace; readonly until: number }>();
  readonly #counting = new Map<string, Promise<LeadsByPlace>>();

  constructor(filter: LeadCondition, kind: Engine['kind']) {
    this.#filter = filter;
    this.#kind = kind;
  }

  /** The last count while it stands or the next is under way; waits for the first. */
  async read(
    db: Db,
    campaignId: string,
    counts: readonly LeadKindCount[],
    at: number,
  ): Promise<LeadsByPlace> {
    const known = this.#known.get(campaignId);
    if (known && performance.now() < known.until) return known.taken;
    const counting = this.#counting.get(campaignId) ?? this.#count(db, campaignId, counts, at);
    this.#counting.set(campaignId, counting);
    return counting;
  }

  async #count(
    db: Db,
    campaignId: string,
    counts: readonly LeadKindCount[],
    at: number,
  ): Promise<LeadsByPlace> {
    const began = performance.now();
    try {
      const taken = await countTaken(db, counts, { filter: this.#filter, at, kind: this.#kind });
      const cost = performance.now() - began;
      const until = cost > CHEAP_MS ? performance.now() + cost * COUNT_SHARE : -Infinity;
      this.#known.set(campaignId, { taken, until });
      return taken;
    } finally {
      this.#counting.delete(campaignId);
    }
  }
}
