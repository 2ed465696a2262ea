import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { all, create } from 'mathjs';
import {
  binomialProbability,
  binomialTail,
  poissonBinomialDistribution,
  poissonBinomialTail,
  poissonBinomialTailApproximation,
  poissonProbability,
  poissonTail,
} from '../../src/queueing/index.js';

const math = create(all!, { number: 'BigNumber', precision: 40 });
const probability = fc.double({ min: 0.002, max: 0.998, noNaN: true });

describe('Poisson', () => {
  test('probability and tail agree with 40-digit sums, far tails included', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 80, noNaN: true }),
        fc.integer({ min: 0, max: 200 }),
        (mean, count) => {
          let term = math.exp(math.bignumber(-mean));
          let below = math.bignumber(0);
          for (let k = 0; k < count; k += 1) [below, term] = [below.plus(term), term.times(mean).div(k + 1)];
          fc.pre(term.toNumber() > 1e-290);
          expect(poissonProbability({ mean, count }) / term.toNumber()).toBeCloseTo(1, 10);
          const tail = math.bignumber(1).minus(below).toNumber();
          if (tail > 1e-20) expect(poissonTail({ mean, atLeast: count }) / tail).toBeCloseTo(1, 9);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('a hundred million: half of it lies on each side', () => {
    expect(poissonTail({ mean: 1e8, atLeast: 1e8 })).toBeCloseTo(0.5, 3);
  });

  test('edges', () => {
    expect(poissonTail({ mean: 0, atLeast: 0 })).toBe(1);
    expect(poissonTail({ mean: 0, atLeast: 1 })).toBe(0);
    expect(poissonProbability({ mean: 0, count: 0 })).toBe(1);
    expect(() => poissonTail({ mean: -1, atLeast: 1 })).toThrow(/mean is -1/);
  });
});

describe('binomial', () => {
  test('probability agrees with exact combinations', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 150 }),
        probability,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (trials, p, share) => {
          const count = Math.floor(share * trials);
          const exact = math
            .combinations(math.bignumber(trials), math.bignumber(count))
            .times(math.bignumber(p).pow(count))
            .times(
              math
                .bignumber(1)
                .minus(p)
                .pow(trials - count),
            );
          if (exact.toNumber() > 1e-290)
            expect(binomialProbability({ trials, probability: p, count }) / exact.toNumber()).toBeCloseTo(
              1,
              9,
            );
        },
      ),
      { numRuns: 50 },
    );
  });

  test('tails complement each other: X >= k and n - X >= n - k + 1', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        probability,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (trials, p, share) => {
          const k = Math.ceil(share * trials);
          const up = binomialTail({ trials, probability: p, atLeast: k });
          const down = binomialTail({ trials, probability: 1 - p, atLeast: trials - k + 1 });
          expect(up + down).toBeCloseTo(1, 8);
        },
      ),
      { numRuns: 80 },
    );
  });

  test('edges', () => {
    expect(binomialTail({ trials: 5, probability: 0.2, atLeast: 6 })).toBe(0);
    expect(binomialTail({ trials: 5, probability: 1, atLeast: 5 })).toBe(1);
    expect(binomialProbability({ trials: 5, probability: 0, count: 0 })).toBe(1);
  });
});

describe('Poisson-binomial', () => {
  const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 });

  test('equal probabilities are binomial', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), probability, (n, p) => {
        const all_ = Array.from({ length: n }, () => p);
        expect(poissonBinomialTail({ probabilities: all_, atLeast: Math.ceil(n / 2) })).toBeCloseTo(
          binomialTail({ trials: n, probability: p, atLeast: Math.ceil(n / 2) }),
          10,
        );
      }),
    );
  });

  test('sums to one, has the mean and the variance of its trials', () => {
    fc.assert(
      fc.property(probabilities, (ps) => {
        const mass = poissonBinomialDistribution(ps);
        let [sum, mean, square] = [0, 0, 0];
        mass.forEach((m, k) => ([sum, mean, square] = [sum + m, mean + k * m, square + k * k * m]));
        expect(sum).toBeCloseTo(1, 10);
        expect(mean).toBeCloseTo(
          ps.reduce((a, p) => a + p, 0),
          8,
        );
        expect(square - mean * mean).toBeCloseTo(
          ps.reduce((a, p) => a + p * (1 - p), 0),
          7,
        );
      }),
    );
  });

  test('moments stand in for the exact tail within 0.01 from a variance of 4 on, within 0.003 from 20 on', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.02, max: 0.98, noNaN: true }), { minLength: 20, maxLength: 200 }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (ps, z) => {
          const variance = ps.reduce((a, p) => a + p * (1 - p), 0);
          fc.pre(variance > 4);
          const mean = ps.reduce((a, p) => a + p, 0);
          const atLeast = Math.max(0, Math.round(mean + z * Math.sqrt(variance)));
          const error = Math.abs(
            poissonBinomialTailApproximation({ probabilities: ps, atLeast }) -
              poissonBinomialTail({ probabilities: ps, atLeast }),
          );
          expect(error).toBeLessThan(variance > 20 ? 0.003 : 0.01);
        },
      ),
      { numRuns: 100 },
    );
  });
});
