import { describe, expect, test } from '@jest/globals';
import { SHOCKS, ToldPacer, simulatePacing } from '../../src/pacing-index.js';

const FIVE_MINUTES_MS = 300_000;

/** A few runs of what `npm run bench:pacing -- --shocks` measures. */
describe('a pacer that is told of shocks', () => {
  test('stays near its target when the answer rate doubles', () => {
    // It has nothing to learn, so that ten minutes before the change are enough.
    const { scenario } = SHOCKS['answer rate doubles']!;
    const doubled = {
      ...scenario,
      changes: [{ at: 2 * FIVE_MINUTES_MS, answerRate: 0.4 }],
      warmUp: 2 * FIVE_MINUTES_MS,
      duration: 3 * FIVE_MINUTES_MS,
      period: 1e9,
    };
    const sums = { answers: 0, abandoned: 0 };
    for (const seed of [1, 2, 3, 4]) {
      const run = simulatePacing({ ...doubled, seed }, new ToldPacer(doubled, { levels: [0.0207, 0.0207] }));
      sums.answers += run.answers;
      sums.abandoned += run.abandoned;
    }
    expect(sums.answers).toBeGreaterThan(300);
    expect(sums.abandoned / sums.answers).toBeLessThan(0.06);
  });

  test('expects the burst of a dead trunk', () => {
    const { scenario } = SHOCKS['trunk dies for 45 s and comes back with a burst']!;
    const dies = {
      ...scenario,
      outage: { from: 2 * FIVE_MINUTES_MS, until: 2 * FIVE_MINUTES_MS + 45_000 },
      warmUp: FIVE_MINUTES_MS,
      duration: 3 * FIVE_MINUTES_MS,
      period: 1e9,
      seed: 1,
    };
    const result = simulatePacing(dies, new ToldPacer(dies, { levels: [0.04] }));
    expect(result.answers).toBeGreaterThan(150);
    expect(result.abandonment).toBeLessThan(0.08);
  });

  test('refuses a rate of which it cannot know the changes', () => {
    const { scenario } = SHOCKS['answer rate doubles']!;
    expect(() => new ToldPacer({ ...scenario, answerRate: () => 0.2 }, { target: 0.03 })).toThrow(
      'state each change of it in changes',
    );
  });
});
