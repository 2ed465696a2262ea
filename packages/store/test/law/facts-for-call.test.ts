/** Answers of a reassigned-numbers database, from several queries and from the list. */
import { expect, test } from '@jest/globals';
import { toJson } from '../../src/database/json-text.js';
import type { LearnedRow } from '../../src/journal/known-facts.js';
import { learnedFacts } from '../../src/law/facts-for-call.js';

type Answer = 'yes' | 'no' | 'no-data';

const row = (at: number, answer: Answer): LearnedRow => ({
  phone: '+12025550143',
  kind: 'reassigned',
  at,
  detail: toJson({ answer }),
});

test.each<[own: [number, Answer] | null, learned: [number, Answer][], counts: [number, Answer]]>([
  [
    null,
    [
      [1, 'no'],
      [2, 'yes'],
    ],
    [2, 'yes'],
  ],
  [
    null,
    [
      [1, 'yes'],
      [2, 'no-data'],
    ],
    [1, 'yes'],
  ],
  [
    null,
    [
      [1, 'yes'],
      [2, 'no'],
    ],
    [2, 'no'],
  ],
  [
    null,
    [
      [1, 'yes'],
      [1, 'no'],
    ],
    [1, 'yes'],
  ],
  [[2, 'yes'], [[1, 'no']], [2, 'yes']],
  [[1, 'yes'], [[2, 'no-data']], [1, 'yes']],
  [[1, 'no'], [[2, 'yes']], [2, 'yes']],
])('the list says %j and queries %j: %j counts', (own, learned, [queriedAt, answer]) => {
  const facts = own === null ? {} : { reassigned: { queriedAt: own[0], answer: own[1] } };
  const rows = learned.map(([at, said]) => row(at, said));
  expect(learnedFacts(rows, facts, '+12025550143').reassigned).toEqual({ queriedAt, answer });
});
