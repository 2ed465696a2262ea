import { expect, test } from '@jest/globals';
import { chanceOf, measureScores } from './scored-campaigns.js';

/** A part of what scores.long.test.ts runs in full. */
test('scores that are wrong are calibrated, and tell when another part of the list begins', () => {
  const list = { world: 'a list in four parts, one after the other', agents: 60 };
  const [none, reversed] = ['none', 'reversed'].map((told) => measureScores({ ...list, told }, 1.5, [1]));
  expect(reversed!.answers).toBeGreaterThan(1_500);
  expect(reversed!.abandonment).toBeLessThan(0.0305 + chanceOf(reversed!.answers));
  // With seed 1 2.1 %, and 2.5 % without scores: a new part is seen sooner since models of the rate compete.
  expect(reversed!.abandonment).toBeLessThan(none!.abandonment - 0.002);
  // Before that, over three seeds 92.7 % at 1.5 % abandoned, 92.9 % at 2.8 % without; chance: 0.5 points.
  expect(reversed!.occupancy).toBeGreaterThan(none!.occupancy - 0.01);
});
