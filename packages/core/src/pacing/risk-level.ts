/** The accepted risk of the predictive mode, steered by what was abandoned. */

/** JSON of a risk level. */
export interface SavedRiskLevel {
  readonly logScale: number;
  readonly answers: number;
  readonly recent?: number;
  readonly allowed?: number;
}

/** Gains of the integral control: larger while little is known. */
const FIRST_GAIN = 0.2;
const LAST_GAIN = 0.08;
const GAIN_ANSWERS = 150;
/**
 * Most the logarithm of the odds may rise while the calls in flight are being answered, for the control to be
 * stable.
 */
const STABLE_CHANGE = 0.3;
/**
 * The control steers to this share of the target, so that the chance error of a finite sample stays below the
 * target. It costs almost no occupancy.
 */
const MARGIN = 0.975;
/** Bounds of what feedback may make of the odds. */
const LOWEST = -3;
const HIGHEST = 3;
const HIGHEST_START = 0.5;
const SMALLEST_RATIO = 0.8;
/**
 * Answers over which a burst is tested; with many calls in flight, this many times their expected answers.
 */
const BURST_WINDOW = 60;
const BURST_WINDOW_IN_FLIGHT = 4;
/**
 * Standard deviations from which abandonments are a burst, and what each further one subtracts from the
 * logarithm of the odds.
 */
const BURST_FROM = 1.25;
const BURST_PENALTY = 2;
/** Logarithm of the factor on the odds at the start: half, until feedback raises it. */
const START = Math.log(0.5);

/** How a live answer ended, and what the control needs to know about that moment. */
export interface Settled {
  readonly abandoned: boolean;
  readonly target: number;
  /** Whether the accepted risk was the binding limit. */
  readonly mayRise: boolean;
  /** Answers expected of the calls in flight. */
  readonly answersInFlight: number;
}

/**
 * The accepted risk of abandonment, moved by feedback so that the realised share of abandoned answers meets
 * the target.
 *
 * Integral control of the logarithm of the odds: each answer lifts it a little, each abandonment lowers it by
 * as much as 1/target answers lift it, so that the realised share can differ from the target by no more than
 * a bounded number of calls. It does not wind up: it rises only while the risk is the binding limit, and not
 * a lack of lines or leads. A burst of abandonments lowers it at once, and only while the burst is recent.
 */
export class RiskLevel {
  #logScale = START;
  #answers = 0;
  /** Abandoned of the last answers, in effect, and as many as the target allows of them. */
  #recent = 0;
  #allowed = 0;
  /** The number of agents asked for last, and its ratio: it is asked for at every decision. */
  #staffed = 0;
  #baseline = baseline(0);

  /** Logarithm of the factor on the odds, without a burst. */
  get allowed(): number {
    return this.#logScale;
  }

  /**
   * Accepted risk for a floor of this many staffed agents. `limit`: most that the logarithm of the factor on
   * the odds may be; `factor`: a further factor.
   */
  level(target: number, staffed: number, limit: number = Infinity, factor: number = 1): number {
    if (!(target > 0)) return 0;
    if (staffed !== this.#staffed) [this.#staffed, this.#baseline] = [staffed, baseline(staffed)];
    const start = Math.min(HIGHEST_START, target * this.#baseline);
    const scale = Math.min(limit, this.#logScale) - this.#burstPenalty;
    const odds = (start / (1 - start)) * factor * Math.exp(scale);
    return odds / (1 + odds);
  }

  /** A live answer was taken, abandoned or hung up. */
  settled({ abandoned, target, mayRise, answersInFlight }: Settled): void {
    if (!(target > 0)) return;
    this.#answers += 1;
    const keep = 1 - 1 / Math.max(BURST_WINDOW, BURST_WINDOW_IN_FLIGHT * answersInFlight);
    this.#recent = this.#recent * keep + (abandoned ? 1 : 0);
    this.#allowed = this.#allowed * keep + target;
    // A step takes effect only when the calls in flight now have been answered, so it is smaller while many
    // answers are expected.
    const stable = STABLE_CHANGE / (target * Math.max(1, answersInFlight));
    const gain = Math.min(stable, Math.max(LAST_GAIN, FIRST_GAIN / (1 + this.#answers / GAIN_ANSWERS)));
    const step = gain * (target * MARGIN - (abandoned ? 1 : 0));
    if (step > 0 && !mayRise) return;
    this.#logScale = Math.min(HIGHEST, Math.max(LOWEST, this.#logScale + step));
  }

  /**
   * Subtracted from the logarithm of the odds while many more calls are abandoned than the target allows.
   * After a change (of the answer rate, the agents or the list), the curves learned before are wrong for a
   * while.
   */
  get #burstPenalty(): number {
    const o = this.#recent;
    const e = this.#allowed;
    if (o <= e) return 0;
    const deviation = Math.sqrt(Math.max(0, 2 * (o * Math.log(o / e) - (o - e))));
    return BURST_PENALTY * Math.max(0, deviation - BURST_FROM);
  }

  toJSON(): SavedRiskLevel {
    return { logScale: this.#logScale, answers: this.#answers, recent: this.#recent, allowed: this.#allowed };
  }

  restore(saved: SavedRiskLevel): void {
    this.#logScale = saved.logScale;
    this.#answers = saved.answers;
    this.#recent = saved.recent ?? 0;
    this.#allowed = saved.allowed ?? 0;
  }
}

/**
 * Ratio of the risk of one more call to the abandonment rate that results, by number of agents: the start
 * value of the feedback.
 *
 * The risk does not include calls placed later, which need the same agents; their effect grows with the
 * number of agents. From the exact optima of memoryless campaigns (1 agent: 5, 3: 2.2, 5: 1.1, 20: 0.6
 * without grace, somewhat more with).
 */
function baseline(staffed: number): number {
  return Math.max(SMALLEST_RATIO, 4 / Math.max(1, staffed) ** 0.75);
}
