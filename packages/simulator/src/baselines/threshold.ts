/** Baseline: the threshold policy of the ContactCenters library. */
import type { Pacer } from '@outdial/core';
import { CountingPacer } from './counting-pacer.js';

/**
 * Threshold policy of the ContactCenters library (umontreal-simul/contactcenters): if enough agents are free,
 * dial k x free + c.
 */
class Threshold extends CountingPacer {
  readonly #least: number;
  readonly #k: number;
  readonly #c: number;

  constructor(least: number, k: number, c: number) {
    super();
    [this.#least, this.#k, this.#c] = [least, k, c];
  }

  protected newCalls(): number {
    const ready = this.count('ready');
    return ready >= this.#least ? Math.round(this.#k * ready) + this.#c - this.inFlight : 0;
  }
}

/** Dial `round(k x free) + c - in flight` while at least `least` agents are free. */
export function thresholdBaseline({
  least = 1,
  k = 2,
  c = 0,
}: { readonly least?: number; readonly k?: number; readonly c?: number } = {}): Pacer {
  return new Threshold(least, k, c);
}
