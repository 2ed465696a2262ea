import { describe, expect, test } from '@jest/globals';
import { DurationGrid, IncidenceCurve, answersAhead } from '../../src/estimation/index.js';
import type { AgentReturn } from '../../src/pacing/agent-return.js';
import { occupationSpan, occupies } from '../../src/pacing/occupation.js';

const grid = new DurationGrid(500, 1.05, 600_000);
const ring = 15_000;
const answerRate = 0.5;
const constant = (rate: number): Float64Array => new Float64Array(grid.cells).fill(rate / ring);
const curve = new IncidenceCurve(grid, constant(answerRate), constant(1 - answerRate));
/** Conversations of this mean length, exponential. */
const agentsOf = (handleTime: number): AgentReturn =>
  ({ fromAnswer: (t: number) => -Math.expm1(-t / handleTime) }) as AgentReturn;

describe('a call in flight keeps an agent at an instant', () => {
  test.each([10_000, 30_000, 300_000])(
    'memoryless, handle time %i ms: equal to the closed form',
    (handleTime) => {
      for (const until of [2_000, 10_000, 40_000]) {
        // Integral of p nu e^(-nu s) e^(-mu (t - s)) over s from 0 to t.
        const [nu, mu] = [1 / ring, 1 / handleTime];
        const exact = (answerRate * nu * (Math.exp(-mu * until) - Math.exp(-nu * until))) / (nu - mu);
        expect(
          occupies(answersAhead(curve, answerRate, 0), occupationSpan(until, 0, agentsOf(handleTime))),
        ).toBeCloseTo(exact, 2);
      }
    },
  );

  test('as likely as its answer where calls never end, less the shorter they are and the longer the grace', () => {
    const at = (handleTime: number, grace: number): number =>
      occupies(answersAhead(curve, answerRate, 4_000), occupationSpan(20_000, grace, agentsOf(handleTime)));
    expect(at(Infinity, 0)).toBeCloseTo(answersAhead(curve, answerRate, 4_000)(20_000), 12);
    expect(at(60_000, 0)).toBeLessThan(at(Infinity, 0));
    expect(at(20_000, 0)).toBeLessThan(at(60_000, 0));
    expect(at(20_000, 5_000)).toBeLessThan(at(20_000, 0));
  });
});
