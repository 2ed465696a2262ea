/** What answer probabilities that come with calls are worth: the answer rate of each level of them. */
import { AnswerShare } from './answer-share.js';
import type { SavedShare } from './answer-share.js';

/** Levels of scores; level 0 is for calls without one. */
export const SCORE_LEVELS = 9;

/** Resolved calls of each level that count; older ones fade. */
const MEMORY = 500;
/** Resolved calls that the law of all levels weighs against the calls of one level. */
const LAW_WEIGHT = 60;
/**
 * Slope of the learned log odds over those of the scores, before anything is known, and its standard
 * deviation: 1 where scores are exact, 0 where they say nothing, below 0 where they are reversed.
 */
const FIRST_SLOPE = 1;
const SLOPE_DEVIATION = 0.7;
/** Calls that a call with the plain rate as its score and as its answer rate counts for in the law. */
const PLAIN_WEIGHT = 20;
/** Steps of Newton's method, and the most that one changes: far from the solution it would overshoot. */
const NEWTON_STEPS = 12;
const LARGEST_STEP = 0.7;
const LEAST = 0.001;

/**
 * Learns from resolved calls which answer rate stands behind a score. Before that, scores are taken as right.
 *
 * The law: the log odds of an answer are linear in the log odds of the score (a logistic regression over the
 * levels with a prior that scores are right). It corrects a constant factor, noise and reversal from few
 * calls. Each level's own calls then outweigh the law, so that other errors are corrected as well.
 *
 * Source: J. Platt, "Probabilistic outputs for support vector machines" (1999); A. Gelman and J. Hill, "Data
 * analysis using regression and multilevel/hierarchical models" (2007), chapter 12.
 */
export class ScoreCalibration {
  readonly #shares: readonly AnswerShare[] = Array.from(
    { length: SCORE_LEVELS },
    () => new AnswerShare(0, 0, MEMORY),
  );

  observe(level: number, answered: boolean): void {
    this.#shares[level]!.observe(answered);
  }

  /** After a sudden change: the odds of every level change alike, and this share of the old calls counts. */
  rescale(factor: number, keep: number): void {
    for (const share of this.#shares) share.rescale(factor, keep);
  }

  /** The answer rate of each level, `plain` being that of all calls together. */
  rates(plain: number): Float64Array {
    const law = this.#law(plain);
    const seen = this.#shares.reduce((sum, { answers, failures }) => sum + answers + failures, 0);
    return Float64Array.from(this.#shares, ({ answers, failures }, level) => {
      const total = answers + failures;
      const expected = level === 0 ? plain : law(level);
      // The plain rate rests on more calls; the more of them had no score, the closer it is to theirs.
      const weight = level === 0 ? (LAW_WEIGHT * seen) / Math.max(1, seen - total) : LAW_WEIGHT;
      const rate = total + weight > 0 ? (answers + weight * expected) / (total + weight) : expected;
      return Math.min(1 - LEAST, Math.max(LEAST, rate));
    });
  }

  toJSON(): SavedShare[] {
    return this.#shares.map((share) => share.toJSON());
  }

  restore(saved: readonly SavedShare[]): void {
    saved.forEach((share, level) => this.#shares[level]?.restore(share));
  }

  /** The most probable logistic law, given the resolved calls of all levels. */
  #law(plain: number): (level: number) => number {
    const scored = this.#shares.slice(1).map(({ answers, failures }, i) => ({
      answers,
      total: answers + failures,
      x: LOG_ODDS[i + 1]!,
    }));
    const seen = scored.reduce((sum, { total }) => sum + total, 0);
    const start = logOdds(plain);
    const centre =
      scored.reduce((sum, { total, x }) => sum + total * x, PLAIN_WEIGHT * start) / (seen + PLAIN_WEIGHT);
    const startWeight = PLAIN_WEIGHT * plain * (1 - plain);
    let [height, slope] = [start, 0];
    for (let step = 0; step < NEWTON_STEPS; step += 1) {
      let [g0, g1] = [-startWeight * (height - start), (FIRST_SLOPE - slope) / SLOPE_DEVIATION ** 2];
      let [h00, h01, h11] = [startWeight, 0, 1 / SLOPE_DEVIATION ** 2];
      for (const { answers, total, x } of scored) {
        const at = x - centre;
        const rate = probabilityOf(height + slope * at);
        const curvature = total * rate * (1 - rate);
        g0 += answers - total * rate;
        g1 += (answers - total * rate) * at;
        h00 += curvature;
        h01 += curvature * at;
        h11 += curvature * at * at;
      }
      const determinant = h00 * h11 - h01 * h01;
      height += limited((h11 * g0 - h01 * g1) / determinant);
      slope += limited((h00 * g1 - h01 * g0) / determinant);
    }
    return (level) => probabilityOf(height + slope * (LOG_ODDS[level]! - centre));
  }
}

/** The level of a score: even steps of its square root, finer where answers are rare. 0 without a score. */
export function levelOf(score: number | undefined): number {
  return score === undefined ? 0 : 1 + Math.round(Math.sqrt(score) * (SCORE_LEVELS - 2));
}

/** Log odds of the score in the middle of each level. */
const LOG_ODDS: readonly number[] = Array.from({ length: SCORE_LEVELS }, (_, level) => {
  const root = Math.max(0, level - 1) / (SCORE_LEVELS - 2);
  return logOdds(Math.min(0.99, Math.max(0.005, root * root)));
});

function limited(step: number): number {
  return Math.min(LARGEST_STEP, Math.max(-LARGEST_STEP, step));
}

function logOdds(probability: number): number {
  return Math.log(probability / (1 - probability));
}

function probabilityOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
