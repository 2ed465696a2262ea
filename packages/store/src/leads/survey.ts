/** Counts a campaign's leads: how many are dialable now, and why the others are not. */
import { defined } from '@outdial/core';
import type { Supply } from '@outdial/core';
import type { Db, Engine } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import type { LeadCondition } from '../expressions/parse-expression.js';
import { anybodysSince } from './callback-for-anybody.js';
import { readListsOf } from './lists-of-campaign.js';
import type { LeadRow } from './lead-row.js';
import { findNamedLeads } from './named-numbers.js';
import type { NamedLead } from './named-numbers.js';
import type { PlaceWindows } from './place-windows.js';
import { filterOf } from './selection/filter-sql.js';
import type { LeadFilterSql } from './selection/filter-sql.js';

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
  /** Leads that are due and for which it is not true are counted as filtered. */
  readonly filter?: LeadCondition;
  readonly kind: Engine['kind'];
}

/** The reason of leads whose calling window is closed. */
const OUTSIDE_WINDOW = 'outside-calling-window';
/** The reason of leads that the filter of the campaign leaves out. */
const FILTERED = 'filtered';
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
  const due = await readDue(db, lists, question);
  const ready = question.windows || question.filter ? await readReady(db, lists, question) : [];
  if (question.filter) {
    const taken = [...due, ...ready].reduce((sum, { n }) => sum + n, 0);
    tally.wait(FILTERED, tally.dialableNow - taken, null);
    tally.dialableNow = Math.min(tally.dialableNow, taken);
  }
  for (const row of due) countHeldBack(tally, row, question);
  for (const row of ready) countClosed(tally, row, question.windows, question.at);
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
    .where((eb) => filterSql(question)(eb, eb.val(question.at)))
    .groupBy(['place', 'agentId'])
    .execute();
}

function countHeldBack(tally: Tally, row: DueCount, question: SurveyQuestion): void {
  const { agentIds = [], callbacksToAnybodyAfterMs: after = null } = question;
  if (row.agentId === null || agentIds.includes(row.agentId)) {
    countClosed(tally, row, question.windows, question.at);
    return;
  }
  tally.dialableNow -= row.n;
  tally.wait(`callback for ${row.agentId}`, row.n, after === null ? null : row.since + after);
}

function filterSql({ filter, kind }: SurveyQuestion): LeadFilterSql {
  return filterOf(defined({ filter }), kind);
}

async function readReady(
  db: Db,
  lists: readonly string[],
  question: SurveyQuestion,
): Promise<{ readonly place: string; readonly n: number }[]> {
  return db
    .selectFrom('leads')
    .select((eb) => ['place', eb.fn.countAll<number>().as('n')])
    .where('list_id', 'in', lists)
    .where('state', '=', 'ready')
    .where((eb) => filterSql(question)(eb, eb.val(question.at)))
    .groupBy('place')
    .execute();
}

function countClosed(
  tally: Tally,
  { place, n }: { readonly place: string; readonly n: number },
  windows: PlaceWindows | null,
  at: number,
): void {
  const window = windows?.at(place, at);
  if (!windows || !window || window.open) return;
  tally.dialableNow -= n;
  if (windows.isOutside(place)) tally.wait(OUTSIDE_COUNTRIES, n, null);
  else tally.wait(OUTSIDE_WINDOW, n, window.changesAt, place);
}

/** Leads that are due and whose number the campaign may not dial before it is live. */
async function countOthers(
  db: Db,
  lists: readonly string[],
  numbers: readonly string[],
  question: SurveyQuestion,
  tally: Tally,
): Promise<void> {
  const { at, windows, agentIds = [], callbacksToAnybodyAfterMs } = question;
  const anybodys = anybodysSince(at, callbacksToAnybodyAfterMs);
  const leads = await findNamedLeads(db, { lists, numbers, agentIds, anybodys, at, lock: false });
  const matching = await readMatching(db, leads, question);
  const dialable = matching.filter(({ place }) => windows?.at(place, at).open ?? true).length;
  tally.wait('not-live', tally.dialableNow - dialable, null);
  tally.dialableNow = Math.min(tally.dialableNow, dialable);
}

/** The leads of these that the filter takes. */
async function readMatching(
  db: Db,
  leads: readonly NamedLead[],
  question: SurveyQuestion,
): Promise<readonly NamedLead[]> {
  if (!question.filter) return leads;
  const found = new Set<string>();
  for (const leadIds of inChunks(leads.map((lead) => lead.lead_id))) {
    const rows = await db
      .selectFrom('leads')
      .select('lead_id')
      .where('lead_id', 'in', leadIds)
      .where((eb) => filterSql(question)(eb, eb.val(question.at)))
      .execute();
    for (const row of rows) found.add(row.lead_id);
  }
  return leads.filter((lead) => found.has(lead.lead_id));
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
