import { describe, expect, test } from '@jest/globals';
import { memorylessOptimum } from '../../src/pacing-index.js';
import { measureMemoryless, reportLine } from './memoryless-campaigns.js';

describe('memoryless campaigns, parameters unknown, cold start', () => {
  const campaigns = [2, 3, 5, 10, 20, 50].flatMap(
    (agents) =>
      [
        [agents, 0.3, 150],
        [agents, 0.5, 60],
        [agents, 0.3, 400],
      ] as const,
  );
  test.each(campaigns)(
    '%i agents, answer rate %f, handle time %i s',
    (agents, answerRate, handleTime) => {
      const campaign = { agents, answerRate, ringTime: 15, handleTime };
      const optimum = memorylessOptimum(campaign, 0.03).occupancy;
      const measured = measureMemoryless(campaign, 6_000, 4);
      console.info(
        reportLine(
          `${agents} agents, answer rate ${answerRate}, handle time ${handleTime} s`,
          measured,
          optimum,
        ),
      );
      expect(measured.answers).toBeGreaterThanOrEqual(5_000);
      expect(measured.abandonment).toBeLessThanOrEqual(0.0305);
      expect(measured.occupancy).toBeGreaterThanOrEqual(0.99 * optimum);
    },
    3_600_000,
  );
});
