import { createPacer } from '@outdial/core';
import { samplers, simulatePacing } from '../../src/pacing-index.js';
import type { MemorylessCampaign } from '../../src/pacing-index.js';

/** What replications of a campaign came to. */
export interface Measured {
  readonly occupancy: number;
  readonly abandonment: number;
  readonly answers: number;
  /** Half widths of 95 % confidence intervals over the replications. */
  readonly occupancyError: number;
  readonly abandonmentError: number;
}

/** Student's t for 95 % by degrees of freedom. */
const T95 = [Infinity, 12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26];

/**
 * Runs our pacer, which knows no parameter, on a memoryless campaign (times in s) until about so many answers
 * a replication.
 */
export function measureMemoryless(
  campaign: MemorylessCampaign,
  answers: number,
  replications: number,
): Measured {
  const runs = Array.from({ length: replications }, (_, i) => {
    const perSecond = (campaign.agents * 0.85) / campaign.handleTime;
    const counted = (answers / perSecond) * 1_000;
    const pacer = createPacer({ mode: 'predictive', abandonment: { target: 0.03 }, connectGrace: 0 });
    return simulatePacing(
      {
        agents: campaign.agents,
        answerRate: campaign.answerRate,
        ring: samplers.exponential(campaign.ringTime * 1_000),
        failure: samplers.exponential(campaign.ringTime * 1_000),
        talk: samplers.exponential(campaign.handleTime * 1_000),
        wrapUp: samplers.constant(0),
        connectGrace: 0,
        duration: counted * 1.2,
        warmUp: counted * 0.2,
        seed: 11 + i,
        tick: 5_000,
      },
      pacer,
    );
  });
  const total = runs.reduce((sum, run) => sum + run.answers, 0);
  const abandoned = runs.reduce((sum, run) => sum + run.abandoned, 0);
  const t = T95[replications - 1]!;
  return {
    occupancy: mean(runs.map((run) => run.occupancy)),
    abandonment: abandoned / total,
    answers: total,
    occupancyError: (t * deviation(runs.map((run) => run.occupancy))) / Math.sqrt(replications),
    abandonmentError: (t * deviation(runs.map((run) => run.abandonment))) / Math.sqrt(replications),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(
    values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / Math.max(1, values.length - 1),
  );
}

/** One line for the log of a test run. */
export function reportLine(name: string, measured: Measured, optimum: number): string {
  const percent = (value: number): string => (100 * value).toFixed(2);
  return (
    `${name}: occupancy ${measured.occupancy.toFixed(4)} +- ${measured.occupancyError.toFixed(4)} = ` +
    `${percent(measured.occupancy / optimum)} % of the optimum; ` +
    `abandoned ${percent(measured.abandonment)} +- ${percent(measured.abandonmentError)} % ` +
    `of ${measured.answers} answers`
  );
}
