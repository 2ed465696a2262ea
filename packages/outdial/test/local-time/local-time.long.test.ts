/** The whole of what local-time.test.ts takes two years of. */
import { expect, test } from '@jest/globals';
import { compareSwitches } from './compare-switches-in.js';

test('local time agrees with Intl around every switch of every zone from 2020 to 2035', async () => {
  expect(await compareSwitches('UTC', '2020-2035')).toMatchObject({ differences: [] });
}, 240_000);
