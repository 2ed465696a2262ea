import { expect, test } from '@jest/globals';
import { checkMutatedLists, timeOfReading } from './mutated-lists.js';

test('60 damaged lists: every number is somewhere, every row is counted, no consent out of no yes', async () => {
  await checkMutatedLists(60);
}, 120_000);

test('damaged lists of eight times the rows take about eight times the time', async () => {
  await timeOfReading(40, 100);
  const small = await timeOfReading(40, 500);
  const large = await timeOfReading(40, 4_000);
  // Reading that is quadratic in the rows takes 64 times as long.
  expect(large / Math.max(small, 50)).toBeLessThan(24);
}, 120_000);
