import { describe, expect, test } from '@jest/globals';
import { reachableOccupancy } from '../../src/pacing/index.js';

const at = (agents: number, answerRate: number, handleTime: number, target = 0.03): number =>
  reachableOccupancy({ agents, answerRate, ringTime: 15, handleTime, target });

describe('the occupancy a campaign reaches alone', () => {
  test.each([
    // agents, answer rate, handle time, exact optimum at 3 %: docs/concepts/pacing.md and memorylessOptimum.
    [3, 0.3, 150, 0.7916],
    [5, 0.3, 150, 0.8113],
    [8, 0.1, 150, 0.793],
    [8, 0.5, 60, 0.7768],
    [20, 0.3, 150, 0.8893],
    [20, 0.1, 150, 0.8763],
    [10, 0.3, 400, 0.9177],
  ])('%i agents, answer rate %f, handle time %i s: within 1.5 points of the optimum', (n, p, h, optimum) => {
    expect(Math.abs(at(n, p, h) - optimum)).toBeLessThan(0.015);
  });

  test('with no abandonment allowed it is that of one call per free agent', () => {
    expect(at(7, 0.3, 150, 0)).toBeCloseTo(0.75, 9);
  });

  test('grows with agents, answer rate, handle time and target; is 0 without agents or answers', () => {
    expect(at(9, 0.3, 150)).toBeGreaterThan(at(8, 0.3, 150));
    expect(at(8, 0.31, 150)).toBeGreaterThan(at(8, 0.3, 150));
    expect(at(8, 0.3, 160)).toBeGreaterThan(at(8, 0.3, 150));
    expect(at(8, 0.3, 150)).toBeGreaterThan(at(8, 0.3, 150, 0.01));
    expect(at(0, 0.3, 150)).toBe(0);
    expect(at(8, 0, 150)).toBe(0);
  });
});
