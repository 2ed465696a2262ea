/**
 * The leads that a campaign dials next by its own filter, order and mix: some thousand ids, found by walking
 * its lists ahead of the claims, which then take them by their ids. Claims of campaigns without such rules do
 * not come here.
 */
import type { Db, Engine } from '../../database/engine.js';
import { preparedQuery } from '../../database/prepared.js';
import type { Given } from '../../database/prepared.js';
import type { PlaceWindows } from '../place-windows.js';
import type { LeadSelection } from './lead-selection.js';
import { compareKeys, orderKeyOf } from './order-key.js';
import type { OrderKey } from './order-key.js';
import { Passes } from './passes.js';

/** A lead of the shortlist. */
export interface ShortlistedLead {
  readonly leadId: string;
  readonly place: string;
  readonly key: OrderKey;
}

/** Leads kept of one list. */
const KEPT_MOST = 4_000;
/** ms of the campaign's time after which the lists are walked again: retries and new leads may come first. */
const FRESH_MS = 5_000;
/** ms between two walks that a campaign without leads asks for. */
const DRY_MS = 1_000;
/** Walks take at most one part in this many of the time, as surveys do. */
const WALK_SHARE = 20;
/** ms that a walk may take without regard to that: shorter ones cost nothing. */
const CHEAP_MS = 20;

const selectPlaces = preparedQuery((db: Db, { lists }: Given<{ lists: readonly string[] }>) =>
  db.selectFrom('places').select(['list_id', 'place']).where('list_id', 'in', lists),
);

/** The shortlist of one campaign. */
export class Shortlist {
  readonly #selection: LeadSelection;
  readonly #windows: PlaceWindows | null;
  readonly #passes: Passes;
  #byList = new Map<string, readonly ShortlistedLead[]>();
  /** Lists of which more leads were found than are kept. */
  #cutLists: ReadonlySet<string> = new Set();
  #walkedAt = -Infinity;
  /** Epoch ms at which the window of some place changes. */
  #windowsUntil = Infinity;
  /** ms of the process. */
  #notBefore = -Infinity;
  #walk: Promise<void> | null = null;

  constructor(selection: LeadSelection, windows: PlaceWindows | null, kind: Engine['kind']) {
    this.#selection = selection;
    this.#windows = windows;
    this.#passes = new Passes(selection, kind);
  }

  /** Walks the lists where that is due. Outside of every transaction. `at`: epoch ms. */
  async prepare(db: Db, lists: readonly string[], at: number): Promise<void> {
    if (this.#walk === null && !this.#isDue(at)) return;
    this.#walk ??= this.#walkLists(db, lists, at).finally(() => (this.#walk = null));
    await this.#walk;
  }

  /** Leads of a list in their order, those whose place may not be called at `at` left out. */
  leadsOf(listId: string, at: number): ShortlistedLead[] {
    const leads = this.#byList.get(listId) ?? [];
    return leads.filter(({ place }) => this.#windows?.at(place, at).open ?? true);
  }

  /** Takes leads off: they were claimed, or are ready no more. */
  drop(leadIds: ReadonlySet<string>): void {
    for (const [listId, leads] of this.#byList)
      this.#byList.set(
        listId,
        leads.filter(({ leadId }) => !leadIds.has(leadId)),
      );
  }

  #isDue(at: number): boolean {
    // The clock of the campaign may be virtual, and steps back where a test begins anew.
    const since = Math.abs(at - this.#walkedAt);
    const isOut = [...this.#cutLists].some((listId) => this.#byList.get(listId)?.length === 0);
    if (isOut) return true;
    if (performance.now() < this.#notBefore) return false;
    if (since >= FRESH_MS || at >= this.#windowsUntil) return true;
    const isDry = [...this.#byList.values()].every((leads) => leads.length === 0);
    return isDry && since >= DRY_MS;
  }

  async #walkLists(db: Db, lists: readonly string[], at: number): Promise<void> {
    const started = performance.now();
    const rows = lists.length === 0 ? [] : await selectPlaces.all(db, { lists });
    const found = new Map<string, ShortlistedLead[]>(lists.map((listId) => [listId, []]));
    const cut = new Set<string>();
    let until = Infinity;
    for (const { list_id: listId, place } of rows) {
      const window = this.#windows?.at(place, at) ?? { open: true, changesAt: null };
      until = Math.min(until, window.changesAt ?? Infinity);
      if (!window.open) continue;
      const leads = found.get(listId) ?? [];
      const isCut = await this.#walkPlace(db, { listId, place, closesAt: window.changesAt }, at, leads);
      if (isCut) cut.add(listId);
    }
    for (const [listId, leads] of found) if (keepFirst(leads)) cut.add(listId);
    this.#byList = found;
    this.#cutLists = cut;
    this.#walkedAt = at;
    this.#windowsUntil = until;
    const cost = performance.now() - started;
    this.#notBefore = cost > CHEAP_MS ? performance.now() + cost * WALK_SHARE : -Infinity;
  }

  /** Adds the leads of a place. Whether there may be more: in dial order the first are enough. */
  async #walkPlace(
    db: Db,
    of: { readonly listId: string; readonly place: string; readonly closesAt: number | null },
    at: number,
    leads: ShortlistedLead[],
  ): Promise<boolean> {
    const { listId, place, closesAt } = of;
    const isInOrder = (this.#selection.order ?? 'oldest-first') === 'oldest-first';
    let isCut = false;
    let taken = 0;
    for await (const page of this.#passes.pages(db, { listId, place }, at)) {
      for (const row of page)
        leads.push({ leadId: row.lead_id, place, key: orderKeyOf(this.#selection, row, closesAt) });
      taken += page.length;
      if (leads.length >= 2 * KEPT_MOST && keepFirst(leads)) isCut = true;
      if (isInOrder && taken >= KEPT_MOST) return true;
    }
    return isCut;
  }
}

/** Sorts leads and keeps the first of them. Whether some were left out. */
function keepFirst(leads: ShortlistedLead[]): boolean {
  leads.sort((a, b) => compareKeys(a.key, b.key));
  if (leads.length <= KEPT_MOST) return false;
  leads.length = KEPT_MOST;
  return true;
}
