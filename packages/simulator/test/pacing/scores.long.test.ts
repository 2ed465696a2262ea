import { describe, expect, test } from '@jest/globals';
import { SCORED_WORLDS, SCORES } from '../../src/pacing-index.js';
import { chanceOf, measureScores } from './scored-campaigns.js';
import type { MeasuredScores } from './scored-campaigns.js';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const HOURS = 4;
/** Points of occupancy that chance may take: 95 % of the difference of two such means, as measured. */
const CHANCE = 0.004;
const INFORMATIVE = ['exact', 'twice too high', 'half too low', 'with noise', 'reversed'];

describe.each(Object.keys(SCORED_WORLDS))('%s', (world) => {
  let none: MeasuredScores | undefined;

  test.each(Object.keys(SCORES))(
    'scores %s: on target, at no cost of occupancy',
    (told) => {
      none ??= measureScores({ world, told: 'none', agents: 20 }, HOURS, SEEDS);
      const measured = measureScores({ world, told, agents: 20 }, HOURS, SEEDS);
      console.info(JSON.stringify({ told, ...measured, none }));
      expect(measured.answers).toBeGreaterThan(10_000);
      const limit = Math.max(0.0305, none.abandonment) + chanceOf(measured.answers);
      expect(measured.abandonment).toBeLessThan(limit);
      const least = INFORMATIVE.includes(told) ? none.occupancy : none.occupancy - CHANCE;
      expect(measured.occupancy).toBeGreaterThan(least);
    },
    600_000,
  );
});
