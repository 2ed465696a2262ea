/** Answers of a reassigned-numbers database, from several queries and from the list. */
import { expect, test } from '@jest/globals';
import { toJson } from '../../src/database/json-text.js';
import type { LearnedRow } from '../../src/journal/known-facts.js';
import { consentFor } from '../../src/law/consents.js';
import type { ConsentRow } from '../../src/law/consents.js';
import { learnedFacts, reassignedAt } from '../../src/law/facts-for-call.js';

type Answer = 'yes' | 'no' | 'no-data';

const row = (at: number, answer: Answer): LearnedRow => ({
  phone: '+12025550143',
  kind: 'reassigned',
  at,
  source: 'reassigned numbers database',
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

const phone = '+12025550143';

test.each<[answers: [number, Answer][], consentAt: number, counts: Answer]>([
  // The number changed hands on day 2: its new owner consents on day 3, and a query about that finds nothing.
  [
    [
      [2, 'yes'],
      [4, 'no'],
    ],
    1,
    'yes',
  ],
  [
    [
      [2, 'yes'],
      [4, 'no'],
    ],
    2,
    'yes',
  ],
  [
    [
      [2, 'yes'],
      [4, 'no'],
    ],
    3,
    'no',
  ],
  [
    [
      [2, 'yes'],
      [4, 'no'],
      [5, 'no-data'],
    ],
    1,
    'yes',
  ],
])('answers %j, consent of %j: %j counts', (answers, consentAt, counts) => {
  const rows = answers.map(([at, said]) => row(at, said));
  expect(learnedFacts(rows, {}, phone, consentAt).reassigned?.answer).toBe(counts);
  const [last, ...others] = rows.toReversed();
  const own = { reassigned: { queriedAt: last?.at, answer: answers.at(-1)?.[1] } };
  expect(learnedFacts(others, own, phone, consentAt).reassigned?.answer).toBe(counts);
});

const consent = (
  type: ConsentRow['type'],
  at: number,
  scope: readonly string[] | null = null,
): ConsentRow => ({
  ...{ phone: '', type, at, scope: scope && toJson(scope), sellers: null, expiresAt: null },
  ...{ evidence: null, address: null, certificateId: null },
});
const call = { phone, at: 10, purpose: 'telemarketing' };

test('consent since the number was reassigned counts before an older one that is worth more', () => {
  const rows = [consent('written', 1), consent('express', 5)];
  const changed = reassignedAt([row(3, 'yes'), row(6, 'no')], {}, phone);
  expect(changed).toBe(3);
  expect(consentFor(rows, { ...call, reassignedAt: changed })).toMatchObject({ at: 5 });
  expect(consentFor(rows, call)).toMatchObject({ at: 1 });
});

test('a revocation ends every consent given before it, in whatever order they were recorded', () => {
  const rows = [consent('revocation', 6), consent('express', 5), consent('written', 1)];
  for (const some of [rows, rows.toReversed()])
    expect(consentFor(some, call)).toMatchObject({ revokedAt: 6 });
});

test('consent revoked for another purpose counts before one that does not cover the call', () => {
  const rows = [
    consent('written', 1),
    consent('revocation', 3, ['survey']),
    consent('express', 5, ['survey']),
  ];
  expect(consentFor(rows, call)).toMatchObject({ at: 1, scopeRevoked: ['survey'] });
});
