import type { FactSink } from '@outdial/core';
import { query } from '../database/statements.js';
import { readKillSwitch } from '../kill-switch.js';
import type { Store } from '../open-store.js';

/**
 * Transactions may commit in another order than they took their numbers: rows this long behind the newest, in
 * ms, are looked for again.
 */
const LATE_COMMIT = 10_000;
const CHANGES_MOST = 2_000;

interface ChangeRow {
  id: number;
  campaign_id: string;
  lead_id: string;
  reason: string;
}

/**
 * Looks for what changed from outside: leads withdrawn from the campaigns of this node, and the kill switch.
 */
export class Watch {
  readonly #store: Store;
  readonly #node: string;
  readonly #sink: FactSink;
  readonly #clock: () => number;
  #cursor: number | null = null;
  #killVersion = 0;
  /** Ids beyond the cursor that were told already, with the time they were seen. */
  readonly #told = new Map<number, number>();

  constructor(
    store: Store,
    options: { readonly node: string; readonly sink: FactSink; readonly clock: () => number },
  ) {
    this.#store = store;
    this.#node = options.node;
    this.#sink = options.sink;
    this.#clock = options.clock;
  }

  /** One look. The first finds where to begin; a kill switch that is on already is told at once. */
  async look(): Promise<void> {
    await this.#lookAtKillSwitch();
    await this.#lookAtChanges();
  }

  async #lookAtKillSwitch(): Promise<void> {
    const state = await readKillSwitch(this.#store);
    if (state.version === this.#killVersion) return;
    const first = this.#killVersion === 0;
    this.#killVersion = state.version;
    if (state.on || !first)
      this.#sink({ type: 'kill-switch', at: this.#clock(), on: state.on, reason: state.reason });
  }

  async #lookAtChanges(): Promise<void> {
    const { db } = this.#store.engine;
    if (this.#cursor === null) {
      const [row] = await query<{ id: number | null }>(db, 'select max(id) as id from changes');
      this.#cursor = Number(row?.id ?? 0);
      return;
    }
    const rows = await query<ChangeRow>(
      db,
      'select id, campaign_id, lead_id, reason from changes where id > ? order by id limit ?',
      [this.#cursor, CHANGES_MOST],
    );
    const fresh = rows.filter((row) => !this.#told.has(row.id));
    const own = new Set(this.#store.leases.campaignsOf(this.#node));
    for (const [key, leadIds] of grouped(fresh.filter((row) => own.has(row.campaign_id)))) {
      const [campaignId = '', reason = ''] = key.split('\n');
      this.#sink({ type: 'leads.withdrawn', at: this.#clock(), campaignId, leadIds, reason });
    }
    this.#advance(fresh, rows.length === CHANGES_MOST);
  }

  #advance(fresh: readonly ChangeRow[], full: boolean): void {
    const now = performance.now();
    for (const row of fresh) this.#told.set(row.id, now);
    for (const [id, seenAt] of this.#told) {
      if (seenAt > now - LATE_COMMIT && !full) continue;
      this.#cursor = Math.max(this.#cursor ?? 0, id);
      this.#told.delete(id);
    }
  }
}

function grouped(rows: readonly ChangeRow[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    const key = `${row.campaign_id}\n${row.reason}`;
    groups.set(key, [...(groups.get(key) ?? []), row.lead_id]);
  }
  return groups;
}
