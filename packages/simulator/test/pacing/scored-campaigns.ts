import { createPacer } from '@outdial/core';
import { SCORED_WORLDS, SCORES, simulatePacing } from '../../src/pacing-index.js';

const HOUR_MS = 3_600_000;

/** What replications of a campaign came to. */
export interface MeasuredScores {
  readonly occupancy: number;
  readonly abandonment: number;
  readonly answers: number;
}

/** A campaign, and what the pacer is told: the name of the scores that come with calls, or 'none'. */
export interface ScoredCampaign {
  readonly world: string;
  readonly told: string;
  readonly agents: number;
}

/** Runs our pacer on the campaign from a cold start; the first half hour does not count. */
export function measureScores(
  { world, told, agents }: ScoredCampaign,
  hours: number,
  seeds: readonly number[],
): MeasuredScores {
  const scenario = SCORED_WORLDS[world]!;
  const runs = seeds.map((seed) =>
    simulatePacing(
      {
        ...scenario,
        agents,
        duration: (hours + 0.5) * HOUR_MS,
        warmUp: 0.5 * HOUR_MS,
        seed,
        ...(told === 'none' ? {} : { score: SCORES[told]! }),
      },
      createPacer({
        mode: 'predictive',
        abandonment: { target: 0.03 },
        connectGrace: scenario.connectGrace,
      }),
    ),
  );
  const answers = runs.reduce((sum, run) => sum + run.answers, 0);
  return {
    occupancy: runs.reduce((sum, run) => sum + run.occupancy, 0) / runs.length,
    abandonment: runs.reduce((sum, run) => sum + run.abandoned, 0) / answers,
    answers,
  };
}

/** Chance error (95 %) of an abandonment of 3 % of so many answers. */
export function chanceOf(answers: number): number {
  return 1.96 * Math.sqrt((0.03 * 0.97) / answers);
}
