import { describe, expect, test } from '@jest/globals';
import { SCORE_LEVELS, ScoreCalibration, levelOf } from '../../src/estimation/index.js';

/** Uniform numbers in (0, 1) from a seed. */
function uniforms(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 4_294_967_296;
  };
}

const PROBABILITIES = [0.06, 0.22, 0.55] as const;
const PLAIN = 0.277;

/** The calibration after so many calls of three kinds, each with this score. */
function learned(score: (probability: number) => number | undefined, calls: number): ScoreCalibration {
  const uniform = uniforms(5);
  const calibration = new ScoreCalibration();
  for (let i = 0; i < calls; i += 1) {
    const probability = PROBABILITIES[i % 3]!;
    calibration.observe(levelOf(score(probability)), uniform() < probability);
  }
  return calibration;
}

function rateOf(calibration: ScoreCalibration, score: number | undefined): number {
  return calibration.rates(PLAIN)[levelOf(score)]!;
}

describe('calibration of scores', () => {
  test('before calls have ended a score is taken as right, and a call without one as any other', () => {
    const rates = new ScoreCalibration().rates(PLAIN);
    expect(rates[0]).toBeCloseTo(PLAIN, 6);
    for (const score of [0.06, 0.22, 0.55])
      expect(Math.abs(rates[levelOf(score)]! - score)).toBeLessThan(0.06);
  });

  test.each([
    ['exact', (p: number) => p],
    ['twice too high', (p: number) => Math.min(1, 2 * p)],
    ['half too low', (p: number) => p / 2],
    ['reversed', (p: number) => 0.6 - p],
  ])('%s: the answer rates behind the scores are found', (_name, score) => {
    const calibration = learned(score, 1_500);
    for (const probability of PROBABILITIES)
      expect(Math.abs(rateOf(calibration, score(probability)) - probability)).toBeLessThan(0.05);
  });

  test('a hundred calls tell high from low scores, and a level never seen from its neighbours', () => {
    const calibration = learned((p) => p, 100);
    expect(rateOf(calibration, 0.55)).toBeGreaterThan(2.5 * rateOf(calibration, 0.06));
    expect(rateOf(calibration, 0.9)).toBeGreaterThan(rateOf(calibration, 0.55));
    expect(rateOf(calibration, 0.01)).toBeLessThan(0.1);
  });

  test('scores drawn by chance all mean the plain rate', () => {
    const draw = uniforms(9);
    const calibration = learned(() => draw(), 3_000);
    for (const score of [0.05, 0.3, 0.7, 0.95])
      expect(Math.abs(rateOf(calibration, score) - PLAIN)).toBeLessThan(0.05);
  });

  test('calls without a score have a rate of their own beside scored ones, else the plain one', () => {
    const mixed = learned((p) => (p === 0.06 ? undefined : p), 1_500);
    expect(Math.abs(rateOf(mixed, undefined) - 0.06)).toBeLessThan(0.05);
    const calibration = learned(() => undefined, 1_500);
    expect(Math.abs(rateOf(calibration, 0.55) - 0.55)).toBeLessThan(0.06);
    calibration.observe(levelOf(0.5), true);
    expect(rateOf(calibration, undefined)).toBeCloseTo(PLAIN, 2);
  });

  test('a change of the odds is taken over by every level and makes it quicker to learn', () => {
    const calibration = learned((p) => p, 1_500);
    const before = calibration.rates(PLAIN);
    calibration.rescale(3, 0.2);
    const after = calibration.rates(0.5);
    for (const probability of PROBABILITIES) {
      const level = levelOf(probability);
      expect(after[level]!).toBeGreaterThan(before[level]! * 1.2);
    }
    const level = levelOf(0.22);
    for (let i = 0; i < 150; i += 1) calibration.observe(level, false);
    expect(calibration.rates(0.5)[level]!).toBeLessThan(0.3);
  });

  test('what was learned survives a JSON round trip; levels of every score exist', () => {
    const calibration = learned((p) => p, 400);
    const copy = new ScoreCalibration();
    copy.restore(JSON.parse(JSON.stringify(calibration)));
    expect(copy.rates(PLAIN)).toEqual(calibration.rates(PLAIN));
    expect(levelOf(undefined)).toBe(0);
    expect([levelOf(0), levelOf(1)]).toEqual([1, SCORE_LEVELS - 1]);
  });
});
