/** A campaign in figures, from its attempts. */
import { defined, metricValue, type InboundEnding, type Supply } from '@outdial/core';
import type { Expression, ExpressionBuilder, NotNull, SqlBool } from 'kysely';
import type { Db } from '../database/engine.js';
import { parseJson } from '../database/json-text.js';
import type { Database } from '../database/tables.js';
import { placeWindows } from '../leads/place-windows.js';
import type { PlaceHints } from '../leads/places.js';
import { surveyLeads } from '../leads/survey.js';
import type { Store } from '../open-store.js';
import { toldByLateEnds } from './late-ends.js';
import { reportRefusals } from './report-refusals.js';
import type { RefusalCount } from './report-refusals.js';

/** Attempts with one ending. */
export interface OutcomeCount {
  readonly outcome: string;
  /** Disposition code, or null where none was set. */
  readonly disposition: string | null;
  readonly attempts: number;
}

/** One hour of attempts by the instant of their opening. */
export interface HourReport {
  /** Epoch ms of its beginning. */
  readonly from: number;
  readonly attempts: number;
  readonly liveAnswers: number;
  readonly connected: number;
  readonly abandoned: number;
}

/** Calls that came in. They are in none of the other figures, except those of agents. */
export interface CallerReport {
  /** Within the hours, and answered by an agent or over. */
  readonly calls: number;
  readonly served: number;
  /** Served within the time of the service level. */
  readonly servedInTime: number;
  readonly endings: Readonly<Partial<Record<InboundEnding, number>>>;
  /** Null: nobody was served. */
  readonly meanWaitMs: number | null;
  /** servedInTime / calls (0..1); null without calls. */
  readonly serviceLevel: number | null;
}

/** The usual time within which a caller is served, ms. */
const SERVICE_LEVEL_MS = 20_000;

/** What one agent did, with callers too. */
export interface AgentReport {
  readonly agentId: string;
  readonly calls: number;
  readonly talkMs: number;
  readonly wrapUpMs: number;
  readonly dispositions: Readonly<Record<string, number>>;
}

/** A campaign in figures, as JSON. Shares are 0..1. */
export interface CampaignReport {
  readonly campaignId: string;
  readonly from: number | null;
  readonly to: number | null;
  /** Attempts opened in the range; `open` ones have not ended yet. */
  readonly attempts: number;
  readonly open: number;
  /** Attempts that used up one of the lead's (no trunk faults, no cancelled ones). */
  readonly counted: number;
  /** Dials answered or ended: the denominator of the answer rate. */
  readonly dialsResolved: number;
  readonly liveAnswers: number;
  readonly connected: number;
  readonly abandoned: number;
  /**
   * Attempts with another end beside their own, which came late. What it tells of a live answer, a connection
   * or an abandoned call is counted.
   */
  readonly lateEnds: number;
  readonly inbound: CallerReport;
  /** abandoned / liveAnswers; null without live answers. */
  readonly abandonmentRate: number | null;
  /** liveAnswers / dialsResolved; null without such dials. */
  readonly answerRate: number | null;
  readonly outcomes: readonly OutcomeCount[];
  readonly hours: readonly HourReport[];
  readonly agents: readonly AgentReport[];
  readonly refusals: readonly RefusalCount[];
  readonly supply: Supply;
  /** attempted / total of the lists. */
  readonly penetration: number;
}

const HOUR = 3_600_000;

/** What a report covers, and how its leads are counted. */
export interface ReportRange extends PlaceHints {
  /** Epoch ms, inclusive. */
  readonly from?: number;
  /** Epoch ms, exclusive. */
  readonly to?: number;
  /** Attempts on leads of this list, and its leads. Absent: of every list of the campaign. */
  readonly listId?: string;
  /** Attempts that this agent took. Absent: all. */
  readonly agentId?: string;
  /** The campaign's lists, for a campaign that has not run yet. Absent: those of its last start. */
  readonly lists?: readonly string[];
  /** Before a campaign is live: the numbers of its allow-list. Absent: it is live. */
  readonly onlyNumbers?: readonly string[];
  /**
   * How long a callback reserved for one agent may be overdue before any agent gets it, ms; null or absent:
   * without limit.
   */
  readonly callbacksToAnybodyAfterMs?: number | null;
  /** A caller served within this time is served in time, ms. @default 20_000 */
  readonly serviceLevelMs?: number;
}

/**
 * Reports a campaign from its attempts. `from` inclusive, `to` exclusive, epoch ms; both by the attempt's
 * opening.
 */
export async function reportCampaign(
  store: Store,
  campaignId: string,
  range: ReportRange = {},
): Promise<CampaignReport> {
  const { db } = store.engine;
  const span = spanOf(campaignId, range);
  const hours = await readHours(db, span);
  const sums = await readSums(db, span);
  const total = (of: (hour: HourReport) => number): number => hours.reduce((sum, hour) => sum + of(hour), 0);
  const supply = await surveyCampaign(store, campaignId, range);
  const counts = {
    liveAnswers: total((hour) => hour.liveAnswers),
    abandoned: total((hour) => hour.abandoned),
    resolvedDials: sums.resolvedDials,
    attemptedLeads: supply.attempted,
    leads: supply.total,
  };
  return {
    campaignId,
    from: range.from ?? null,
    to: range.to ?? null,
    attempts: sums.attempts,
    open: sums.open,
    counted: sums.counted,
    dialsResolved: counts.resolvedDials,
    liveAnswers: counts.liveAnswers,
    connected: total((hour) => hour.connected),
    abandoned: counts.abandoned,
    lateEnds: await countLateEnds(db, span),
    abandonmentRate: metricValue('abandonmentRate', counts),
    answerRate: metricValue('answerRate', counts),
    inbound: await readCallers(db, span, range.serviceLevelMs ?? SERVICE_LEVEL_MS),
    outcomes: await readOutcomes(db, span),
    hours,
    agents: await readAgents(db, span),
    refusals: range.agentId === undefined ? await reportRefusals(store, campaignId, range) : [],
    supply,
    penetration: metricValue('penetration', counts) ?? 0,
  };
}

/** How a campaign's leads stand at the store's clock: the agents who are logged in are not known. */
export async function surveyCampaign(
  store: Store,
  campaignId: string,
  range: Pick<
    ReportRange,
    'listId' | 'lists' | 'onlyNumbers' | 'callbacksToAnybodyAfterMs' | keyof PlaceHints
  > = {},
): Promise<Supply> {
  const { listId, onlyNumbers, callbacksToAnybodyAfterMs = null } = range;
  const lists = listId === undefined ? range.lists : [listId];
  return surveyLeads(store.engine.db, {
    campaignId,
    at: store.clock(),
    windows: placeWindows(range),
    callbacksToAnybodyAfterMs,
    ...defined({ lists, onlyNumbers }),
  });
}

interface Span {
  readonly campaignId: string;
  /** Epoch ms, inclusive. */
  readonly from: number;
  /** Epoch ms, exclusive. */
  readonly to: number;
  readonly listId: string | undefined;
  readonly agentId: string | undefined;
}

function spanOf(campaignId: string, { from, to, listId, agentId }: ReportRange): Span {
  return { campaignId, from: from ?? 0, to: to ?? Number.MAX_SAFE_INTEGER, listId, agentId };
}

/** The dialed attempts of the span. The return type is the builder's own. */

function attemptsOf(db: Db, span: Span) {
  return callsOf(db, span).where('mode', '<>', 'inbound');
}

/** The same with calls that came in. */

function callsOf(db: Db, span: Span) {
  let attempts = db
    .selectFrom('attempts')
    .where('campaign_id', '=', span.campaignId)
    .where('opened_at', '>=', span.from)
    .where('opened_at', '<', span.to);
  if (span.agentId !== undefined) attempts = attempts.where('agent_id', '=', span.agentId);
  if (span.listId !== undefined) attempts = attempts.where('list_id', '=', span.listId);
  return attempts;
}

/** Dialed, and answered or ended: `resolvedDials` of the table of counts. */
function isResolvedDial(eb: ExpressionBuilder<Database, 'attempts'>): Expression<SqlBool> {
  return eb.and([
    eb('dialed_at', 'is not', null),
    eb.or([eb('ended_at', 'is not', null), eb('answered_at', 'is not', null)]),
  ]);
}

async function readSums(
  db: Db,
  span: Span,
): Promise<{ attempts: number; open: number; counted: number; resolvedDials: number }> {
  const sums = await attemptsOf(db, span)
    .select((eb) => [
      eb.fn.countAll<number>().as('attempts'),
      eb.fn.count<number>('ended_at').as('ended'),
      eb.fn.sum<number | null>('counts').as('counted'),
      eb.fn.sum<number | null>(eb.case().when(isResolvedDial(eb)).then(1).else(0).end()).as('resolved'),
    ])
    .executeTakeFirst();
  const { attempts = 0, ended = 0, counted, resolved } = sums ?? {};
  return { attempts, open: attempts - ended, counted: counted ?? 0, resolvedDials: resolved ?? 0 };
}

async function readHours(db: Db, span: Span): Promise<HourReport[]> {
  return attemptsOf(db, span)
    .leftJoin(toldByLateEnds(db), 'told.attempt_id', 'attempts.attempt_id')
    .select((eb) => {
      const hour = eb('opened_at', '-', eb('opened_at', '%', HOUR));
      const { coalesce, count } = eb.fn;
      return [
        hour.as('from'),
        eb.fn.countAll<number>().as('attempts'),
        count<number>(coalesce('attempts.live_answer_at', 'told.live_answer_at')).as('liveAnswers'),
        count<number>(coalesce('attempts.connected_at', 'told.connected_at')).as('connected'),
        count<number>(coalesce('attempts.abandoned_at', 'told.abandoned_at')).as('abandoned'),
      ];
    })
    .groupBy('from')
    .orderBy('from')
    .execute();
}

/** Attempts of the span that have another end beside their own. */
async function countLateEnds(db: Db, span: Span): Promise<number> {
  const counted = await attemptsOf(db, span)
    .select((eb) => eb.fn.countAll<number>().as('attempts'))
    .where('attempts.attempt_id', 'in', (eb) => eb.selectFrom('late_ends').select('late_ends.attempt_id'))
    .executeTakeFirst();
  return counted?.attempts ?? 0;
}

async function readOutcomes(db: Db, span: Span): Promise<OutcomeCount[]> {
  return attemptsOf(db, span)
    .select((eb) => ['outcome', 'disposition', eb.fn.countAll<number>().as('attempts')])
    .where('outcome', 'is not', null)
    .$narrowType<{ outcome: NotNull }>()
    .groupBy(['outcome', 'disposition'])
    .orderBy('attempts', 'desc')
    .orderBy('outcome')
    .orderBy('disposition')
    .execute();
}

/** Calls that came in, which are few: their ends are read one by one. */
async function readCallers(db: Db, span: Span, mostMs: number): Promise<CallerReport> {
  const rows = await callsOf(db, span)
    .select(['opened_at', 'connected_at', 'ended_at', 'result'])
    .where('mode', '=', 'inbound')
    .execute();
  const sums = { calls: 0, served: 0, servedInTime: 0, waitedMs: 0 };
  const endings: Partial<Record<InboundEnding, number>> = {};
  for (const { opened_at: arrivedAt, connected_at: connectedAt, ended_at: endedAt, result } of rows) {
    const ending = parseJson(result, null)?.callerEnding;
    if (ending !== undefined) endings[ending] = (endings[ending] ?? 0) + 1;
    if (ending === 'closed' || (connectedAt === null && endedAt === null)) continue;
    sums.calls += 1;
    if (connectedAt === null) continue;
    sums.served += 1;
    sums.waitedMs += connectedAt - arrivedAt;
    if (connectedAt - arrivedAt <= mostMs) sums.servedInTime += 1;
  }
  const { calls, served, servedInTime, waitedMs } = sums;
  return {
    calls,
    served,
    servedInTime,
    endings,
    meanWaitMs: served === 0 ? null : waitedMs / served,
    serviceLevel: metricValue('serviceLevel', { callersInTime: servedInTime, callers: calls }),
  };
}

interface AgentSums {
  agentId: string;
  calls: number;
  talkMs: number;
  wrapUpMs: number;
  dispositions: Record<string, number>;
}

async function readAgents(db: Db, span: Span): Promise<AgentReport[]> {
  const rows = await callsOf(db, span)
    .select((eb) => [
      'agent_id',
      'disposition',
      eb.fn.countAll<number>().as('calls'),
      eb.fn.sum<number | null>('talk_ms').as('talk'),
      eb.fn.sum<number | null>('wrap_up_ms').as('wrapUp'),
    ])
    .where('agent_id', 'is not', null)
    .where('connected_at', 'is not', null)
    .where('ended_at', 'is not', null)
    .$narrowType<{ agent_id: NotNull }>()
    .groupBy(['agent_id', 'disposition'])
    .orderBy('agent_id')
    .orderBy('disposition')
    .execute();

  const agents = new Map<string, AgentSums>();
  for (const row of rows) {
    const agentId = row.agent_id;
    const agent = agents.get(agentId) ?? { agentId, calls: 0, talkMs: 0, wrapUpMs: 0, dispositions: {} };
    agent.calls += row.calls;
    agent.talkMs += row.talk ?? 0;
    agent.wrapUpMs += row.wrapUp ?? 0;
    if (row.disposition !== null) agent.dispositions[row.disposition] = row.calls;
    agents.set(agentId, agent);
  }
  return [...agents.values()];
}
