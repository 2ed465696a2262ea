/** JSON of a drift detector. */
export interface SavedDrift { readonly observed: number; readonly expected: number }

/** Answers that are looked back upon, unless told otherwise. */
const WINDOW = 40;
/** Standard deviations below which a deviation is taken for chance, and above which it is taken at its word. */
const CHANCE = 1.5;
const CERTAIN = 3;
/** Standard deviations at which the answer rate has surely changed for good. */
const CHANGED = 3.5;
/** The most a deviation is taken for at once. */
const MOST_FACTOR = 4;
/** Expected or observed answers needed before anything is concluded. */
const ENOUGH = 8;

/**
 * Watches whether answers come faster or slower than the model expects (observed against expected events of a counting process).
 *
 * The expected number grows with the answer intensity of the calls in flight, so calls still ringing count properly. Small deviations
 * are chance and ignored, large ones corrected at once: that is what keeps a sudden change of list from making a storm.
 * Source: observed minus expected events is a martingale; Aalen, Borgan, Gjessing (2008), section 2.2.
 */
export class AnswerDrift {
  /** Answers the model itself rests on: what is expected is no surer than that. */
  modelAnswers: number = 1;
  /** Answers that are looked back upon; older ones fade. */
  window: number = WINDOW;
  private observed = 0;
  private expected = 0;

  answered(): void {
    this.observed += 1;
  }

  /** Time went by in which this many answers were to be expected. */
  expect(answers: number): void {
    this.expected += answers;
    const total = Math.max(this.expected, this.observed);
    if (total <= this.window) return;
    this.observed *= this.window / total;
    this.expected *= this.window / total;
  }

  /** Factor by which answers come more often than the model says; 1 within chance. */
  get factor(): number {
    const z = Math.abs(this.deviation);
    const trust = Math.min(1, Math.max(0, (z - CHANCE) / (CERTAIN - CHANCE)));
    return Math.min(MOST_FACTOR, Math.max(1 / MOST_FACTOR, 1 + (this.ratio - 1) * trust));
  }

  /** Whether the answer rate has surely changed. */
  get changed(): boolean {
    return Math.abs(this.deviation) >= CHANGED;
  }

  /** Starts anew after the model was corrected. */
  reset(): void {
    this.observed = 0;
    this.expected = 0;
  }

  toJSON(): SavedDrift {
    return { observed: this.observed, expected: this.expected };
  }

  restore(saved: SavedDrift): void {
    this.observed = saved.observed;
    this.expected = saved.expected;
  }

  private get ratio(): number {
    return (this.observed + 1) / (this.expected + 1);
  }

  /** Signed root of the Poisson deviance, less for an unsure model: close to a standard normal variable when nothing has changed. */
  private get deviation(): number {
    const { observed: o, expected: e } = this;
    if (Math.max(o, e) < ENOUGH) return 0;
    const deviance = 2 * ((o > 0 ? o * Math.log(o / Math.max(e, 1e-9)) : 0) - (o - e));
    return Math.sign(o - e) * Math.sqrt(Math.max(0, deviance) / (1 + e / this.modelAnswers));
  }
}
