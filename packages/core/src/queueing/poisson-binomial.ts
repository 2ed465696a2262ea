/** Sums of independent trials with different probabilities. */
import { requireProbability, requireServers } from './arguments.js';

/**
 * Distribution of the number of successes of independent trials with their own probabilities: element k is
 * P(X = k).
 *
 * Exact convolution, every term positive. Cost: O(n^2).
 * Source: Y. H. Wang, "On the number of successes in independent trials", Statistica Sinica 3 (1993).
 */
export function poissonBinomialDistribution(probabilities: readonly number[]): Float64Array {
  const mass = new Float64Array(probabilities.length + 1);
  mass[0] = 1;
  probabilities.forEach((probability, i) => {
    requireProbability(`probabilities[${i}]`, probability);
    for (let k = i + 1; k >= 1; k -= 1) mass[k] = mass[k]! * (1 - probability) + mass[k - 1]! * probability;
    mass[0]! *= 1 - probability;
  });
  return mass;
}

/** P(X >= atLeast) of a Poisson-binomial variable, exactly. Cost: O(n x atLeast). */
export function poissonBinomialTail({
  probabilities,
  atLeast,
}: {
  readonly probabilities: readonly number[];
  readonly atLeast: number;
}): number {
  requireServers(atLeast);
  if (atLeast === 0) return 1;
  if (atLeast > probabilities.length) return 0;
  const mass = poissonBinomialDistribution(probabilities);
  let tail = 0;
  for (let k = mass.length - 1; k >= atLeast; k -= 1) tail += mass[k]!;
  return Math.min(1, tail);
}

/**
 * P(X >= atLeast) of a Poisson-binomial variable from its first three cumulants: the refined normal
 * approximation.
 *
 * Normal with continuity correction and Edgeworth's skewness term; the error is O(1 / variance). Cost: O(n).
 * Source: A. Volkova, "A refinement of the central limit theorem for sums of independent random indicators",
 * Theory of Probability and its Applications 40 (1996).
 */
export function poissonBinomialTailApproximation({
  probabilities,
  atLeast,
}: {
  readonly probabilities: readonly number[];
  readonly atLeast: number;
}): number {
  let [mean, variance, third] = [0, 0, 0];
  for (const q of probabilities) {
    const v = q * (1 - q);
    mean += q;
    variance += v;
    third += v * (1 - 2 * q);
  }
  return integerTailFromCumulants({ mean: mean - atLeast, variance, third });
}

/** The first cumulants of an integer variable. */
export interface Cumulants {
  readonly mean: number;
  readonly variance: number;
  readonly third: number;
  /** With it the error is a few times smaller, from a variance of a half. */
  readonly fourth?: number;
}

const SQRT_2PI = Math.sqrt(2 * Math.PI);
/** Below this variance the variable is taken for a constant. */
const NO_VARIANCE = 1e-9;
/** Least variance for the second-order terms. */
const SECOND_ORDER_FROM = 0.5;
/** What rounding to integers adds to the variance, and takes from the fourth cumulant. */
const ROUNDING_VARIANCE = 1 / 12;
const ROUNDING_FOURTH = 1 / 120;

/**
 * P(D >= 0) of an integer variable: normal with continuity correction and Edgeworth's terms, cut to 0..1.
 *
 * From three cumulants the skewness term, error O(1 / variance). With the fourth the terms of second order:
 * the variable counts as a smooth one that was rounded, and Sheppard's corrections come off its cumulants.
 * Source: J. E. Kolassa and P. McCullagh, "Edgeworth series for lattice distributions", Annals of
 * Statistics 18 (1990) 981-985.
 */
export function integerTailFromCumulants({ mean, variance, third, fourth }: Cumulants): number {
  if (variance < NO_VARIANCE) return mean >= -0.5 ? 1 : 0;
  const isSecondOrder = fourth !== undefined && variance >= SECOND_ORDER_FROM;
  const smooth = isSecondOrder ? variance - ROUNDING_VARIANCE : variance;
  const sd = Math.sqrt(smooth);
  const z = (-0.5 - mean) / sd;
  const square = z * z;
  const density = Math.exp(-0.5 * square) / SQRT_2PI;
  const skewness = third / (smooth * sd);
  let terms = (skewness / 6) * (square - 1);
  if (isSecondOrder) {
    const kurtosis = (fourth + ROUNDING_FOURTH) / (smooth * smooth);
    const fifth = square * square - 10 * square + 15;
    terms += z * ((kurtosis / 24) * (square - 3) + ((skewness * skewness) / 72) * fifth);
  }
  return Math.min(1, Math.max(0, normalTail(z, density) + terms * density));
}

/** P(Z >= z), absolute error below 1e-7. Source: M. Abramowitz and I. Stegun (1964), 26.2.17. */
function normalTail(z: number, density: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    density *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z >= 0 ? tail : 1 - tail;
}
