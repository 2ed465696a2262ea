/** Baseline: the ratio rule of Sinch Contact Pro. */
import type { Pacer } from '@outdial/core';
import { CountingPacer } from './counting-pacer.js';

/**
 * Sinch Contact Pro (vendor documentation): calls = free + ratio of busy; the ratio moves within 0..20 % with
 * the abandonment.
 */
class Sinch extends CountingPacer {
  readonly #most: number;
  #ratio = 0.01;
  #adjustedAt: number | undefined;

  constructor(most: number) {
    super();
    this.#most = most;
  }

  protected newCalls(now: number): number {
    this.#adjustedAt ??= now;
    if (now - this.#adjustedAt >= 60_000) {
      this.#adjustedAt = now;
      // The size of its steps is not published: one point a minute up, five down.
      this.#ratio = Math.min(
        0.2,
        Math.max(0, this.#ratio + (this.abandonmentRate < this.#most ? 0.01 : -0.05)),
      );
    }
    const busy = this.count('talking') + this.count('wrap-up');
    return Math.floor(this.count('ready') + this.#ratio * busy) - this.inFlight;
  }
}

/** Sinch's free plus a share of busy. */
export function sinchBaseline({ most = 0.03 }: { readonly most?: number } = {}): Pacer {
  return new Sinch(most);
}
