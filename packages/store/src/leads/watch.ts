/** What running campaigns must learn from others: every process looks for it a few times a second. */
import type { FactSink } from '@outdial/core';
import type { Selectable } from 'kysely';
import type { Db } from '../database/engine.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { ChangesTable } from '../database/tables.js';
import { readKillSwitch } from '../kill-switch.js';
import type { Store } from '../open-store.js';

/**
 * Transactions may commit in another order than they took their numbers: rows this long behind the newest, in
 * ms, are looked for again.
 */
const LATE_COMMIT = 10_000;
const CHANGES_MOST = 2_000;

/** Reason of a change that pushes leads to the front of their lists. */
export const PUSHED = 'pushed';

/** Leads pushed to the front of a campaign's lists: its buffer should make room for them. */
export interface PushedLeads {
  readonly campaignId: string;
  readonly leadIds: readonly string[];
}

/** How to watch. */
export interface WatchOptions {
  /** Id of the dialer whose campaigns are looked for. */
  readonly instance: string;
  readonly sink: FactSink;
  readonly clock: () => number;
  readonly onPushed?: ((pushed: PushedLeads) => void) | undefined;
}

type ChangeRow = Selectable<ChangesTable>;

const selectChanges = preparedQuery((db: Db, { after }: Given<{ after: number }>) =>
  db.selectFrom('changes').selectAll().where('id', '>', after).orderBy('id').limit(CHANGES_MOST),
);

async function newestChange(db: Db): Promise<number> {
  const row = await db
    .selectFrom('changes')
    .select((eb) => eb.fn.max<number | null>('id').as('id'))
    .executeTakeFirst();
  return row?.id ?? 0;
}

/**
 * Looks for what changed from outside: leads withdrawn from the campaigns of this node or pushed to the front
 * of their lists, and the kill switch.
 */
export class Watch {
  readonly #store: Store;
  readonly #instance: string;
  readonly #sink: FactSink;
  readonly #clock: () => number;
  readonly #onPushed: WatchOptions['onPushed'];
  #cursor: number | null = null;
  #killVersion = 0;
  /** Ids beyond the cursor that were reported already, with the time they were seen. */
  readonly #seen = new Map<number, number>();

  constructor(store: Store, options: WatchOptions) {
    this.#store = store;
    this.#instance = options.instance;
    this.#sink = options.sink;
    this.#clock = options.clock;
    this.#onPushed = options.onPushed;
  }

  /** One look. The first finds where to begin; a kill switch that is on already is reported at once. */
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
      this.#cursor = await newestChange(db);
      return;
    }
    const rows = await selectChanges.all(db, { after: this.#cursor });
    const fresh = rows.filter((row) => !this.#seen.has(row.id));
    const own = new Set(this.#store.leases.campaignsOf(this.#instance));
    for (const [key, leadIds] of grouped(fresh.filter((row) => own.has(row.campaign_id)))) {
      const [campaignId = '', reason = ''] = key.split('\n');
      if (reason === PUSHED) this.#onPushed?.({ campaignId, leadIds });
      else this.#sink({ type: 'leads.withdrawn', at: this.#clock(), campaignId, leadIds, reason });
    }
    this.#advance(fresh, rows.length === CHANGES_MOST);
  }

  #advance(fresh: readonly ChangeRow[], full: boolean): void {
    const now = performance.now();
    for (const row of fresh) this.#seen.set(row.id, now);
    for (const [id, seenAt] of this.#seen) {
      if (seenAt > now - LATE_COMMIT && !full) continue;
      this.#cursor = Math.max(this.#cursor ?? 0, id);
      this.#seen.delete(id);
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
