import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { NO_COUNTS, mixLists } from '../../src/leads/selection/list-mix.js';
import type { MixCounts } from '../../src/leads/selection/list-mix.js';

const shares = fc
  .array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 12 })
  .map((weights) => weights.map((weight, index) => ({ listId: `list-${index}`, share: weight / 1000 })));

test('every list has its share to within one lead, at every point and whatever the claims', () => {
  fc.assert(
    fc.property(shares, fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 12 }), (lists, claims) => {
      const whole = lists.reduce((sum, { share }) => sum + share, 0);
      const has = new Map(lists.map(({ listId }) => [listId, 1_000]));
      const taken = new Map<string, number>();
      let counts: MixCounts = NO_COUNTS;
      let all = 0;
      for (const count of claims) {
        const mixed = mixLists(lists, has, count, counts);
        counts = mixed.counts;
        expect(mixed.lists).toHaveLength(count);
        for (const listId of mixed.lists) {
          taken.set(listId, (taken.get(listId) ?? 0) + 1);
          all += 1;
          for (const { listId: each, share } of lists)
            expect(Math.abs((taken.get(each) ?? 0) - (share / whole) * all)).toBeLessThan(1 + 1e-6);
        }
      }
    }),
  );
});

test('lists without leads have no part, and nothing is made up for later', () => {
  const lists = [
    { listId: 'a', share: 0.5 },
    { listId: 'b', share: 0.5 },
  ];
  const dry = mixLists(lists, new Map([['a', 10]]), 6, NO_COUNTS);
  expect(dry.lists).toEqual(['a', 'a', 'a', 'a', 'a', 'a']);
  const both = new Map([
    ['a', 10],
    ['b', 10],
  ]);
  expect(mixLists(lists, both, 4, dry.counts).lists).toEqual(['a', 'b', 'a', 'b']);
  expect(mixLists(lists, new Map(), 3, NO_COUNTS).lists).toEqual([]);
});
