import { expect, test } from '@jest/globals';
import { checkMutatedLists, timeOfReading } from './mutated-lists.js';

test('30 damaged lists: every number is somewhere, every row is counted, no consent out of no yes', async () => {
  await checkMutatedLists(30);
}, 120_000);

test('damaged lists of eight times the rows take about eight times the time', async () => {
  await timeOfReading(40, 100);
  const small = await timeOfReading(40, 300);
  const large = await timeOfReading(40, 2_400);
  // Reading that is quadratic in the rows takes 64 times as long.
  expect(large / Math.max(small, 50)).toBeLessThan(24);
}, 120_000);
