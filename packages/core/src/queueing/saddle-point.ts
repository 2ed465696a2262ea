/** The parts of Loader's saddle-point expansion. */

const HALF_LOG_2PI = 0.5 * Math.log(2 * Math.PI);
/**
 * Error of Stirling's formula ln n! for n = 0..15. Source: C. Loader, "Fast and Accurate Computation of
 * Binomial Probabilities" (2000).
 */
const SMALL_STIRLING_ERRORS: readonly number[] = stirlingErrorsUpTo(15);

/** ln n! - [ln sqrt(2 pi n) + n ln n - n]: what Stirling's formula lacks, to full precision. */
export function stirlingError(n: number): number {
  const small = SMALL_STIRLING_ERRORS[n];
  if (small !== undefined) return small;
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / n;
}

/** x ln(x / m) + m - x without cancellation where x is close to m (Loader's "deviance"). */
export function deviance(x: number, m: number): number {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const v = (x - m) / (x + m);
  let sum = (x - m) * v;
  let term = 2 * x * v;
  for (let j = 1; j < 1_000; j += 1) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/** ln n! by summing logarithms (small n only), less Stirling's formula. */
function stirlingErrorsUpTo(last: number): number[] {
  // Exact to 1e-16 relative to the digits that matter: n! is exact in a double up to 18!.
  const errors = [0];
  let factorial = 1;
  for (let n = 1; n <= last; n += 1) {
    factorial *= n;
    errors.push(Math.log(factorial) - (HALF_LOG_2PI + (n + 0.5) * Math.log(n) - n));
  }
  return errors;
}
