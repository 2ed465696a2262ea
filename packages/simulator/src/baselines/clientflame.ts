/** Baseline: the concurrency controller of Clientflame. */
import type { Pacer } from '@outdial/core';
import { CountingPacer } from './counting-pacer.js';

/**
 * Clientflame's concurrency controller (public source, 2026): an averaged answer rate, a factor by
 * abandonment, small steps.
 */
class Clientflame extends CountingPacer {
  readonly #cap: number;
  #rate = 0.5;
  #steppedAt: number | undefined;
  #allowed = 1;

  constructor(cap: number) {
    super();
    this.#cap = cap;
  }

  protected newCalls(now: number): number {
    this.#steppedAt ??= now;
    if (now - this.#steppedAt >= 10_000) this.#step(now);
    return this.#allowed - this.inFlight;
  }

  #step(now: number): void {
    const { rate, calls } = this.answerRateWithin(now, 60_000);
    if (calls < 5) return;
    this.#steppedAt = now;
    this.#rate += 0.3 * (rate - this.#rate);
    const answers = this.within(this.answersAt, now, 60_000);
    const used = answers > 0 ? this.within(this.abandonmentsAt, now, 60_000) / answers / this.#cap : 0;
    const factor = used > 0.8 ? 0.8 : used > 0.5 ? 0.95 : used < 0.2 ? 1.1 : 1;
    const wanted = Math.round(this.staffed * Math.min(5, factor / Math.max(this.#rate, 0.1)));
    const away = wanted - this.#allowed;
    if (used > 1) this.#allowed = Math.max(1, this.#allowed - (used > 2 ? 2 : 1));
    else if (away !== 0)
      this.#allowed += Math.sign(away) * Math.min(Math.abs(away), Math.abs(away) > 3 ? 2 : 1);
  }
}

/** Clientflame's concurrency controller. */
export function clientflameBaseline({ cap = 0.03 }: { readonly cap?: number } = {}): Pacer {
  return new Clientflame(cap);
}
