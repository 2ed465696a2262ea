import { describe, expect, test } from '@jest/globals';
import { erlangB } from '@outdial/core';
import {
  createOptimalPacer,
  evaluatePolicy,
  memorylessOptimum,
  progressivePolicy,
  samplers,
  simulatePacing,
} from '../../src/pacing-index.js';

describe('the exact optimum of memoryless campaigns', () => {
  test.each([
    // agents, answer rate, handle time, progressive, optimum at 1 %, at 3 %: design/pacing.md, to its last
    // digit but one.
    [1, 0.3, 150, 0.75, 0.755, 0.765],
    [3, 0.3, 150, 0.75, 0.7674, 0.7916],
    [5, 0.3, 150, 0.75, 0.7797, 0.8113],
    [10, 0.3, 400, 0.8889, 0.9033, 0.9177],
  ])(
    'reference table: %i agents, answer rate %f, handle time %i s',
    (agents, answerRate, handleTime, progressive, at1, at3) => {
      const campaign = { agents, answerRate, ringTime: 15, handleTime };
      expect(evaluatePolicy(campaign, progressivePolicy(agents)).occupancy).toBeCloseTo(progressive, 4);
      expect(memorylessOptimum(campaign, 0.01).occupancy).toBeCloseTo(at1, 3);
      expect(memorylessOptimum(campaign, 0.03).occupancy).toBeCloseTo(at3, 3);
    },
  );

  test('progressive has the closed form handle / (handle + ring / answer rate), whatever the number of agents', () => {
    for (const agents of [1, 4, 9]) {
      const { occupancy, abandonment } = evaluatePolicy(
        { agents, answerRate: 0.2, ringTime: 12, handleTime: 90 },
        progressivePolicy(agents),
      );
      expect(occupancy).toBeCloseTo(90 / (90 + 12 / 0.2), 9);
      expect(abandonment).toBeCloseTo(0, 12);
    }
  });

  test('a constant number of calls in flight makes a loss system: Erlang B', () => {
    // Every call answered: calls in flight answer at a constant joint rate, whatever the agents do.
    const [agents, inFlight, ringTime, handleTime] = [6, 3, 10, 25];
    const { abandonment } = evaluatePolicy(
      { agents, answerRate: 1, ringTime, handleTime },
      Array.from({ length: agents + 1 }, () => inFlight),
    );
    expect(abandonment).toBeCloseTo(
      erlangB({ servers: agents, offeredLoad: (inFlight * handleTime) / ringTime }),
      9,
    );
  });

  test('its policy as a pacer does in simulation what the chain says', () => {
    const campaign = { agents: 5, answerRate: 0.3, ringTime: 15, handleTime: 150 };
    const { policy, occupancy, abandonment } = memorylessOptimum(campaign, 0.03).below;
    const result = simulatePacing(
      {
        agents: 5,
        answerRate: 0.3,
        ring: samplers.exponential(15_000),
        failure: samplers.exponential(15_000),
        talk: samplers.exponential(150_000),
        wrapUp: samplers.constant(0),
        connectGrace: 0,
        duration: 1.5e9,
        warmUp: 1e7,
        seed: 3,
        tick: 60_000,
      },
      createOptimalPacer(policy),
    );
    expect(result.answers).toBeGreaterThan(30_000);
    expect(Math.abs(result.occupancy - occupancy)).toBeLessThan(0.005);
    expect(Math.abs(result.abandonment - abandonment)).toBeLessThan(0.004);
  });
});
