/** Detects that the answer rate has changed. */
import { RateModels } from './rate-models.js';

/** JSON of a drift detector: observed and expected answers by window. */
export interface SavedDrift {
  readonly observed: readonly number[];
  readonly expected: readonly number[];
  /** Weights of the models in competition. */
  readonly models?: readonly number[];
}

/** Answers over which a change is tested, by default. */
const WINDOW = 40;
/**
 * Shares of the window that are tested at the same time: the short one detects a large change early, the long
 * one detects a small change.
 */
const SCALES: readonly number[] = [0.4, 1];
/**
 * Standard deviations below which a deviation counts as chance, and above which it is corrected in full. Both
 * are lower when more answers come than expected, because surplus answers are abandoned.
 */
const CHANCE_ABOVE = 1;
const CERTAIN_ABOVE = 2.25;
const CHANCE_BELOW = 1.75;
const CERTAIN_BELOW = 3;
/** Standard deviations from which the answer rate counts as changed. */
const CHANGED = 3.5;
/** Largest correction factor of one step. */
const MOST_FACTOR = 4;
/** The models in competition count from this ratio on: below it, chance moves them. */
const MODELS_FROM = 1.1;
/** Expected or observed answers needed before anything is concluded. */
const ENOUGH = 8;

/**
 * Watches whether answers come faster or slower than the model expects (observed against expected events of a
 * counting process).
 *
 * The expected number grows with the answer intensity of the calls in flight, so calls still ringing count
 * properly. Small deviations are chance and ignored, large ones corrected at once: this prevents a burst of
 * abandonments after a sudden change of list. Source: observed minus expected events is a martingale; Aalen,
 * Borgan, Gjessing (2008), section 2.2. Windows of several lengths at once: T. L. Lai, "Sequential
 * changepoint detection in quality control and dynamical systems", J. R. Stat. Soc. B 57 (1995) 613-658.
 *
 * Beside the windows, models of the answer rate compete: they see a rise some answers sooner.
 */
export class AnswerDrift {
  /** Answers the model is estimated from: the expected number is no more certain than that. */
  modelAnswers: number = 1;
  /** Answers over which a change is tested; older ones fade. */
  window: number = WINDOW;
  readonly #observed: Float64Array = new Float64Array(SCALES.length);
  readonly #expected: Float64Array = new Float64Array(SCALES.length);
  readonly #models = new RateModels();
  /** Whether an answer came since answers were last expected. */
  #isAnswered = false;
  #surged = false;

  /** Counts one observed answer. */
  answered(): void {
    for (let i = 0; i < SCALES.length; i += 1) this.#observed[i]! += 1;
    this.#isAnswered = true;
    this.#models.modelAnswers = this.modelAnswers;
    this.#models.answered();
  }

  /** Adds the answers (a mean) that were expected in the time that passed. */
  expect(answers: number): void {
    for (let i = 0; i < SCALES.length; i += 1) {
      this.#expected[i]! += answers;
      const total = Math.max(this.#expected[i]!, this.#observed[i]!);
      const most = this.window * SCALES[i]!;
      if (total <= most) continue;
      this.#observed[i]! *= most / total;
      this.#expected[i]! *= most / total;
    }
    this.#models.expect(answers);
    if (!this.#isAnswered) return;
    this.#isAnswered = false;
    this.#surged = this.changed;
  }

  /** Factor by which answers come more often than the model says; 1 within chance. */
  get factor(): number {
    const { deviation, ratio } = this.#strongest();
    const [chance, certain] = deviation > 0 ? [CHANCE_ABOVE, CERTAIN_ABOVE] : [CHANCE_BELOW, CERTAIN_BELOW];
    const trust = Math.min(1, Math.max(0, (Math.abs(deviation) - chance) / (certain - chance)));
    const byWindows = Math.min(MOST_FACTOR, Math.max(1 / MOST_FACTOR, 1 + (ratio - 1) * trust));
    const { times } = this.#models;
    return times > MODELS_FROM ? Math.max(times, byWindows) : byWindows;
  }

  /** Whether the last answer made the deviation too large for chance: what was learned misleads at once. */
  get surged(): boolean {
    return this.#surged;
  }

  /** Whether the deviation is too large for chance: the answer rate has changed. */
  get changed(): boolean {
    return Math.abs(this.#strongest().deviation) >= CHANGED;
  }

  /** Starts again after the model was corrected. */
  reset(): void {
    this.#observed.fill(0);
    this.#expected.fill(0);
    this.#models.reset();
    this.#isAnswered = false;
    this.#surged = false;
  }

  toJSON(): SavedDrift {
    return {
      observed: [...this.#observed],
      expected: [...this.#expected],
      models: this.#models.toJSON(),
    };
  }

  /** Takes a saved state; one with other windows is ignored. */
  restore({ observed, expected, models }: SavedDrift): void {
    if (models !== undefined) this.#models.restore(models);
    if (observed.length !== SCALES.length || expected.length !== SCALES.length) return;
    this.#observed.set(observed);
    this.#expected.set(expected);
  }

  /** The window that deviates most. */
  #strongest(): { deviation: number; ratio: number } {
    let strongest = { deviation: 0, ratio: 1 };
    for (let i = 0; i < SCALES.length; i += 1) {
      const deviation = this.#deviationOf(this.#observed[i]!, this.#expected[i]!);
      if (Math.abs(deviation) > Math.abs(strongest.deviation))
        strongest = { deviation, ratio: (this.#observed[i]! + 1) / (this.#expected[i]! + 1) };
    }
    return strongest;
  }

  /**
   * Signed root of the Poisson deviance, less for an unsure model: close to a standard normal variable when
   * nothing has changed.
   */
  #deviationOf(o: number, e: number): number {
    if (Math.max(o, e) < ENOUGH) return 0;
    const deviance = 2 * ((o > 0 ? o * Math.log(o / Math.max(e, 1e-9)) : 0) - (o - e));
    return Math.sign(o - e) * Math.sqrt(Math.max(0, deviance) / (1 + e / this.modelAnswers));
  }
}
