/** Baseline: the rule of Fourati and Tabbane. */
import type { Pacer } from '@outdial/core';
import { CountingPacer } from './counting-pacer.js';

const WINDOW = 900_000;
const ENOUGH_CALLS = 30;

/** M. Fourati and S. Tabbane (AICT 2010), equation 11, with one class of calls. */
class FouratiTabbane extends CountingPacer {
  readonly #most: number;
  readonly #targetOccupancy: number;

  constructor(most: number, targetOccupancy: number) {
    super();
    [this.#most, this.#targetOccupancy] = [most, targetOccupancy];
  }

  protected newCalls(now: number): number {
    const { rate, calls } = this.answerRateWithin(now, WINDOW);
    const means = this.recent();
    const ready = this.count('ready');
    if (calls < ENOUGH_CALLS || means === undefined) return ready - this.inFlight;
    if (this.abandonmentRate >= this.#most) return 0;
    // The unit of the handle time is the interval between decisions, taken as one mean handle time.
    return Math.max(0, (ready * this.#targetOccupancy) / Math.max(rate, 0.05) - this.inFlight);
  }
}

/** Fourati and Tabbane; stops altogether above the limit and so may never recover, as its re-test found. */
export function fouratiTabbaneBaseline({
  most = 0.03,
  targetOccupancy = 0.95,
}: { readonly most?: number; readonly targetOccupancy?: number } = {}): Pacer {
  return new FouratiTabbane(most, targetOccupancy);
}
