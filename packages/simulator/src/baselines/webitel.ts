/** Baseline: the over-dial of Webitel. */
import type { Pacer } from '@outdial/core';
import { CountingPacer } from './counting-pacer.js';

/**
 * Webitel's over-dial, from the public source `webitel/call_center` (`cc_wrap_over_dial`) and its
 * documentation. How the factor multiplies agents is not public: `trunc(factor x free) - in flight` is
 * assumed here.
 */
export interface WebitelOptions {
  readonly target?: number;
  readonly most?: number;
  readonly loadFactor?: number;
}

const STATISTICS_WINDOW = 3_600_000;
const REFRESH = 30_000;
/** Attempts before it predicts at all. */
const LEAST_ATTEMPTS = 50;

class Webitel extends CountingPacer {
  readonly #target: number;
  readonly #most: number;
  readonly #loadFactor: number;
  #refreshedAt = -Infinity;
  #factor = 1;

  constructor({ target = 0.03, most = 0.03, loadFactor = 10 }: WebitelOptions) {
    super();
    [this.#target, this.#most, this.#loadFactor] = [target * 100, most * 100, loadFactor];
  }

  protected newCalls(now: number): number {
    if (now - this.#refreshedAt >= REFRESH) {
      this.#refreshedAt = now;
      this.#factor = this.#overDialFactor(now);
    }
    return Math.trunc(this.#factor * this.count('ready')) - this.inFlight;
  }

  #overDialFactor(now: number): number {
    const { rate, calls } = this.answerRateWithin(now, STATISTICS_WINDOW);
    if (calls < LEAST_ATTEMPTS) return 1;
    const base = rate > 0 ? 1 / rate : Math.max(1, calls / Math.max(1, this.staffed) - 1);
    const answers = this.within(this.answersAt, now, STATISTICS_WINDOW);
    const abandoned =
      answers > 0 ? (100 * this.within(this.abandonmentsAt, now, STATISTICS_WINDOW)) / answers : 0;
    const [t, m, q] = [this.#target, this.#most, this.#loadFactor];
    if (abandoned >= m) return 1;
    if (abandoned > t) return base * ((m - abandoned) / m) * ((100 + q) / 100);
    const room = abandoned === t ? 0.99 : t - abandoned;
    return base * (1 + (room * q) / 100);
  }
}

/** Webitel's over-dial factor. */
export function webitelBaseline(options: WebitelOptions = {}): Pacer {
  return new Webitel(options);
}
