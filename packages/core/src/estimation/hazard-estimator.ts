/** Estimates durations (ring, talk, wrap-up) from those that ended and those that still run. */
import type { DurationGrid } from './duration-grid.js';

/** JSON of a hazard estimator. */
export interface SavedHazards {
  readonly stopped: number[];
  readonly inside: number[];
  readonly events: number[][];
  readonly weight: number;
}

/** What a hazard estimator assumes before it has seen anything. */
export interface HazardPrior {
  /** Mean duration, ms. */
  readonly mean: number;
  /** Share of each cause among the events; sums to 1. */
  readonly shares: readonly number[];
  /** How many observed events the prior is worth. */
  readonly weight: number;
  /**
   * Whether rate and shares of the prior hold in cells without data, even where earlier cells differ. True
   * for calls in flight: ten thousand calls that have rung for four seconds do not show how many will be
   * answered. Default false: a conversation that has lasted is expected to last.
   */
  readonly firm?: boolean;
  /**
   * Where nothing was seen, the first cause is rarer beyond this duration (ms): it falls to 1/e within as
   * much again. Default never.
   */
  readonly firstCauseFadesAfter?: number;
}

/** Pseudo-events that pull the hazard of one cell towards the hazard of all cells. */
const CELL_SHRINKAGE = 2;
/** With fewer durations than this in a cell, its own data count little. */
const FEW = 20;
/** Most of the durations that a cell may end. */
const MOST_ENDING = 0.999999;

/**
 * Learns, online, the hazards of durations that end by one of several causes, with right-censoring and
 * forgetting.
 *
 * An actuarial estimate: in each cell of the grid, the share of those who enter it that end in it, half of
 * the withdrawn counted (it tends to Kaplan-Meier as the cells narrow). Durations that are still running are
 * withdrawn at their present age. A cell with little data borrows from the rate of all cells, and that rate
 * borrows from the prior. Observing costs O(1), reading O(cells).
 *
 * Source: O. O. Aalen, O. Borgan, H. K. Gjessing, "Survival and Event History Analysis" (2008), sections 3.1
 * and 5.1; D. R. Cox and D. Oakes, "Analysis of Survival Data" (1984), section 4.2.
 */
export class HazardEstimator {
  readonly grid: DurationGrid;
  #prior: HazardPrior;
  /** Observations kept, in effect: older ones fade. */
  readonly #memory: number;
  /**
   * Weight of durations that stopped (by an event or by censoring) in each cell, and their time inside that
   * cell.
   */
  readonly #stopped: Float64Array;
  readonly #inside: Float64Array;
  readonly #events: Float64Array[];
  #weight = 0;
  readonly #runningStopped: Float64Array;
  readonly #runningInside: Float64Array;

  constructor(grid: DurationGrid, prior: HazardPrior, memory: number) {
    this.grid = grid;
    this.#prior = prior;
    this.#memory = memory;
    this.#stopped = new Float64Array(grid.cells);
    this.#inside = new Float64Array(grid.cells);
    this.#runningStopped = new Float64Array(grid.cells);
    this.#runningInside = new Float64Array(grid.cells);
    this.#events = prior.shares.map(() => new Float64Array(grid.cells));
  }

  /** Weight of the events seen (prior excluded, forgetting included). */
  get observations(): number {
    return this.#weight;
  }

  /** A duration ended by the cause of this index, or (undefined) was censored. */
  observe(duration: number, cause: number | undefined): void {
    const length = duration > 0 ? duration : 0;
    const cell = this.grid.cellOf(length);
    this.#stopped[cell]! += 1;
    this.#inside[cell]! += length - this.grid.edges[cell]!;
    if (cause === undefined) return;
    this.#events[cause]![cell]! += 1;
    this.#weight += 1;
  }

  /** Forgets the running durations noted so far. */
  clearRunning(): void {
    this.#runningStopped.fill(0);
    this.#runningInside.fill(0);
  }

  /** Notes `count` durations that are still running at this age. */
  addRunning(age: number, count: number): void {
    const cell = this.grid.cellOf(age);
    this.#runningStopped[cell]! += count;
    this.#runningInside[cell]! += count * Math.max(0, age - this.grid.edges[cell]!);
  }

  /** Multiplies what was learned of one cause, after a sudden change of its frequency. */
  rescale(cause: number, factor: number): void {
    const events = this.#events[cause]!;
    for (let c = 0; c < events.length; c += 1) events[c]! *= factor;
  }

  /** Fades old observations so that no more than `most` of them count; by default the estimator's memory. */
  forget(most: number = this.#memory): void {
    if (this.#weight <= most) return;
    const keep = most / this.#weight;
    for (const array of [this.#stopped, this.#inside, ...this.#events])
      for (let c = 0; c < array.length; c += 1) array[c]! *= keep;
    this.#weight = most;
  }

  /** Hazards (per ms) of each cause in each cell, running durations included. */
  hazards(): Float64Array[] {
    const { cells } = this.grid;
    const { entering, withdrawn, exposure } = this.#atRisk();
    const total = exposure.reduce((sum, x) => sum + x, 0) + this.#prior.weight * this.#prior.mean;
    const pooled = this.#events.map(
      (events, k) =>
        (events.reduce((sum, x) => sum + x, 0) + this.#prior.weight * this.#prior.shares[k]!) / total,
    );
    const allCauses = Math.max(
      1e-12,
      pooled.reduce((sum, x) => sum + x, 0),
    );
    const hazards = this.#events.map(() => new Float64Array(cells));
    for (let c = 0; c < cells; c += 1) {
      const events = this.#events.reduce((sum, cause) => sum + cause[c]!, 0);
      const atRisk = entering[c]! - withdrawn[c]! / 2;
      const lent = this.#prior.firm === true ? Math.max(allCauses, 1 / this.#prior.mean) : allCauses;
      const rate = this.#cellHazard({ cell: c, events, allCauses: lent, atRisk, exposure: exposure[c]! });
      const first = this.#faded(this.#firstShare(pooled[0]! / allCauses, atRisk), c);
      for (let k = 0; k < hazards.length; k += 1) {
        const others = (pooled[k]! / allCauses) * ((1 - first) / Math.max(1e-12, 1 - pooled[0]! / allCauses));
        const borrowed = CELL_SHRINKAGE * (k === 0 ? first : others);
        hazards[k]![c] = (rate * (this.#events[k]![c]! + borrowed)) / (events + CELL_SHRINKAGE);
      }
    }
    return hazards;
  }

  toJSON(): SavedHazards {
    return {
      stopped: [...this.#stopped],
      inside: [...this.#inside],
      events: this.#events.map((e) => [...e]),
      weight: this.#weight,
    };
  }

  restore(saved: SavedHazards): void {
    this.#stopped.set(saved.stopped);
    this.#inside.set(saved.inside);
    saved.events.forEach((events, k) => this.#events[k]?.set(events));
    this.#weight = saved.weight;
  }

  /** Share of the first cause that a cell borrows: where few were seen, no less than the firm prior says. */
  #firstShare(share: number, atRisk: number): number {
    if (this.#prior.firm !== true) return share;
    return share + Math.max(0, this.#prior.shares[0]! - share) * (FEW / (FEW + Math.max(0, atRisk)));
  }

  /** The share with its fading at long durations. */
  #faded(share: number, cell: number): number {
    const after = this.#prior.firstCauseFadesAfter;
    const beyond = after === undefined ? 0 : Math.max(0, this.grid.edges[cell]! - after) / after;
    return share * Math.exp(-beyond);
  }

  /**
   * Hazard of a cell from the share that ends in it (the actuarial estimate), so that what is left at its end
   * is right even where everything ends at one instant, as at a ring time-out. The open cell has only events
   * and time at risk.
   */
  #cellHazard({
    cell,
    events,
    allCauses,
    atRisk,
    exposure,
  }: {
    cell: number;
    events: number;
    allCauses: number;
    atRisk: number;
    exposure: number;
  }): number {
    const end = this.grid.edges[cell + 1];
    if (end === undefined) return (events + CELL_SHRINKAGE) / (exposure + CELL_SHRINKAGE / allCauses);
    const width = end - this.grid.edges[cell]!;
    const usual = -Math.expm1(-allCauses * width);
    // As many borrowed durations as make CELL_SHRINKAGE events at the hazard of all cells.
    const borrowed = CELL_SHRINKAGE / usual;
    const ending = Math.min(MOST_ENDING, (events + CELL_SHRINKAGE) / (Math.max(events, atRisk) + borrowed));
    return -Math.log1p(-ending) / width;
  }

  /** Durations that enter each cell, those withdrawn in it without an event, and time at risk. */
  #atRisk(): { entering: Float64Array; withdrawn: Float64Array; exposure: Float64Array } {
    const { edges, cells } = this.grid;
    const [entering, withdrawn, exposure] = [
      new Float64Array(cells),
      new Float64Array(cells),
      new Float64Array(cells),
    ];
    let beyond = 0;
    for (let c = cells - 1; c >= 0; c -= 1) {
      const width = c + 1 < cells ? edges[c + 1]! - edges[c]! : 0;
      exposure[c] = beyond * width + this.#inside[c]! + this.#runningInside[c]!;
      const leaving = this.#stopped[c]! + this.#runningStopped[c]!;
      withdrawn[c] = Math.max(0, leaving - this.#events.reduce((sum, cause) => sum + cause[c]!, 0));
      beyond += leaving;
      entering[c] = beyond;
    }
    return { entering, withdrawn, exposure };
  }
}
