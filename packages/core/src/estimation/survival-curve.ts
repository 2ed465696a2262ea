/** Survival functions: how much longer something lasts, given its age. */
import type { DurationGrid } from './duration-grid.js';

/** Survival functions with a constant hazard in each cell of a grid. */
export class SurvivalCurve {
  readonly grid: DurationGrid;
  /** Hazard in each cell, per ms. */
  readonly hazards: Float64Array;
  /** Cumulative hazard at the lower edge of each cell. */
  readonly #cumulative: Float64Array;

  constructor(grid: DurationGrid, hazards: Float64Array) {
    this.grid = grid;
    this.hazards = hazards;
    this.#cumulative = new Float64Array(grid.cells);
    for (let c = 1; c < grid.cells; c += 1) {
      this.#cumulative[c] =
        this.#cumulative[c - 1]! + hazards[c - 1]! * (grid.edges[c]! - grid.edges[c - 1]!);
    }
  }

  /** Cumulative hazard at a duration (ms). */
  cumulativeHazard(duration: number): number {
    if (!(duration > 0)) return 0;
    const c = this.grid.cellOf(duration);
    return this.#cumulative[c]! + this.hazards[c]! * (duration - this.grid.edges[c]!);
  }

  /** Probability of lasting longer than this duration (ms). */
  survival(duration: number): number {
    return Math.exp(-this.cumulativeHazard(duration));
  }

  /** Mean duration (ms), if all end by the last edge of the grid. */
  get mean(): number {
    let sum = 0;
    for (let c = 1; c < this.grid.cells; c += 1) {
      const [from, to] = [this.grid.edges[c - 1]!, this.grid.edges[c]!];
      sum += ((this.survival(from) + this.survival(to)) / 2) * (to - from);
    }
    return sum;
  }

  /** Probability that what has lasted `age` ms ends within the next `horizon` ms. */
  endsWithin(age: number, horizon: number): number {
    return -Math.expm1(this.cumulativeHazard(age) - this.cumulativeHazard(age + horizon));
  }
}
