/** Counts a campaign's leads: how many are dialable now, and why the others are not. */
import { defined } from '@outdial/core';
import type { Supply } from '@outdial/core';
import type { Db, Engine } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import type { LeadCondition } from '../expressions/parse-expression.js';
import { anybodysSince } from './callback-for-anybody.js';
import { readListsOf } from './lists-of-campaign.js';
import { readLeadCounts } from './lead-counts.js';
import type { LeadKindCount } from './lead-counts.js';
import { findNamedLeads } from './named-numbers.js';
import type { NamedLead } from './named-numbers.js';
import type { PlaceWindows } from './place-windows.js';
import { filterOf } from './selection/filter-sql.js';
import type { LeadFilterSql } from './selection/filter-sql.js';
import { countTaken } from './selection/count-taken.js';
import type { LeadsByPlace } from './selection/count-taken.js';
import { Tally } from './tally.js';
import { readDue, readWaiting } from './waiting-leads.js';
import type { DueCount } from './waiting-leads.js';

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
 * other numbers than `onlyNumbers` before the campaign is live. It reads the counts that are kept, and leads
 * only of what came due: where no filter must be asked, its cost does not grow with the lists.
 */
export async function surveyLeads(db: Db, question: SurveyQuestion): Promise<Supply> {
  const lists = question.lists ?? (await readListsOf(db, question.campaignId));
  const { counts } = await readLeadCounts(db, lists);
  const taken = question.filter ? await countTaken(db, counts, question) : null;
  return surveyCounted(db, { ...question, lists, counts, taken });
}

/** What is counted, and the counts it begins with. */
export interface CountedQuestion extends SurveyQuestion {
  readonly lists: readonly string[];
  readonly counts: readonly LeadKindCount[];
  /** Ready leads that the filter takes; null where it takes all. */
  readonly taken: LeadsByPlace | null;
}

/** {@link surveyLeads}, with counts that were read before. */
export async function surveyCounted(db: Db, question: CountedQuestion): Promise<Supply> {
  const { counts, lists, taken, at } = question;
  const tally = new Tally();
  const ready = new Map<string, number>();
  for (const row of counts) countLead(tally, ready, row);
  const due = await readDue(db, counts, question);
  for (const [reason, { n, nextAt }] of await readWaiting(db, counts, due, at)) tally.wait(reason, n, nextAt);
  for (const row of due) countDue(tally, row, question);
  for (const [place, n] of ready) countReady(tally, { place, n, taken: taken?.get(place) ?? 0 }, question);
  if (question.onlyNumbers !== undefined) await countOthers(db, lists, question.onlyNumbers, question, tally);
  return tally.supply();
}

function countLead(
  tally: Tally,
  ready: Map<string, number>,
  { state, place, why, touched, n }: LeadKindCount,
): void {
  tally.total += n;
  if (touched === 1) tally.attempted += n;
  if (state === 'ready') ready.set(place, (ready.get(place) ?? 0) + n);
  else if (state === 'claimed') tally.wait('claimed', n, null);
  else if (state === 'closed') tally.wait(why, n, null);
}

function countReady(
  tally: Tally,
  { place, n, taken }: { readonly place: string; readonly n: number; readonly taken: number },
  question: CountedQuestion,
): void {
  // Leads that moved since the filter was asked must not make a sum negative.
  const left = question.taken ? Math.min(n, taken) : n;
  tally.wait(FILTERED, n - left, null);
  countByWindow(tally, place, left, question);
}

function countDue(tally: Tally, row: DueCount, question: CountedQuestion): void {
  const { agentIds = [], callbacksToAnybodyAfterMs: after = null } = question;
  tally.wait(FILTERED, row.n - row.taken, null);
  if (row.agentId === null || agentIds.includes(row.agentId))
    countByWindow(tally, row.place, row.taken, question);
  else tally.wait(`callback for ${row.agentId}`, row.taken, after === null ? null : row.since + after);
}

function countByWindow(tally: Tally, place: string, n: number, { windows, at }: CountedQuestion): void {
  const window = windows?.at(place, at);
  if (!windows || !window || window.open) tally.dialableNow += n;
  else if (windows.isOutside(place)) tally.wait(OUTSIDE_COUNTRIES, n, null);
  else tally.wait(OUTSIDE_WINDOW, n, window.changesAt, place);
}

function filterSql({ filter, kind }: SurveyQuestion): LeadFilterSql {
  return filterOf(defined({ filter }), kind);
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
