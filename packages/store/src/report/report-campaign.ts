/** A campaign in figures, from its attempts. */
import { metricValue, type Supply } from '@outdial/core';
import { historyFrom } from '../audit/archived-before.js';
import type { Store } from '../open-store.js';
import {
  countLateEnds,
  type HourReport,
  type OutcomeCount,
  readHours,
  readOutcomes,
  readSums,
} from './attempt-counts.js';
import { type AgentReport, readAgents } from './report-agents.js';
import { type CallerReport, readCallers } from './report-callers.js';
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
 * Reports a campaign from its attempts. `from` inclusive, `to` exclusive, epoch ms; both by the attempt's
 * opening.
 */
export async function reportCampaign(
  store: Store,
  campaignId: string,
  range: ReportRange = {},
): Promise<CampaignReport> {
  const span = spanOf(campaignId, range);
  const db = await historyFrom(store.engine.db, span.from);
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
    inbound: await readCallers(db, span, range.serviceLevelMs),
    outcomes: await readOutcomes(db, span),
    hours,
    agents: await readAgents(db, span),
    refusals: range.agentId === undefined ? await reportRefusals(store, campaignId, range) : [],
    supply,
    penetration: metricValue('penetration', counts) ?? 0,
  };
}
