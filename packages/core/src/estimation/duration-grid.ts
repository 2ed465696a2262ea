/** The cells in which durations are counted. */

/**
 * Cells of duration: even ones first, then each wider than the last by one ratio; the last cell has no end.
 */
export class DurationGrid {
  /** Lower edges of the cells, ms; the first is 0. */
  readonly edges: Float64Array;
  readonly cells: number;
  readonly #even: number;
  readonly #logRatio: number;
  readonly #evenWidth: number;

  /**
   * @param evenWidth width of the even cells, ms
   * @param ratio growth of the edges beyond the even cells, above 1
   * @param longest where the last, open cell begins, ms
   */
  constructor(evenWidth: number, ratio: number, longest: number) {
    this.#evenWidth = evenWidth;
    this.#even = Math.ceil(1 / (ratio - 1));
    this.#logRatio = Math.log(ratio);
    const start = this.#even * evenWidth;
    const wide = Math.max(1, Math.ceil(Math.log(longest / start) / this.#logRatio));
    this.cells = this.#even + wide + 1;
    this.edges = Float64Array.from({ length: this.cells }, (_, i) =>
      i <= this.#even ? i * evenWidth : start * ratio ** (i - this.#even),
    );
  }

  /** Index of the cell a duration falls into. */
  cellOf(duration: number): number {
    if (!(duration > 0)) return 0;
    const i = duration / this.#evenWidth;
    if (i < this.#even) return Math.floor(i);
    return Math.min(
      this.cells - 1,
      this.#even + Math.floor(Math.log(i / this.#even) / this.#logRatio + 1e-9),
    );
  }

  /** A duration that stands for the cell: its middle, or its lower edge where it is open. */
  middleOf(cell: number): number {
    const low = this.edges[cell] ?? 0;
    const high = this.edges[cell + 1];
    return high === undefined ? low : (low + high) / 2;
  }
}
