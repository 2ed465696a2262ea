import { createFloorPacer } from '@outdial/core';
import { samplers, simulateFloor } from '../../src/pacing-index.js';
import type { MemorylessFloor } from '../../src/pacing-index.js';

/** What replications of a floor came to. */
export interface MeasuredFloor {
  readonly weightedOccupancy: number;
  readonly campaigns: readonly { readonly answers: number; readonly abandonment: number }[];
}

/**
 * Runs our floor pacer, which knows no parameter but priorities and targets, on a memoryless floor (times in
 * s) until about so many answers a replication.
 */
export function measureFloor(
  { campaigns, agents }: MemorylessFloor,
  answers: number,
  replications: number,
): MeasuredFloor {
  const everyone = agents.first + agents.second + agents.both;
  const handleTime = Math.max(...campaigns.map((campaign) => campaign.handleTime));
  const counted = ((answers * handleTime) / (0.85 * everyone)) * 1_000;
  const ids = ['first', 'second'];
  const runs = Array.from({ length: replications }, (_, i) =>
    simulateFloor(
      {
        campaigns: campaigns.map((campaign, k) => ({
          campaignId: ids[k]!,
          answerRate: campaign.answerRate,
          ring: samplers.exponential(campaign.ringTime * 1_000),
          failure: samplers.exponential(campaign.ringTime * 1_000),
          talk: samplers.exponential(campaign.handleTime * 1_000),
          wrapUp: samplers.constant(0),
        })),
        agents: [
          { count: agents.first, campaigns: ['first'] },
          { count: agents.second, campaigns: ['second'] },
          { count: agents.both },
        ],
        connectGrace: 0,
        duration: counted * 1.2,
        warmUp: counted * 0.2,
        seed: 11 + i,
        tick: 5_000,
      },
      createFloorPacer({
        campaigns: campaigns.map(({ target, weight }, k) => ({
          campaignId: ids[k]!,
          mode: 'predictive',
          abandonment: { target },
          connectGrace: 0,
          priority: weight ?? 1,
        })),
      }),
    ),
  );
  const weighted = runs.map((run) =>
    campaigns.reduce((sum, { weight }, k) => sum + (weight ?? 1) * run.campaigns.get(ids[k]!)!.busyShare, 0),
  );
  return {
    weightedOccupancy: weighted.reduce((sum, value) => sum + value, 0) / replications,
    campaigns: ids.map((id) => {
      const all = runs.map((run) => run.campaigns.get(id)!);
      const total = all.reduce((sum, one) => sum + one.answers, 0);
      return {
        answers: total,
        abandonment: all.reduce((sum, one) => sum + one.abandoned, 0) / Math.max(1, total),
      };
    }),
  };
}
