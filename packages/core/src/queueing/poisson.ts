/** Poisson probabilities, accurate in the tails. */
import { requireLoad, requireServers } from './arguments.js';
import { deviance, stirlingError } from './saddle-point.js';

/**
 * P(X = k) of a Poisson variable, accurate to about 1e-14 relative for means and counts to 1e8.
 *
 * Source: C. Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000): saddle-point
 * expansion.
 */
export function poissonProbability({
  mean,
  count,
}: {
  readonly mean: number;
  readonly count: number;
}): number {
  requireLoad('mean', mean);
  requireServers(count);
  if (mean === 0) return count === 0 ? 1 : 0;
  if (count === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(count) - deviance(count, mean)) / Math.sqrt(2 * Math.PI * count);
}

/**
 * P(X >= atLeast) of a Poisson variable, summed from the larger terms of the smaller side, so that far tails
 * keep their relative precision.
 *
 * Cost: O(sqrt(mean) + distance from the mean).
 */
export function poissonTail({ mean, atLeast }: { readonly mean: number; readonly atLeast: number }): number {
  requireLoad('mean', mean);
  requireServers(atLeast);
  if (atLeast === 0) return 1;
  if (mean === 0) return 0;
  if (atLeast > mean)
    return poissonProbability({ mean, count: atLeast }) * sumOfRatios((k) => mean / (atLeast + k));
  const below = atLeast - 1;
  return Math.max(
    0,
    1 - poissonProbability({ mean, count: below }) * sumOfRatios((k) => (below - k + 1) / mean),
  );
}

/**
 * 1 + r1 + r1 r2 + ... with ratios that fall below 1 and stay there; stops when the terms no longer count.
 */
export function sumOfRatios(ratio: (k: number) => number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; term > sum * 1e-17; k += 1) {
    term *= ratio(k);
    sum += term;
  }
  return sum;
}
