/** JSON of a risk level. */
export interface SavedRiskLevel {
  readonly logScale: number;
  readonly answers: number;
  readonly recent?: number;
  readonly allowed?: number;
}

/** Steps of the integral control: larger while little is known. */
const FIRST_GAIN = 0.2;
const LAST_GAIN = 0.08;
const GAIN_ANSWERS = 150;
/**
 * Most the logarithm of the odds may rise while the calls in flight are being answered, for the control to be
 * stable.
 */
const STABLE_CHANGE = 0.3;
/**
 * The share of the target steered to: keeps the chance error of a finite sample below the target at next to
 * no occupancy.
 */
const MARGIN = 0.975;
/** Bounds of what feedback may make of the odds. */
const LOWEST = -3;
const HIGHEST = 3;
const HIGHEST_START = 0.5;
const SMALLEST_RATIO = 0.8;
/** Answers looked back upon for a burst of abandonments; on a large floor, so many times those in flight. */
const BURST_WINDOW = 60;
const BURST_WINDOW_IN_FLIGHT = 4;
/**
 * Standard deviations from which abandonments are a burst, and what each more takes off the logarithm of the
 * odds.
 */
const BURST_FROM = 1.25;
const BRAKE = 2;
/** Learning starts cautious. */
const START = Math.log(0.5);

/** How a live answer ended, and what the control has to know beside it. */
export interface Settled {
  readonly abandoned: boolean;
  readonly target: number;
  /** Whether the risk was what held the pacer back. */
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
 * a bounded number of calls. It does not wind up: it rises only while the risk, and not want of lines or
 * leads, holds the pacer back. A burst of abandonments brakes at once, and only as long as it is recent.
 */
export class RiskLevel {
  private logScale = START;
  private answers = 0;
  /** Abandoned of the last answers, in effect, and as many as the target allows of them. */
  private recent = 0;
  private allowed = 0;

  /** Accepted risk for a floor of this many staffed agents. */
  level(target: number, staffed: number): number {
    if (!(target > 0)) return 0;
    const start = Math.min(HIGHEST_START, target * baseline(staffed));
    const odds = (start / (1 - start)) * Math.exp(this.logScale - this.brake);
    return odds / (1 + odds);
  }

  /** A live answer found its end. */
  settled({ abandoned, target, mayRise, answersInFlight }: Settled): void {
    if (!(target > 0)) return;
    this.answers += 1;
    const keep = 1 - 1 / Math.max(BURST_WINDOW, BURST_WINDOW_IN_FLIGHT * answersInFlight);
    this.recent = this.recent * keep + (abandoned ? 1 : 0);
    this.allowed = this.allowed * keep + target;
    // A step shows only when the calls in flight now have been answered: on a large floor many answers are on
    // their way.
    const stable = STABLE_CHANGE / (target * Math.max(1, answersInFlight));
    const gain = Math.min(stable, Math.max(LAST_GAIN, FIRST_GAIN / (1 + this.answers / GAIN_ANSWERS)));
    const step = gain * (target * MARGIN - (abandoned ? 1 : 0));
    if (step > 0 && !mayRise) return;
    this.logScale = Math.min(HIGHEST, Math.max(LOWEST, this.logScale + step));
  }

  /**
   * Taken off the logarithm of the odds while many more are abandoned than the target allows: whatever
   * changed (the answer rate, the agents, the list), the curves learned before it are wrong for a while.
   */
  private get brake(): number {
    const { recent: o, allowed: e } = this;
    if (o <= e) return 0;
    const deviation = Math.sqrt(Math.max(0, 2 * (o * Math.log(o / e) - (o - e))));
    return BRAKE * Math.max(0, deviation - BURST_FROM);
  }

  toJSON(): SavedRiskLevel {
    return { logScale: this.logScale, answers: this.answers, recent: this.recent, allowed: this.allowed };
  }

  restore(saved: SavedRiskLevel): void {
    this.logScale = saved.logScale;
    this.answers = saved.answers;
    this.recent = saved.recent ?? 0;
    this.allowed = saved.allowed ?? 0;
  }
}

/**
 * Ratio of the risk of one more call to the abandonment rate it makes, by size of the floor: where feedback
 * starts from.
 *
 * The risk leaves out calls placed later, which compete for the same agents: the more so the larger the
 * floor. From the exact optima of memoryless campaigns (1 agent: 5, 3: 2.2, 5: 1.1, 20: 0.6 without grace,
 * somewhat more with).
 */
function baseline(staffed: number): number {
  return Math.max(SMALLEST_RATIO, 4 / Math.max(1, staffed) ** 0.75);
}
