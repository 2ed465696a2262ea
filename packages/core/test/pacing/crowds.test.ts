import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { crowdsOf } from '../../src/pacing/crowds.js';

const classes = (...reaches: readonly (readonly number[])[]): { campaigns: Set<number> }[] =>
  reaches.map((campaigns) => ({ campaigns: new Set(campaigns) }));

describe('crowds of a floor', () => {
  test('campaigns that share all agents are one crowd, whatever their number', () => {
    expect(crowdsOf(5, classes([0, 1, 2, 3, 4]))).toEqual([{ classes: [0], campaigns: [0, 1, 2, 3, 4] }]);
  });

  test('campaigns without common agents are each a crowd', () => {
    expect(crowdsOf(2, classes([0], [1]))).toEqual([
      { classes: [0], campaigns: [0] },
      { classes: [1], campaigns: [1] },
    ]);
  });

  test('specialists of two campaigns and agents of both: each campaign alone, and both together', () => {
    expect(crowdsOf(2, classes([0], [1], [0, 1]))).toEqual([
      { classes: [0, 2], campaigns: [0] },
      { classes: [1, 2], campaigns: [1] },
      { classes: [0, 1, 2], campaigns: [0, 1] },
    ]);
  });

  test('answers can be served if no crowd has more answers than agents, and only then (Hall)', () => {
    const floor = fc.record({
      reaches: fc.uniqueArray(fc.subarray([0, 1, 2, 3], { minLength: 1 }), {
        minLength: 1,
        maxLength: 4,
        selector: (reach) => reach.join(),
      }),
      agents: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }),
      answers: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }),
    });
    fc.assert(
      fc.property(floor, ({ reaches, agents, answers }) => {
        const reached = answers.map((n, k) => (reaches.some((reach) => reach.includes(k)) ? n : 0));
        const fits = crowdsOf(4, classes(...reaches)).every(
          (crowd) => sum(crowd.campaigns, reached) <= sum(crowd.classes, agents),
        );
        expect(fits).toBe(canServe(reaches, agents, reached));
      }),
      { numRuns: 300 },
    );
  });
});

function sum(places: readonly number[], of: readonly number[]): number {
  return places.reduce((total, place) => total + of[place]!, 0);
}

/** Whether agents can be found for all answers, by trying. */
function canServe(
  reaches: readonly (readonly number[])[],
  agents: readonly number[],
  answers: readonly number[],
): boolean {
  const k = answers.findIndex((n) => n > 0);
  if (k < 0) return true;
  const rest = answers.map((n, i) => (i === k ? n - 1 : n));
  return reaches.some(
    (reach, place) =>
      reach.includes(k) &&
      agents[place]! > 0 &&
      canServe(
        reaches,
        agents.map((n, i) => (i === place ? n - 1 : n)),
        rest,
      ),
  );
}
