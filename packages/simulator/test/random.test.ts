import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRandom, meanOf, sample, type Distribution } from '../src/index.js';

const DISTRIBUTIONS: readonly {
  readonly name: string;
  readonly of: Distribution;
  readonly variance: number;
}[] = [
  { name: 'uniform', of: { kind: 'uniform', from: 2, to: 8 }, variance: 36 / 12 },
  { name: 'exponential', of: { kind: 'exponential', mean: 5 }, variance: 25 },
  { name: 'lognormal', of: { kind: 'lognormal', mean: 5, sd: 3 }, variance: 9 },
  { name: 'gamma above shape 1', of: { kind: 'gamma', mean: 6, shape: 3 }, variance: 12 },
  { name: 'gamma below shape 1', of: { kind: 'gamma', mean: 6, shape: 0.5 }, variance: 72 },
  // Weibull of shape 2: scale^2 (1 - pi / 4).
  { name: 'weibull', of: { kind: 'weibull', scale: 4, shape: 2 }, variance: 16 * (1 - Math.PI / 4) },
  { name: 'empirical', of: { kind: 'empirical', values: [1, 2, 6] }, variance: 14 / 3 },
  { name: 'shifted', of: { kind: 'shifted', by: 10, of: { kind: 'exponential', mean: 2 } }, variance: 4 },
  // Parts 0 and 10 with weights 3 and 1: mean 2.5, variance 18.75.
  {
    name: 'mixture',
    of: {
      kind: 'mixture',
      parts: [
        { weight: 3, of: { kind: 'constant', value: 0 } },
        { weight: 1, of: { kind: 'constant', value: 10 } },
      ],
    },
    variance: 18.75,
  },
];

describe('distributions', () => {
  const draws = 20_000;
  test.each(DISTRIBUTIONS)(
    '$name: mean and variance of many draws are those of theory',
    ({ of, variance }) => {
      const stream = createRandom(1).stream('draws');
      const values = Array.from({ length: draws }, () => sample(of, stream));
      const mean = values.reduce((sum, value) => sum + value, 0) / draws;
      // Five standard errors: a correct sampler fails once in two million seeds, and the seed is fixed.
      expect(Math.abs(mean - meanOf(of))).toBeLessThan(5 * Math.sqrt(variance / draws));
      const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws;
      expect(spread / variance).toBeGreaterThan(0.9);
      expect(spread / variance).toBeLessThan(1.1);
    },
  );

  test('the mean of a Weibull variable is scale times gamma(1 + 1 / shape)', () => {
    expect(meanOf({ kind: 'weibull', scale: 3, shape: 1 })).toBeCloseTo(3, 10);
    expect(meanOf({ kind: 'weibull', scale: 4, shape: 2 })).toBeCloseTo(2 * Math.sqrt(Math.PI), 10);
  });
});

describe('streams', () => {
  test('a name reads the same numbers whatever other streams were drawn from before', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), fc.nat(20), (seed, name, others) => {
        const undisturbed = createRandom(seed).stream(name);
        const random = createRandom(seed);
        const other = random.stream('another concern');
        for (let draw = 0; draw < others; draw += 1) other.uniform();
        const disturbed = random.stream(name);
        return Array.from({ length: 5 }, () => undisturbed.uniform()).every(
          (value) => value === disturbed.uniform(),
        );
      }),
    );
  });

  test('names and seeds tell streams apart', () => {
    const first = (seed: number, ...name: (string | number)[]): number =>
      createRandom(seed)
        .stream(...name)
        .uniform();
    const values = [
      first(1, 'a'),
      first(2, 'a'),
      first(1, 'b'),
      first(1, 'a', 1),
      first(1, 'a', 2),
      first(1, 'a1'),
    ];
    expect(new Set(values).size).toBe(values.length);
  });

  test('uniform draws fill [0, 1) evenly: chi-square over 20 cells below its 99.9 % point', () => {
    const stream = createRandom('even').stream('cells');
    const cells = Array.from({ length: 20 }, () => 0);
    for (let draw = 0; draw < 20_000; draw += 1) {
      const cell = stream.integer(20);
      cells[cell] = (cells[cell] ?? 0) + 1;
    }
    const chiSquare = cells.reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0);
    expect(chiSquare).toBeLessThan(43.8); // 19 degrees of freedom
  });

  test('picking from nothing is an error', () => {
    expect(() => createRandom(1).stream('x').pick([])).toThrow(RangeError);
  });
});
