import type { Supply } from '@outdial/core';
import type { Db } from '../database/engine.js';
import { marks, query } from '../database/statements.js';
import type { WindowCache } from './places.js';

interface ReasonRow {
  state: string;
  why: string;
  touched: number;
  n: number;
  due: number | string | null;
  next_at: number | null;
}

const EMPTY: Supply = { dialableNow: 0, waiting: [], total: 0, attempted: 0 };

/**
 * Counts a campaign's leads: dialable now, and for the rest the reason with the first instant. Reads indexes
 * only.
 */
export async function surveyLeads(
  db: Db,
  campaignId: string,
  at: number,
  windows: WindowCache | null,
): Promise<Supply> {
  const lists = (
    await query<{ list_id: string }>(db, 'select list_id from campaign_lists where campaign_id = ?', [
      campaignId,
    ])
  ).map((row) => row.list_id);
  if (lists.length === 0) return EMPTY;
  const reasons = await query<ReasonRow>(
    db,
    'select state, why, touched, count(*) as n, sum(case when next_dialable_at <= ? then 1 else 0 end) as due,' +
      ` min(case when next_dialable_at > ? then next_dialable_at end) as next_at from leads where list_id in (${marks(lists.length)}) group by state, why, touched`,
    [at, at, ...lists],
  );
  const tally = new Tally();
  for (const row of reasons) countReason(tally, row);
  if (windows) await countClosedPlaces(db, lists, at, windows, tally);
  return tally.supply();
}

function countReason(tally: Tally, row: ReasonRow): void {
  const n = Number(row.n);
  tally.total += n;
  if (row.touched === 1) tally.attempted += n;
  if (row.state === 'ready') tally.dialableNow += n;
  else if (row.state === 'claimed') tally.add('claimed', n, null);
  else if (row.state === 'closed') tally.add(row.why, n, null);
  else {
    const due = Number(row.due ?? 0);
    tally.dialableNow += due;
    tally.add(row.state === 'callback' ? 'callback' : row.why, n - due, row.next_at);
  }
}

async function countClosedPlaces(
  db: Db,
  lists: readonly string[],
  at: number,
  windows: WindowCache,
  tally: Tally,
): Promise<void> {
  const places = await query<{ place: string; n: number }>(
    db,
    `select place, count(*) as n from leads where list_id in (${marks(lists.length)}) and state = 'ready' group by place`,
    lists,
  );
  for (const { place, n } of places) {
    const window = windows.at(place, at);
    if (window.open) continue;
    tally.dialableNow -= Number(n);
    tally.add('outside-calling-window', Number(n), window.changesAt);
  }
}

/** Adds up leads by reason. */
class Tally {
  dialableNow = 0;
  total = 0;
  attempted = 0;
  readonly #waiting = new Map<string, { count: number; nextAt: number | null }>();

  add(reason: string, count: number, nextAt: number | null): void {
    if (count <= 0) return;
    const known = this.#waiting.get(reason) ?? { count: 0, nextAt: null };
    known.count += count;
    if (nextAt !== null) known.nextAt = known.nextAt === null ? nextAt : Math.min(known.nextAt, nextAt);
    this.#waiting.set(reason, known);
  }

  supply(): Supply {
    const waiting = [...this.#waiting]
      .map(([reason, { count, nextAt }]) => ({ reason, count, nextAt }))
      .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
    return { dialableNow: this.dialableNow, waiting, total: this.total, attempted: this.attempted };
  }
}
