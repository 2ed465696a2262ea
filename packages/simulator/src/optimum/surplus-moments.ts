/** Answers less agents at each instant at which a call placed now may be answered: sums and their risk. */
import { integerTailFromCumulants } from '@outdial/core';
import { HORIZONS } from './world-tables.js';

/** The first three cumulants of answers less agents, by horizon. */
export class SurplusMoments {
  readonly #mean = new Float64Array(HORIZONS);
  readonly #variance = new Float64Array(HORIZONS);
  readonly #third = new Float64Array(HORIZONS);

  /** Starts anew with what is certain. */
  begin(surplus: number): void {
    this.#mean.fill(surplus);
    this.#variance.fill(0);
    this.#third.fill(0);
  }

  /** An answer (sign 1) or an agent who comes free (-1), of probability `q` within horizon `j`. */
  add(j: number, q: number, sign: 1 | -1): void {
    const v = q * (1 - q);
    this.#mean[j]! += sign * q;
    this.#variance[j]! += v;
    this.#third[j]! += sign * v * (1 - 2 * q);
  }

  /**
   * Risk of the next call after so many; `answeredBy`: probability that one of them is answered within each
   * horizon.
   */
  riskAfter(added: number, answeredBy: (horizon: number) => number): number {
    let sum = 0;
    for (let j = 0; j < HORIZONS; j += 1) {
      const q = answeredBy(j);
      const v = q * (1 - q);
      sum += integerTailFromCumulants({
        mean: this.#mean[j]! + added * q,
        variance: this.#variance[j]! + added * v,
        third: this.#third[j]! + added * v * (1 - 2 * q),
      });
    }
    return sum / HORIZONS;
  }
}
