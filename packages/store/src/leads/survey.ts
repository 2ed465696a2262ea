/** Counts a campaign's leads: how many are dialable now, and why the others are not. */
import type { Supply, SurveyCommand } from '@outdial/core';
import type { Db } from '../database/engine.js';
import { readListsOf } from './claim.js';
import type { LeadRow } from './lead-row.js';
import { findNamedLeads } from './named-numbers.js';
import type { WindowCache } from './places.js';

const EMPTY: Supply = { dialableNow: 0, waiting: [], total: 0, attempted: 0 };

/**
 * Counts a campaign's leads: dialable now, and for the rest the reason with the first instant. Reads indexes
 * only. `onlyNumbers`: the campaign is not live, and leads with other numbers wait for that.
 */
export async function surveyLeads(
  db: Db,
  { campaignId, at, onlyNumbers }: SurveyCommand,
  windows: WindowCache | null,
): Promise<Supply> {
  const lists = await readListsOf(db, campaignId);
  if (lists.length === 0) return EMPTY;
  const tally = new Tally();
  for (const row of await readReasons(db, lists, at)) countReason(tally, row);
  if (windows) await countClosedPlaces(db, lists, at, windows, tally);
  if (onlyNumbers !== undefined) await countOthers(db, { lists, at, numbers: onlyNumbers }, windows, tally);
  return tally.supply();
}

interface ReasonCount extends Pick<LeadRow, 'state' | 'why' | 'touched'> {
  readonly n: number;
  readonly due: number;
  readonly nextAt: number | null;
}

async function readReasons(db: Db, lists: readonly string[], at: number): Promise<ReasonCount[]> {
  return db
    .selectFrom('leads')
    .select((eb) => [
      'state',
      'why',
      'touched',
      eb.fn.countAll<number>().as('n'),
      eb.fn.sum<number>(eb.case().when('next_dialable_at', '<=', at).then(1).else(0).end()).as('due'),
      eb.fn
        .min<number | null>(
          eb.case().when('next_dialable_at', '>', at).then(eb.ref('next_dialable_at')).end(),
        )
        .as('nextAt'),
    ])
    .where('list_id', 'in', lists)
    .groupBy(['state', 'why', 'touched'])
    .execute();
}

function countReason(tally: Tally, row: ReasonCount): void {
  tally.total += row.n;
  if (row.touched === 1) tally.attempted += row.n;
  if (row.state === 'ready') tally.dialableNow += row.n;
  else if (row.state === 'claimed') tally.add('claimed', row.n, null);
  else if (row.state === 'closed') tally.add(row.why, row.n, null);
  else {
    tally.dialableNow += row.due;
    tally.add(row.state === 'callback' ? 'callback' : row.why, row.n - row.due, row.nextAt);
  }
}

async function countClosedPlaces(
  db: Db,
  lists: readonly string[],
  at: number,
  windows: WindowCache,
  tally: Tally,
): Promise<void> {
  const places = await db
    .selectFrom('leads')
    .select((eb) => ['place', eb.fn.countAll<number>().as('n')])
    .where('list_id', 'in', lists)
    .where('state', '=', 'ready')
    .groupBy('place')
    .execute();
  for (const { place, n } of places) {
    const window = windows.at(place, at);
    if (window.open) continue;
    tally.dialableNow -= n;
    tally.add('outside-calling-window', n, window.changesAt);
  }
}
/** Leads that are due and whose number the campaign may not dial before it is live. */
async function countOthers(
  db: Db,
  named: { readonly lists: readonly string[]; readonly at: number; readonly numbers: readonly string[] },
  windows: WindowCache | null,
  tally: Tally,
): Promise<void> {
  const leads = await findNamedLeads(db, { ...named, agentIds: [], lock: false });
  const dialable = leads.filter(
    ({ state, place }) => state === 'callback' || (windows?.at(place, named.at).open ?? true),
  ).length;
  tally.add('not-live', tally.dialableNow - dialable, null);
  tally.dialableNow = Math.min(tally.dialableNow, dialable);
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
