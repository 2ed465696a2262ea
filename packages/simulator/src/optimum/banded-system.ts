/** A solver of banded linear systems, for the exact optimum. */
/** A square linear system whose entries lie near the diagonal, with several right-hand sides. */
export interface BandedSystem {
  readonly size: number;
  /** Largest distance of an entry from the diagonal. */
  readonly band: number;
  /** Entries of a row, as [column, value]; repeated columns add up. */
  readonly row: (i: number) => readonly (readonly [column: number, value: number])[];
  readonly rightHandSides: readonly ((i: number) => number)[];
}

/**
 * Solves a banded system by elimination without pivoting, which is stable for the diagonally dominant systems
 * of Markov chains.
 *
 * Cost: O(size x band^2) at most; empty entries are skipped.
 * Source: G. H. Golub and C. F. Van Loan, "Matrix Computations" (1996), section 4.3.
 */
export function solveBanded({ size, band, row, rightHandSides }: BandedSystem): Float64Array[] {
  const stride = 2 * band + 1;
  const matrix = new Float64Array(size * stride);
  const at = (i: number, j: number): number => i * stride + (j - i + band);
  for (let i = 0; i < size; i += 1) for (const [j, value] of row(i)) matrix[at(i, j)]! += value;
  const sides = rightHandSides.map((side) => Float64Array.from({ length: size }, (_, i) => side(i)));
  for (let k = 0; k < size; k += 1) {
    const last = Math.min(size - 1, k + band);
    const pivot = matrix[at(k, k)]!;
    for (let i = k + 1; i <= last; i += 1) {
      const factor = matrix[at(i, k)]! / pivot;
      if (factor === 0) continue;
      const [from, to] = [at(k, k), at(i, k)];
      for (let d = 0; d <= last - k; d += 1) matrix[to + d]! -= factor * matrix[from + d]!;
      for (const side of sides) side[i]! -= factor * side[k]!;
    }
  }
  for (let k = size - 1; k >= 0; k -= 1) {
    const last = Math.min(size - 1, k + band);
    for (const side of sides) {
      let sum = side[k]!;
      for (let j = k + 1; j <= last; j += 1) sum -= matrix[at(k, j)]! * side[j]!;
      side[k] = sum / matrix[at(k, k)]!;
    }
  }
  return sides;
}
