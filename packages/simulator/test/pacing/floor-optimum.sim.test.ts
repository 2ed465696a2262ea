import { describe, expect, test } from '@jest/globals';
import { floorOptimum, memorylessOptimum } from '../../src/pacing-index.js';
import type { MemorylessFloorCampaign, PolicyValue } from '../../src/pacing-index.js';

const campaign = (rest: Partial<MemorylessFloorCampaign> = {}): MemorylessFloorCampaign => ({
  answerRate: 0.4,
  ringTime: 15,
  handleTime: 90,
  target: 0.03,
  ...rest,
});
/** The optimum of one campaign: its two policies, mixed over time so that the target is met. */
function alone(
  agents: number,
  { answerRate, ringTime, handleTime, target }: MemorylessFloorCampaign,
): number {
  const { below, above } = memorylessOptimum({ agents, answerRate, ringTime, handleTime }, target);
  if (above === undefined) return below.occupancy;
  const spare = ({ occupancy, abandonment }: PolicyValue): number =>
    (occupancy / (1 - abandonment)) * (target - abandonment);
  const part = spare(below) / (spare(below) - spare(above));
  return below.occupancy + part * (above.occupancy - below.occupancy);
}
/** Values are searched to 2e-5 of the gain. */
const DIGITS = 3;

describe('the exact optimum of two campaigns that share agents', () => {
  test('two campaigns alike reach what one of them reaches on all agents', () => {
    const { weightedOccupancy, prices } = floorOptimum({
      campaigns: [campaign(), campaign()],
      agents: { first: 0, second: 0, both: 3 },
    });
    expect(weightedOccupancy).toBeCloseTo(alone(3, campaign()), DIGITS);
    expect(prices[0]).toBeCloseTo(prices[1], 0);
  });

  test('campaigns without common agents reach what each reaches alone', () => {
    const [a, b] = [campaign(), campaign({ handleTime: 45, target: 0.01, weight: 2 })];
    const { weightedOccupancy } = floorOptimum({
      campaigns: [a, b],
      agents: { first: 2, second: 1, both: 0 },
    });
    expect(weightedOccupancy).toBeCloseTo((2 * alone(2, a) + 2 * alone(1, b)) / 3, DIGITS);
  });

  test('all shared agents serve the campaign of most worth, by handle time or by priority', () => {
    const both = { first: 0, second: 0, both: 2 };
    const long = campaign({ handleTime: 240 });
    expect(floorOptimum({ campaigns: [campaign(), long], agents: both }).weightedOccupancy).toBeCloseTo(
      alone(2, long),
      DIGITS,
    );
    const dear = campaign({ weight: 2 });
    const { weightedOccupancy, rates } = floorOptimum({ campaigns: [dear, campaign()], agents: both });
    expect(weightedOccupancy).toBeCloseTo(2 * alone(2, dear), DIGITS);
    expect(rates.busy[1]).toBeCloseTo(0, 6);
  });

  test('sharing gains: two specialists and one of both do better than two and one, worse than three shared', () => {
    const optimum = (first: number, second: number, both: number): number =>
      floorOptimum({ campaigns: [campaign(), campaign()], agents: { first, second, both } })
        .weightedOccupancy;
    const [apart, partly, together] = [optimum(2, 1, 0), optimum(1, 1, 1), optimum(0, 0, 3)];
    expect(partly).toBeGreaterThan(apart + 0.002);
    expect(partly).toBeLessThan(together - 0.001);
  });
});
