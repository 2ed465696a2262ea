import { describe, expect, test } from '@jest/globals';
import { memorylessOptimum } from '../../src/pacing-index.js';
import { measureMemoryless, reportLine } from './memoryless-campaigns.js';

/** A small part of what at-the-optimum.long.test.ts runs in full. */
describe('memoryless campaigns, parameters unknown, cold start', () => {
  test.each([
    [2, 0.3, 150, 0.99],
    [5, 0.3, 150, 0.99],
    [10, 0.3, 400, 0.985],
  ])(
    '%i agents, answer rate %f, handle time %i s: on target, at the optimum',
    (agents, answerRate, handleTime, share) => {
      const campaign = { agents, answerRate, ringTime: 15, handleTime };
      const optimum = memorylessOptimum(campaign, 0.03).occupancy;
      const measured = measureMemoryless(campaign, 3_000, 2);
      console.info(reportLine(`${agents} agents`, measured, optimum));
      expect(measured.answers).toBeGreaterThanOrEqual(5_000);
      expect(measured.abandonment).toBeLessThanOrEqual(0.0305);
      expect(measured.abandonment).toBeGreaterThan(0.024);
      expect(measured.occupancy).toBeGreaterThanOrEqual(share * optimum);
    },
  );
});
