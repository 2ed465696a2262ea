import { describe, expect, test } from '@jest/globals';
import { createPacer, erlangC } from '@outdial/core';
import {
  evaluateInbound,
  inboundCampaign,
  inboundOptimum,
  inboundScenario,
  memorylessOptimum,
  simulatePacing,
} from '../../src/pacing-index.js';

describe('the exact optimum with calls that come in', () => {
  const floor = { agents: 4, answerRate: 0.3, handleTime: 150, inboundShare: 0.3 };

  test('without any it is the optimum of the campaign alone', () => {
    const campaign = { ...inboundCampaign(floor), inbound: { rate: 0, within: 20 } };
    expect(inboundOptimum(campaign, { abandonment: 0.03, late: 0.2 }).occupancy).toBeCloseTo(
      memorylessOptimum(campaign, 0.03).occupancy,
      3,
    );
  });

  test('with hardly any call dialed, callers wait as in a queue of Erlang C', () => {
    const campaign = { ...inboundCampaign(floor), answerRate: 1e-9 };
    const { late, occupancy } = evaluateInbound(campaign, [1]);
    const queue = { servers: 4, offeredLoad: 0.3 * 4 };
    expect(occupancy).toBeCloseTo(0.3, 4);
    expect(late).toBeCloseTo(erlangC(queue) * Math.exp((-(4 - 0.3 * 4) / 150) * 20), 4);
  });

  test('a service level that binds costs occupancy, one that cannot be kept is refused', () => {
    const campaign = inboundCampaign(floor);
    const [free, bound] = [1, 0.2].map((late) => inboundOptimum(campaign, { abandonment: 0.03, late }));
    expect(free!.late).toBeGreaterThan(0.21);
    expect(bound!.late).toBeLessThan(0.2001);
    expect(bound!.occupancy).toBeLessThan(free!.occupancy - 0.005);
    const crowded = inboundCampaign({ ...floor, inboundShare: 0.95 });
    expect(() => inboundOptimum(crowded, { abandonment: 0.03, late: 0.2 })).toThrow(
      'wait too long whatever is dialed',
    );
  });
});

/** A part of `npm run bench:pacing -- --inbound`, where the optimum is at 84.4 %. */
test('agents who also take calls that come in: abandonment on target, service level kept', () => {
  const scenario = inboundScenario({ agents: 10, answerRate: 0.3, handleTime: 150, inboundShare: 0.3 });
  const run = simulatePacing(
    { ...scenario, duration: 20 * 3_600_000, warmUp: 4 * 3_600_000, seed: 71 },
    createPacer({ mode: 'predictive', abandonment: { target: 0.03 }, connectGrace: 0 }),
  );
  expect(run.answers).toBeGreaterThan(1_800);
  expect(run.abandonment).toBeLessThan(0.0305 + 1.96 * Math.sqrt((0.03 * 0.97) / run.answers));
  expect(run.occupancy).toBeGreaterThan(0.81);
  expect(run.inbound).toBeGreaterThan(1_000);
  expect(run.late / run.inbound).toBeLessThan(0.12);
});

/** The optimum is 90.0 % where the service level is kept; without regard to it 28 % wait too long. */
test('where the service level binds, it is kept', () => {
  const scenario = inboundScenario({ agents: 10, answerRate: 0.3, handleTime: 400, inboundShare: 0.2 });
  const run = simulatePacing(
    { ...scenario, duration: 30 * 3_600_000, warmUp: 8 * 3_600_000, seed: 71 },
    createPacer({ mode: 'predictive', abandonment: { target: 0.03 }, connectGrace: 0 }),
  );
  expect(run.inbound).toBeGreaterThan(350);
  expect(run.late / run.inbound).toBeLessThan(0.24);
  expect(run.occupancy).toBeGreaterThan(0.985 * 0.9 - 0.01);
});
