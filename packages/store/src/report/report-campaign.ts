/** A campaign in figures, from its attempts. */
import { metricValue, type Supply } from '@outdial/core';
import type { Store } from '../open-store.js';
import { AttemptCounts, type HourReport, type OutcomeCount } from './attempt-counts.js';
import { AgentCounts, type AgentReport } from './report-agents.js';
import { CallerCounts, type CallerReport } from './report-callers.js';
import { readReported, type ReportedAttempt } from './reported-attempts.js';
import { type ReportRange, spanOf } from './report-range.js';
import { type RefusalCount, reportRefusals } from './report-refusals.js';
import { surveyCampaign } from './survey-campaign.js';

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

/**
 * Reports a campaign from its attempts, each of which is read once, in pages. `from` inclusive, `to`
 * exclusive, epoch ms; both by the attempt's opening. `each` is handed every dialed attempt, in their order,
 * for further figures.
 */
export async function reportCampaign(
  store: Store,
  campaignId: string,
  range: ReportRange = {},
  each?: (attempt: ReportedAttempt) => void,
): Promise<CampaignReport> {
  const attempts = new AttemptCounts();
  const agents = new AgentCounts();
  const callers = new CallerCounts(range.serviceLevelMs);
  for await (const call of readReported(store.engine.db, spanOf(campaignId, range))) {
    agents.add(call);
    if (call.attempt.mode === 'inbound') callers.add(call);
    if (!call.isOfList) continue;
    attempts.add(call);
    each?.(call.attempt);
  }
  const sums = attempts.sums();
  const supply = await surveyCampaign(store, campaignId, range);
  const counts = { ...sums, attemptedLeads: supply.attempted, leads: supply.total };
  return {
    campaignId,
    from: range.from ?? null,
    to: range.to ?? null,
    attempts: sums.attempts,
    open: sums.open,
    counted: sums.counted,
    dialsResolved: sums.resolvedDials,
    liveAnswers: sums.liveAnswers,
    connected: sums.connected,
    abandoned: sums.abandoned,
    lateEnds: sums.lateEnds,
    abandonmentRate: metricValue('abandonmentRate', counts),
    answerRate: metricValue('answerRate', counts),
    inbound: callers.report(),
    outcomes: attempts.outcomes(),
    hours: attempts.hours(),
    agents: agents.list(),
    refusals: range.agentId === undefined ? await reportRefusals(store, campaignId, range) : [],
    supply,
    penetration: metricValue('penetration', counts) ?? 0,
  };
}
