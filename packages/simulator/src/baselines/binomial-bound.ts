/** Baseline: the binomial over-dial bound of CrestApps. */
import { binomialProbability } from '@outdial/core';
import type { Pacer } from '@outdial/core';
import { CountingPacer } from './counting-pacer.js';

/**
 * The binomial over-dial bound of CrestApps.OrchardCore ContactCenter (public source, 2026):
 * `PredictiveOverDialCalculator` and `AgentFreeUpPredictor`. Re-implemented from a description of its
 * behaviour.
 */
export interface BinomialBoundOptions {
  readonly target?: number;
  readonly cap?: number;
  /** Share of the agents predicted to come free that is counted; default 0. */
  readonly credit?: number;
  readonly linesPerAgent?: number;
}

const WINDOW = 900_000;
const MONTH = 30 * 86_400_000;
const SETTLED_CALLS = 50;
const MOST_IN_FLIGHT = 100;

class BinomialBound extends CountingPacer {
  readonly #options: Required<BinomialBoundOptions>;

  constructor(options: BinomialBoundOptions) {
    super();
    this.#options = { target: 0.02, cap: 0.03, credit: 0, linesPerAgent: 2, ...options };
  }

  protected newCalls(now: number): number {
    const { target, cap, credit, linesPerAgent } = this.#options;
    const ready = this.count('ready');
    const { rate, calls } = this.answerRateWithin(now, WINDOW);
    const [recent, month] = [this.#abandonmentWithin(now, WINDOW), this.#abandonmentWithin(now, MONTH)];
    if (calls < SETTLED_CALLS || recent >= cap || month >= cap) return ready - this.inFlight;
    const freeing = credit > 0 ? credit * this.#freeingSoon(now) : 0;
    const expected = ready + freeing;
    if (expected < 1) return 0;
    const gate = recent <= target / 2 ? 1 : Math.min(1, Math.max(0, (cap - recent) / (cap - target / 2)));
    const most = Math.min(MOST_IN_FLIGHT, Math.floor(linesPerAgent * ready) + Math.floor(freeing));
    return overDial(expected, Math.min(1, Math.max(0.05, rate)), target * gate, most) - this.inFlight;
  }

  #abandonmentWithin(now: number, window: number): number {
    const answers = this.within(this.answersAt, now, window);
    return answers > 0 ? this.within(this.abandonmentsAt, now, window) / answers : 0;
  }

  /**
   * Agents whose mean talk or wrap-up ends within the median ring time; none for those already past the mean.
   */
  #freeingSoon(now: number): number {
    const answered = this.past.filter((attempt) => attempt.answered).slice(-200);
    if (answered.length === 0) return 0;
    const mean = (of: (attempt: { talk: number; wrapUp: number }) => number): number =>
      answered.reduce((sum, a) => sum + of(a), 0) / answered.length;
    const [talk, wrapUp] = [mean((a) => a.talk), mean((a) => a.wrapUp)];
    const horizon = answered.map((a) => a.ring).sort((a, b) => a - b)[answered.length >> 1]!;
    let count = 0;
    for (const { state, since } of this.agents.values()) {
      const elapsed = now - since;
      const left =
        state === 'wrap-up' ? wrapUp - elapsed : state === 'talking' ? talk - elapsed + wrapUp : Infinity;
      const past = state === 'wrap-up' ? elapsed > wrapUp : elapsed > talk;
      if (!past && left <= horizon) count += 1;
    }
    return count;
  }
}

/** Largest number of calls whose expected overflow is at most this share of the expected answers. */
export function overDial(agents: number, rate: number, share: number, most: number): number {
  let best = Math.floor(agents);
  for (let n = best + 1; n <= most; n += 1) {
    let overflow = 0;
    for (let k = Math.floor(agents) + 1; k <= n; k += 1)
      overflow += (k - agents) * binomialProbability({ trials: n, probability: rate, count: k });
    if (overflow / (n * rate) > share) break;
    best = n;
  }
  return Math.min(best, Math.max(most, 0));
}

/** The binomial over-dial bound. */
export function binomialBoundBaseline(options: BinomialBoundOptions = {}): Pacer {
  return new BinomialBound(options);
}
