/** The learned answer rate of one kind of call. */

/** JSON of an answer share. */
export interface SavedShare {
  readonly answers: number;
  readonly failures: number;
}

/** Share of calls of one kind that are answered live: a beta posterior with forgetting. */
export class AnswerShare {
  #answers = 0;
  #failures = 0;
  readonly #prior: number;
  readonly #priorWeight: number;
  readonly #memory: number;

  /** @param memory resolved calls that count, in effect; older ones fade */
  constructor(prior: number, priorWeight: number, memory: number) {
    this.#prior = prior;
    this.#priorWeight = priorWeight;
    this.#memory = memory;
  }

  observe(answered: boolean): void {
    const keep = 1 - 1 / this.#memory;
    this.#answers = this.#answers * keep + (answered ? 1 : 0);
    this.#failures = this.#failures * keep + (answered ? 0 : 1);
  }

  /** Answered calls that count. */
  get answers(): number {
    return this.#answers;
  }

  /** Calls without an answer that count. */
  get failures(): number {
    return this.#failures;
  }

  /** Multiplies the odds, after a sudden change; of the calls before it this share still counts. */
  rescale(factor: number, keep: number): void {
    const total = this.#answers + this.#failures;
    if (total === 0) return;
    const kept = (keep * total) / (this.#answers * factor + this.#failures);
    this.#answers *= factor * kept;
    this.#failures *= kept;
  }

  /** Posterior mean. */
  get mean(): number {
    return (
      (this.#answers + this.#priorWeight * this.#prior) / (this.#answers + this.#failures + this.#priorWeight)
    );
  }

  toJSON(): SavedShare {
    return { answers: this.#answers, failures: this.#failures };
  }

  restore(saved: SavedShare): void {
    this.#answers = saved.answers;
    this.#failures = saved.failures;
  }
}
