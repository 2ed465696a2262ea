/** Baseline: the missing calls divided by the answer rate. */
import type { Pacer } from '@outdial/core';
import { CountingPacer } from './counting-pacer.js';

const WINDOW = 900_000;
const ENOUGH_CALLS = 30;

/**
 * A rule common among small dialers (read without a repository's name): what is missing, over the answer
 * rate.
 */
class DeficitRule extends CountingPacer {
  protected newCalls(now: number): number {
    const { rate, calls } = this.answerRateWithin(now, WINDOW);
    if (calls < ENOUGH_CALLS) return this.count('ready') - this.inFlight;
    const means = this.recent();
    let freeing = 0;
    if (means !== undefined) {
      for (const { state, since } of this.agents.values()) {
        const left =
          state === 'talking'
            ? means.talk + means.wrapUp - (now - since)
            : state === 'wrap-up'
              ? means.wrapUp - (now - since)
              : Infinity;
        if (left <= means.ring) freeing += 1;
      }
    }
    const missing = Math.max(
      0,
      Math.floor(0.95 * (this.count('ready') + freeing)) - (this.ringing * rate + this.waiting),
    );
    return Math.min(500, Math.ceil(missing / Math.max(rate, 0.05)));
  }
}

/** `ceil(max(0, floor(0.95 x (free + freeing)) - expected answers) / answer rate)`. */
export function deficitBaseline(): Pacer {
  return new DeficitRule();
}
