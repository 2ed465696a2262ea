import { expect, test } from '@jest/globals';
import { measureFloor } from './memoryless-floors.js';
import { floorOptimum } from '../../src/pacing-index.js';

const campaign = { answerRate: 0.3, ringTime: 15, handleTime: 150, target: 0.03 };

/**
 * Answers of all campaigns a replication; 95 % confidence of a share of 3 % of so many: a fifth of a point.
 */
const ANSWERS = 12_000;
const REPLICATIONS = 2;
/** Chance error allowed on top of 3.05 %. */
const CHANCE = 0.0025;

test.each([
  ['alike, 4 shared', {}, {}, [0, 0, 4]],
  ['alike, 2 + 2 specialists, 2 shared', {}, {}, [2, 2, 2]],
  ['priority 2 and 1, 3 + 1 specialists, 2 shared', { weight: 2 }, {}, [3, 1, 2]],
  ['handle time 60 and 400 s, 4 shared', { handleTime: 60 }, { handleTime: 400 }, [0, 0, 4]],
] as const)('floor at the optimum: %s', (_, first, second, [only, other, both]) => {
  const floor = {
    campaigns: [
      { ...campaign, ...first },
      { ...campaign, ...second },
    ],
    agents: { first: only, second: other, both },
  } as const;
  const { weightedOccupancy } = floorOptimum(floor);
  const measured = measureFloor(floor, ANSWERS, REPLICATIONS);
  console.log(JSON.stringify({ optimum: weightedOccupancy, ...measured }));
  expect(measured.weightedOccupancy).toBeGreaterThan(0.99 * weightedOccupancy);
  for (const { answers, abandonment } of measured.campaigns)
    if (answers > 1_000) expect(abandonment).toBeLessThan(0.0305 + CHANCE);
});
