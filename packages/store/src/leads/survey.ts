/** Counts a campaign's leads: how many are dialable now, and why the others are not. */
import type { Supply } from '@outdial/core';
import type { Db } from '../database/engine.js';
import { anybodysSince } from './callback-for-anybody.js';
import { readListsOf } from './lists-of-campaign.js';
import type { LeadRow } from './lead-row.js';
import { findNamedLeads } from './named-numbers.js';
import type { PlaceWindows } from './place-windows.js';

/** What is counted. */
export interface SurveyQuestion {
  readonly campaignId: string;
  /** Epoch ms: may lie in the future. */
  readonly at: number;
  /** Null: every place may be called at any hour. */
  readonly windows: PlaceWindows | null;
  /** The lists counted. Absent: those that the campaign had at its last start. */
  readonly lists?: readonly string[];
  /** Agents who are logged in: their own callbacks are dialable. Absent: nobody is. */
  readonly agentIds?: readonly string[];
  /** The campaign is not live: leads with other numbers wait for that. Absent: it is live. */
  readonly onlyNumbers?: readonly string[];
  /** ms after which a callback promised by one agent is anybody's; null or absent: never. */
  readonly callbacksToAnybodyAfterMs?: number | null;
}

/** The reason of leads whose calling window is closed. */
const OUTSIDE_WINDOW = 'outside-calling-window';
/** The reason of leads none of whose numbers the campaign dials. */
const OUTSIDE_COUNTRIES = 'outside-countries';

/**
 * Counts a campaign's leads: dialable now, and for the rest the reason with the first instant. What is due is
 * counted by the calling windows of its places, a callback of an agent who is not logged in waits, and so do
 * other numbers than `onlyNumbers` before the campaign is live.
 */
export async function surveyLeads(db: Db, question: SurveyQuestion): Promise<Supply> {
  const lists = question.lists ?? (await readListsOf(db, question.campaignId));
  const tally = new Tally();
  if (lists.length === 0) return tally.supply();

  for (const row of await readReasons(db, lists, question.at)) countReason(tally, row);
  for (const row of await readDue(db, lists, question)) countHeldBack(tally, row, question);
  if (question.windows) {
    for (const { place, n } of await readReady(db, lists))
      countClosed(tally, { place, n }, question.windows, question.at);
  }
  if (question.onlyNumbers !== undefined) await countOthers(db, lists, question.onlyNumbers, question, tally);
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
  else if (row.state === 'claimed') tally.wait('claimed', row.n, null);
  else if (row.state === 'closed') tally.wait(row.why, row.n, null);
  else {
    tally.dialableNow += row.due;
    tally.wait(row.state === 'callback' ? 'callback' : row.why, row.n - row.due, row.nextAt);
  }
}

/** Leads that are due, by what may still hold them back. */
interface DueCount extends Pick<LeadRow, 'place'> {
  /** The agent who promised the callback, while it is that agent's alone. */
  readonly agentId: string | null;
  readonly n: number;
  /** Epoch ms: the first of them was due then. */
  readonly since: number;
}

/** Retries and callbacks that are due: few while a campaign dials. */
async function readDue(db: Db, lists: readonly string[], question: SurveyQuestion): Promise<DueCount[]> {
  const anybodys = anybodysSince(question.at, question.callbacksToAnybodyAfterMs);
  return db
    .selectFrom('leads')
    .select((eb) => [
      'place',
      eb
        .case()
        .when(eb.and([eb('state', '=', 'callback'), eb('next_dialable_at', '>', anybodys)]))
        .then(eb.ref('callback_agent_id'))
        .end()
        .as('agentId'),
      eb.fn.countAll<number>().as('n'),
      eb.fn.min<number>('next_dialable_at').as('since'),
    ])
    .where('list_id', 'in', lists)
    .where('state', 'in', ['waiting', 'callback'])
    .where('next_dialable_at', '<=', question.at)
    .groupBy(['place', 'agentId'])
    .execute();
}

function countHeldBack(tally: Tally, row: DueCount, question: SurveyQuestion): void {
  const { agentIds = [], callbacksToAnybodyAfterMs: after = null } = question;
  if (row.agentId === null || agentIds.includes(row.agentId)) {
    if (question.windows) countClosed(tally, row, question.windows, question.at);
    return;
  }
  tally.dialableNow -= row.n;
  tally.wait(`callback for ${row.agentId}`, row.n, after === null ? null : row.since + after);
}

async function readReady(
  db: Db,
  lists: readonly string[],
): Promise<{ readonly place: string; readonly n: number }[]> {
  return db
    .selectFrom('leads')
    .select((eb) => ['place', eb.fn.countAll<number>().as('n')])
    .where('list_id', 'in', lists)
    .where('state', '=', 'ready')
    .groupBy('place')
    .execute();
}

function countClosed(
  tally: Tally,
  { place, n }: { readonly place: string; readonly n: number },
  windows: PlaceWindows,
  at: number,
): void {
  const window = windows.at(place, at);
  if (window.open) return;
  tally.dialableNow -= n;
  if (windows.isOutside(place)) tally.wait(OUTSIDE_COUNTRIES, n, null);
  else tally.wait(OUTSIDE_WINDOW, n, window.changesAt, place);
}

/** Leads that are due and whose number the campaign may not dial before it is live. */
async function countOthers(
  db: Db,
  lists: readonly string[],
  numbers: readonly string[],
  { at, windows, agentIds = [], callbacksToAnybodyAfterMs }: SurveyQuestion,
  tally: Tally,
): Promise<void> {
  const anybodys = anybodysSince(at, callbacksToAnybodyAfterMs);
  const leads = await findNamedLeads(db, { lists, numbers, agentIds, anybodys, at, lock: false });
  const dialable = leads.filter(({ place }) => windows?.at(place, at).open ?? true).length;
  tally.wait('not-live', tally.dialableNow - dialable, null);
  tally.dialableNow = Math.min(tally.dialableNow, dialable);
}

interface Waiting {
  count: number;
  nextAt: number | null;
  place?: string;
}

/** Adds up leads by reason. */
class Tally {
  dialableNow = 0;
  total = 0;
  attempted = 0;
  readonly #waiting = new Map<string, Waiting>();

  wait(reason: string, count: number, nextAt: number | null, place?: string): void {
    if (count <= 0) return;
    const known = this.#waiting.get(reason) ?? { count: 0, nextAt: null };
    known.count += count;
    if (nextAt !== null && (known.nextAt === null || nextAt < known.nextAt)) {
      known.nextAt = nextAt;
      if (place !== undefined) known.place = place;
    }
    this.#waiting.set(reason, known);
  }

  supply(): Supply {
    const waiting = [...this.#waiting]
      .map(([reason, entry]) => ({ reason, ...entry }))
      .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
    // The counts are read one after the other: leads that moved in between must not make a sum negative.
    const dialableNow = Math.max(0, this.dialableNow);
    return { dialableNow, waiting, total: this.total, attempted: this.attempted };
  }
}
