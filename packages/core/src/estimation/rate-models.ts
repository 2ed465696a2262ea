/** Models of the answer rate in competition: nothing changed, or answers come so many times as often. */

/** How many times as often answers come, by model. */
const TIMES: readonly number[] = [0.25, 0.5, Math.SQRT1_2, 1, Math.SQRT2, 2, 4];
const UNCHANGED = 3;
/** No model is ever ruled out: weights stay above this. */
const LEAST_WEIGHT = 1e-12;
/** By each expected answer, the share that leaves the model "unchanged", and that which returns to it. */
const LEAVING = 1 / 1_000;
const RETURNING = 1 / 200;
/** Answers of a change before it shows: beside them, an unsure model's own error counts. */
const ANSWERS_OF_A_CHANGE = 20;
/** Expected answers that are counted at once: their effect is small, and the cost is the same. */
const COUNTED_AT_ONCE = 0.25;
/** More are counted in steps: within one, changes of model are rare. */
const LONGEST_STEP = 20;

/**
 * Weighs the models by each answer and by the time without one (each expects a Poisson process). The answer
 * rate may change at any time, so that a long calm does not make the model "unchanged" certain.
 *
 * Source: A. N. Shiryaev, "On optimum methods in quickest detection problems", Theory Probab. Appl. 8 (1963)
 * 22-46, for several changes at once.
 */
export class RateModels {
  /** Answers that the learned rate rests on: what is seen counts less, the fewer. */
  modelAnswers: number = 1;
  /**
   * How many times as often answers come: root mean square over the models, because surplus answers cost more
   * than missing ones.
   */
  times: number = 1;
  readonly #weights: Float64Array = new Float64Array(TIMES.length);
  #pending = 0;

  constructor() {
    this.reset();
  }

  answered(): void {
    const trust = this.#trust;
    for (let i = 0; i < TIMES.length; i += 1) this.#weights[i]! *= TIMES[i]! ** trust;
    this.#settle();
  }

  /** Adds the answers (a mean) that were expected in the time that passed. */
  expect(answers: number): void {
    this.#pending += answers;
    if (this.#pending <= COUNTED_AT_ONCE) return;
    for (; this.#pending > 0; this.#pending -= LONGEST_STEP)
      this.#count(Math.min(this.#pending, LONGEST_STEP));
    this.#pending = 0;
  }

  /** Starts again after the learned rate was corrected. */
  reset(): void {
    this.#weights.fill(LEAST_WEIGHT);
    this.#weights[UNCHANGED] = 1;
    this.#pending = 0;
    this.times = 1;
  }

  toJSON(): number[] {
    return [...this.#weights];
  }

  /** Takes saved weights; those of other models, and what are no weights, are ignored. */
  restore(weights: readonly number[]): void {
    if (weights.length !== TIMES.length || !weights.every((weight) => weight >= 0)) return;
    this.#weights.set(weights);
    this.#settle();
  }

  #count(expected: number): void {
    const weights = this.#weights;
    const trust = this.#trust;
    const unchanged = weights[UNCHANGED]!;
    const left = unchanged * Math.min(1, LEAVING * expected);
    const stays = 1 - Math.min(1, RETURNING * expected);
    let returned = 0;
    for (let i = 0; i < TIMES.length; i += 1) {
      if (i === UNCHANGED) continue;
      const seen = weights[i]! * Math.exp(-trust * (TIMES[i]! - 1) * expected);
      returned += seen * (1 - stays);
      weights[i] = seen * stays + left / (TIMES.length - 1);
    }
    weights[UNCHANGED] = unchanged - left + returned;
    this.#settle();
  }

  get #trust(): number {
    return this.modelAnswers / (this.modelAnswers + ANSWERS_OF_A_CHANGE);
  }

  /** Weights sum to 1, and none is 0. */
  #settle(): void {
    const weights = this.#weights;
    let sum = 0;
    for (let i = 0; i < TIMES.length; i += 1) sum += weights[i]!;
    let squares = 0;
    for (let i = 0; i < TIMES.length; i += 1) {
      weights[i] = Math.max(LEAST_WEIGHT, weights[i]! / sum);
      squares += weights[i]! * TIMES[i]! * TIMES[i]!;
    }
    this.times = Math.sqrt(squares);
  }
}
