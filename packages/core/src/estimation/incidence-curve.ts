/** When a call is answered or ends otherwise, as two competing risks. */
import type { DurationGrid } from './duration-grid.js';
import { SurvivalCurve } from './survival-curve.js';

/** Bounds of an estimated answer rate: 0 and 1 would mean certainty. */
const LEAST = 1e-4;
const MOST = 0.9999;

/**
 * Cumulative incidence of a live answer against every other ending (two competing risks), from their hazards.
 *
 * G(t): answered by t; E(t): ended otherwise by t; both on the grid's edges, linear in between.
 * Source: Aalen, Borgan, Gjessing (2008), section 3.4.
 */
export class IncidenceCurve {
  readonly grid: DurationGrid;
  /** G and E at the lower edge of each cell. */
  readonly #answered: Float64Array;
  readonly #ended: Float64Array;
  /** Probability that a call is ever answered. */
  readonly answerRate: number;
  readonly answerHazards: Float64Array;

  constructor(grid: DurationGrid, answerHazards: Float64Array, endHazards: Float64Array) {
    this.grid = grid;
    this.answerHazards = answerHazards;
    const all = new SurvivalCurve(
      grid,
      answerHazards.map((h, c) => h + endHazards[c]!),
    );
    this.#answered = new Float64Array(grid.cells + 1);
    this.#ended = new Float64Array(grid.cells + 1);
    for (let c = 0; c < grid.cells; c += 1) {
      const alive = all.survival(grid.edges[c]!);
      const left = c + 1 < grid.cells ? all.survival(grid.edges[c + 1]!) : 0;
      const share = answerHazards[c]! / (answerHazards[c]! + endHazards[c]!);
      this.#answered[c + 1] = this.#answered[c]! + (alive - left) * share;
      this.#ended[c + 1] = this.#ended[c]! + (alive - left) * (1 - share);
    }
    this.answerRate = Math.min(MOST, Math.max(LEAST, this.#answered[grid.cells]!));
  }

  /** Share of the calls answered at all that are answered within `time` ms. */
  answeredWithin(time: number): number {
    return this.#at(this.#answered, time) / this.answerRate;
  }

  /** Share of the calls never answered that have ended by `time` ms. */
  endedWithin(time: number): number {
    return this.#at(this.#ended, time) / (1 - this.answerRate);
  }

  /** Time (ms) by which this share of the answers has come. */
  answerQuantile(share: number): number {
    const wanted = share * this.answerRate;
    let c = 0;
    while (c < this.grid.cells - 1 && this.#answered[c + 1]! < wanted) c += 1;
    const low = this.grid.edges[c]!;
    const high = this.grid.edges[c + 1] ?? low * 1.5;
    const mass = this.#answered[c + 1]! - this.#answered[c]!;
    return mass > 0 ? low + ((wanted - this.#answered[c]!) / mass) * (high - low) : low;
  }

  #at(values: Float64Array, time: number): number {
    if (!(time > 0)) return 0;
    const c = this.grid.cellOf(time);
    const low = this.grid.edges[c]!;
    const high = this.grid.edges[c + 1] ?? low * 1.5;
    const part = Math.min(1, (time - low) / (high - low));
    return values[c]! + (values[c + 1]! - values[c]!) * part;
  }
}

/** Probability that a call is answered within the next `horizon` ms. */
export type AnswersAhead = (horizon: number) => number;

/** What is ahead of a call of this age (ms), if calls like it are answered with probability `answerRate`. */
export function answersAhead(curve: IncidenceCurve, answerRate: number, age: number): AnswersAhead {
  const answeredYet = curve.answeredWithin(age);
  const alive = answerRate * (1 - answeredYet) + (1 - answerRate) * (1 - curve.endedWithin(age));
  if (!(alive > 1e-9)) return () => 0;
  return (horizon) =>
    Math.min(1, Math.max(0, (answerRate * (curve.answeredWithin(age + horizon) - answeredYet)) / alive));
}

/** Probability that a call of this age ends within the next `horizon` ms, answered or not. */
export function endingsAhead(curve: IncidenceCurve, answerRate: number, age: number): AnswersAhead {
  const aliveAt = (time: number): number =>
    answerRate * (1 - curve.answeredWithin(time)) + (1 - answerRate) * (1 - curve.endedWithin(time));
  const alive = aliveAt(age);
  if (!(alive > 1e-9)) return () => 0;
  return (horizon) => Math.min(1, Math.max(0, 1 - aliveAt(age + horizon) / alive));
}
