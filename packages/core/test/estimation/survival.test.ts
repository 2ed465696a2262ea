import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RateModels } from '../../src/estimation/rate-models.js';
import {
  AnswerDrift,
  AnswerShare,
  DurationGrid,
  HazardEstimator,
  IncidenceCurve,
  SurvivalCurve,
  answersAhead,
} from '../../src/estimation/index.js';

const grid = new DurationGrid(1_000, 1.2, 3_600_000);

/** Uniform numbers in (0, 1) from a seed. */
function uniforms(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 4_294_967_296;
  };
}

/** Kaplan-Meier's estimate of surviving `at`, from durations and whether each ended (or was censored). */
function kaplanMeier(observed: readonly { length: number; ended: boolean }[], at: number): number {
  const sorted = [...observed].sort((a, b) => a.length - b.length);
  let survival = 1;
  sorted.forEach(({ length, ended }, i) => {
    if (ended && length <= at) survival *= 1 - 1 / (sorted.length - i);
  });
  return survival;
}

describe('duration grid', () => {
  test('every duration lies in its cell', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e7, noNaN: true }), (duration) => {
        const cell = grid.cellOf(duration);
        expect(grid.edges[cell]!).toBeLessThanOrEqual(duration * (1 + 1e-8) + 1e-6);
        if (cell + 1 < grid.cells) expect(grid.edges[cell + 1]!).toBeGreaterThan(duration * (1 - 1e-8));
      }),
    );
  });
});

describe('hazard estimator', () => {
  test('agrees with Kaplan-Meier under heavy censoring, where ignoring it would be far off', () => {
    const uniform = uniforms(7);
    const estimator = new HazardEstimator(grid, { mean: 60_000, shares: [1], weight: 4 }, 1e9);
    const seen = Array.from({ length: 6_000 }, () => {
      // Weibull of shape 2, mean about 53 s; censored by an exponential of mean 60 s.
      const length = 60_000 * Math.sqrt(-Math.log(uniform()));
      const censored = -60_000 * Math.log(uniform());
      return { length: Math.min(length, censored), ended: length <= censored };
    });
    for (const { length, ended } of seen) estimator.observe(length, ended ? 0 : undefined);
    const curve = new SurvivalCurve(grid, estimator.hazards()[0]!);
    for (const at of [10_000, 30_000, 60_000, 90_000]) {
      expect(curve.survival(at)).toBeCloseTo(kaplanMeier(seen, at), 1);
      expect(Math.abs(curve.survival(at) - Math.exp(-((at / 60_000) ** 2)))).toBeLessThan(0.03);
    }
  });

  test('conversations still running count as time at risk', () => {
    const estimator = new HazardEstimator(grid, { mean: 10_000, shares: [1], weight: 1 }, 1e9);
    for (let i = 0; i < 50; i += 1) estimator.observe(5_000, 0);
    const before = new SurvivalCurve(grid, estimator.hazards()[0]!).survival(60_000);
    estimator.addRunning(300_000, 150);
    const after = new SurvivalCurve(grid, estimator.hazards()[0]!).survival(60_000);
    expect(after).toBeGreaterThan(before + 0.4);
    estimator.clearRunning();
    expect(new SurvivalCurve(grid, estimator.hazards()[0]!).survival(60_000)).toBeCloseTo(before, 12);
  });

  test('starts at its prior and forgets the old', () => {
    const estimator = new HazardEstimator(grid, { mean: 60_000, shares: [1], weight: 5 }, 100);
    expect(new SurvivalCurve(grid, estimator.hazards()[0]!).survival(60_000)).toBeCloseTo(Math.exp(-1), 6);
    const learn = (mean: number, n: number): void => {
      const uniform = uniforms(3);
      for (let i = 0; i < n; i += 1) {
        estimator.observe(-mean * Math.log(uniform()), 0);
        estimator.forget();
      }
    };
    learn(200_000, 500);
    learn(20_000, 600);
    expect(estimator.observations).toBeLessThanOrEqual(100);
    expect(
      Math.abs(new SurvivalCurve(grid, estimator.hazards()[0]!).survival(20_000) - Math.exp(-1)),
    ).toBeLessThan(0.08);
  });

  test('survives a JSON round trip', () => {
    const estimator = new HazardEstimator(grid, { mean: 60_000, shares: [0.4, 0.6], weight: 5 }, 100);
    [5_000, 8_000, 90_000].forEach((length, i) => estimator.observe(length, i % 2));
    const copy = new HazardEstimator(grid, { mean: 60_000, shares: [0.4, 0.6], weight: 5 }, 100);
    copy.restore(JSON.parse(JSON.stringify(estimator)));
    expect(copy.hazards()).toEqual(estimator.hazards());
  });
});

describe('incidence of answers', () => {
  const callGrid = new DurationGrid(1_000, 1.06, 600_000);
  const learned = (answerRate: number): IncidenceCurve => {
    const uniform = uniforms(11);
    const estimator = new HazardEstimator(callGrid, { mean: 15_000, shares: [0.3, 0.7], weight: 5 }, 1e9);
    for (let i = 0; i < 8_000; i += 1) {
      if (uniform() < answerRate) estimator.observe(4_000 + 12_000 * uniform(), 0);
      else estimator.observe(uniform() < 0.3 ? 1_500 : 30_000, 1);
    }
    const [answers, ends] = estimator.hazards();
    return new IncidenceCurve(callGrid, answers!, ends!);
  };

  test('finds answer rate and ring times in spite of competing endings', () => {
    const curve = learned(0.25);
    expect(curve.answerRate).toBeCloseTo(0.25, 1);
    expect(curve.answeredWithin(16_000)).toBeGreaterThan(0.95);
    expect(curve.answerQuantile(0.5)).toBeGreaterThan(8_500);
    expect(curve.answerQuantile(0.5)).toBeLessThan(11_500);
  });

  test('a call past the early failures is likelier to be answered, one that rang too long is not', () => {
    const curve = learned(0.25);
    const chance = (age: number): number => answersAhead(curve, 0.25, age)(Infinity);
    expect(chance(3_000)).toBeGreaterThan(chance(0) + 0.04);
    expect(chance(20_000)).toBeLessThan(0.02);
    expect(chance(0)).toBeCloseTo(0.25, 2);
  });

  test('probabilities stay within 0..1 and grow with the horizon', () => {
    const curve = learned(0.25);
    fc.assert(
      fc.property(
        fc.record({
          answerRate: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
          age: fc.integer({ min: 0, max: 900_000 }),
        }),
        fc.integer({ min: 0, max: 60_000 }),
        ({ answerRate, age }, horizon) => {
          const ahead = answersAhead(curve, answerRate, age);
          const [soon, later] = [ahead(horizon), ahead(horizon * 2)];
          expect(soon).toBeGreaterThanOrEqual(0);
          expect(later).toBeLessThanOrEqual(1);
          expect(later).toBeGreaterThanOrEqual(soon - 1e-12);
        },
      ),
    );
  });
});

describe('answer share and drift', () => {
  test('a share starts at its prior and follows what it sees', () => {
    const share = new AnswerShare(0.5, 20, 200);
    expect(share.mean).toBe(0.5);
    for (let i = 0; i < 2_000; i += 1) share.observe(i % 10 === 0);
    expect(share.mean).toBeCloseTo(0.14, 1);
  });

  test('chance moves nothing, a doubling shows even after a long calm', () => {
    const steady = new AnswerDrift();
    steady.modelAnswers = 500;
    for (let i = 0; i < 300; i += 1) {
      steady.expect(1);
      steady.answered();
    }
    expect(steady.factor).toBe(1);
    const answersUntil = (seen: () => boolean): number => {
      let answers = 0;
      for (; !seen() && answers < 200; answers += 1) {
        steady.expect(0.5);
        steady.answered();
      }
      return answers;
    };
    // The short window sees it soon, the long one makes sure.
    expect(answersUntil(() => steady.factor > 1.5)).toBeLessThan(25);
    expect(answersUntil(() => steady.changed)).toBeLessThan(80);
  });

  test('what was learned misleads at once where answers surge, and no more after a correction', () => {
    const drift = new AnswerDrift();
    drift.modelAnswers = 500;
    for (let i = 0; i < 12; i += 1) drift.answered();
    expect(drift.surged).toBe(false);
    drift.expect(0.5);
    expect(drift.surged).toBe(true);
    drift.reset();
    expect(drift.surged).toBe(false);
    expect(drift.factor).toBe(1);
  });

  test('models in competition see a rise after few answers, and survive a snapshot', () => {
    const models = new RateModels();
    models.modelAnswers = 500;
    for (let i = 0; i < 300; i += 1) {
      models.expect(1);
      models.answered();
    }
    expect(models.times).toBeLessThan(1.1);
    let answers = 0;
    for (; models.times < 3 && answers < 50; answers += 1) {
      models.expect(0.25);
      models.answered();
    }
    expect(answers).toBeLessThan(16);
    const copy = new RateModels();
    copy.restore(JSON.parse(JSON.stringify(models)) as number[]);
    expect(copy.times).toBeCloseTo(models.times, 10);
    copy.restore([1]);
    expect(copy.times).toBeCloseTo(models.times, 10);
  });

  test('models bear thousands of answers that come, or are missing, at once', () => {
    for (const [answers, expected, least, most] of [
      [0, 5_000, 0.2, 0.5],
      [5_000, 0, 3.9, 4],
      [3_000, 6_000, 0.2, 0.8],
    ] as const) {
      const models = new RateModels();
      models.modelAnswers = 500;
      for (let i = 0; i < answers; i += 1) models.answered();
      models.expect(expected);
      expect(models.times).toBeGreaterThan(least);
      expect(models.times).toBeLessThanOrEqual(most + 1e-9);
      models.restore(Array(7).fill(Number.NaN));
      expect(models.times).toBeLessThanOrEqual(4);
    }
  });

  test('an unsure model is not blamed for what chance explains', () => {
    const drift = new AnswerDrift();
    drift.modelAnswers = 3;
    for (let i = 0; i < 6; i += 1) drift.answered();
    drift.expect(16);
    expect(drift.factor).toBe(1);
  });
});
