/** Which answer rate is expected of each list. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ListAnswerRates } from '../../src/estimation/index.js';
import type { AnswersOfList } from '../../src/estimation/index.js';

const list = (listId: string, calls: number, liveAnswers: number): AnswersOfList => ({
  listId,
  calls,
  liveAnswers,
});

describe('the answer rate expected of a list', () => {
  test('is not known before anything was dialed, nor from one list of today alone', () => {
    expect(new ListAnswerRates({ sameHour: [], lastHour: [] }).of('a')).toBeUndefined();
    expect(new ListAnswerRates({ sameHour: [[]], lastHour: [list('a', 900, 200)] }).of('a')).toBeUndefined();
    const few = [list('a', 60, 20), list('b', 39, 1)];
    expect(new ListAnswerRates({ sameHour: [], lastHour: few }).of('a')).toBeUndefined();
  });

  test('is that of the same hour of earlier weeks, also for a list that is new', () => {
    const rates = new ListAnswerRates({ sameHour: [[list('old', 300, 120)]], lastHour: [] });
    expect(rates.of('old')).toBeCloseTo(0.4, 9);
    expect(rates.of('new')).toBeCloseTo(0.4, 9);
  });

  test("keeps the difference of today's lists when the hour changes", () => {
    const sameHour = [[list('earlier', 1_000, 400)]];
    const rates = new ListAnswerRates({ sameHour, lastHour: [list('a', 2_000, 200), list('b', 2_000, 600)] });
    expect(rates.of('b')! / rates.of('a')!).toBeGreaterThan(2.7);
    expect(rates.of('b')).toBeLessThan(0.6 + 1e-9);
    expect(rates.of('a')).toBeGreaterThan(0.2 - 1e-9);
  });

  test('orders lists as their own answers do where they were dialed side by side, and is a probability', () => {
    const calls = fc.integer({ min: 100, max: 5_000 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(calls, share, share, (n, p, q) => {
        const [a, b] = [Math.round(n * p), Math.round(n * q)];
        const rates = new ListAnswerRates({ sameHour: [], lastHour: [list('a', n, a), list('b', n, b)] });
        expect(Math.sign(rates.of('a')! - rates.of('b')!) * Math.sign(a - b)).toBeGreaterThanOrEqual(0);
        expect(rates.of('a')).toBeGreaterThan(0);
        expect(rates.of('a')).toBeLessThan(1);
      }),
    );
  });
});
