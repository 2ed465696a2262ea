import { test } from '@jest/globals';
import { checkMutatedLists } from './mutated-lists.js';

test('2,000 damaged lists: every number is somewhere, every row is counted, no consent out of no yes', async () => {
  await checkMutatedLists(2_000);
}, 1_200_000);
