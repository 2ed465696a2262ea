import type { Supply } from '@outdial/core';
import { query } from '../database/statements.js';
import type { Db } from '../database/engine.js';
import { surveyLeads } from '../leads/survey.js';
import type { Store } from '../open-store.js';
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

/** What one agent did. */
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
  readonly liveAnswers: number;
  readonly connected: number;
  readonly abandoned: number;
  /** abandoned / liveAnswers; null without live answers. */
  readonly abandonmentRate: number | null;
  /** liveAnswers / counted; null without counted attempts. */
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
const WHERE = 'campaign_id = ? and opened_at >= ? and opened_at < ?';

/**
 * Reports a campaign from its attempts. `from` inclusive, `to` exclusive, epoch ms; both by the attempt's
 * opening.
 */
export async function reportCampaign(
  store: Store,
  campaignId: string,
  range: { readonly from?: number; readonly to?: number } = {},
): Promise<CampaignReport> {
  const { db } = store.engine;
  const span = [campaignId, range.from ?? 0, range.to ?? Number.MAX_SAFE_INTEGER] as const;
  const hours = await readHours(db, span);
  const [sums] = await query<{ n: number; open: number | null; counted: number | null }>(
    db,
    `select count(*) as n, sum(case when ended_at is null then 1 else 0 end) as open, sum(coalesce(counts, 0)) as counted from attempts where ${WHERE}`,
    span,
  );
  const total = (of: (hour: HourReport) => number): number => hours.reduce((sum, hour) => sum + of(hour), 0);
  const [liveAnswers, abandoned, counted] = [
    total((hour) => hour.liveAnswers),
    total((hour) => hour.abandoned),
    Number(sums?.counted ?? 0),
  ];
  const supply = await surveyLeads(db, campaignId, store.clock(), null);
  return {
    campaignId,
    from: range.from ?? null,
    to: range.to ?? null,
    attempts: Number(sums?.n ?? 0),
    open: Number(sums?.open ?? 0),
    counted,
    liveAnswers,
    connected: total((hour) => hour.connected),
    abandoned,
    abandonmentRate: liveAnswers > 0 ? abandoned / liveAnswers : null,
    answerRate: counted > 0 ? liveAnswers / counted : null,
    outcomes: await readOutcomes(db, span),
    hours,
    agents: await readAgents(db, span),
    refusals: await reportRefusals(store, campaignId, range),
    supply,
    penetration: supply.total > 0 ? supply.attempted / supply.total : 0,
  };
}

type Span = readonly [string, number, number];

async function readHours(db: Db, span: Span): Promise<HourReport[]> {
  const rows = await query<{
    hour: number | string;
    n: number;
    live: number | string;
    connected: number | string;
    abandoned: number | string;
  }>(
    db,
    `select (opened_at - opened_at % ${HOUR}) as hour, count(*) as n, sum(case when live_answer_at is null then 0 else 1 end) as live, sum(case when connected_at is null then 0 else 1 end) as connected,` +
      ` sum(case when abandoned_at is null then 0 else 1 end) as abandoned from attempts where ${WHERE} group by opened_at - opened_at % ${HOUR} order by hour`,
    span,
  );
  return rows.map((row) => ({
    from: Number(row.hour),
    attempts: Number(row.n),
    liveAnswers: Number(row.live),
    connected: Number(row.connected),
    abandoned: Number(row.abandoned),
  }));
}

async function readOutcomes(db: Db, span: Span): Promise<OutcomeCount[]> {
  const rows = await query<{ outcome: string; disposition: string | null; n: number }>(
    db,
    `select outcome, disposition, count(*) as n from attempts where ${WHERE} and outcome is not null group by outcome, disposition order by n desc, outcome, disposition`,
    span,
  );
  return rows.map((row) => ({ outcome: row.outcome, disposition: row.disposition, attempts: Number(row.n) }));
}

async function readAgents(db: Db, span: Span): Promise<AgentReport[]> {
  const rows = await query<{
    agent_id: string;
    disposition: string | null;
    n: number;
    talk: number | string | null;
    wrap_up: number | string | null;
  }>(
    db,
    `select agent_id, disposition, count(*) as n, sum(talk_ms) as talk, sum(wrap_up_ms) as wrap_up from attempts where ${WHERE} and agent_id is not null and connected_at is not null and ended_at is not null` +
      ' group by agent_id, disposition order by agent_id, disposition',
    span,
  );
  const agents = new Map<
    string,
    { agentId: string; calls: number; talkMs: number; wrapUpMs: number; dispositions: Record<string, number> }
  >();
  for (const row of rows) {
    const agent = agents.get(row.agent_id) ?? {
      agentId: row.agent_id,
      calls: 0,
      talkMs: 0,
      wrapUpMs: 0,
      dispositions: {},
    };
    agent.calls += Number(row.n);
    agent.talkMs += Number(row.talk ?? 0);
    agent.wrapUpMs += Number(row.wrap_up ?? 0);
    if (row.disposition !== null) agent.dispositions[row.disposition] = Number(row.n);
    agents.set(row.agent_id, agent);
  }
  return [...agents.values()];
}
