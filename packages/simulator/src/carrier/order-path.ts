/** The way of orders to the telephony server: they may take their time, and none overtakes another. */
import type { VirtualClock } from '../clock/virtual-clock.js';

/** Carries out orders in the order in which they were given. */
export class OrderPath {
  readonly #clock: VirtualClock;
  /** ms that the next order takes: 0 but for requests that had to be repeated. */
  readonly #delay: () => number;
  #waiting: (() => void)[] = [];
  #isFrozen = false;
  #isBusy = false;
  /** Orders of an earlier process are dropped. */
  #generation = 0;

  constructor(clock: VirtualClock, delay: () => number) {
    this.#clock = clock;
    this.#delay = delay;
  }

  /** Orders that have not been carried out. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Carries out an order as soon as those before it are. */
  give(order: () => void): void {
    this.#waiting.push(order);
    this.#goOn();
  }

  /** The server stands still: nothing is carried out until {@link thaw}. */
  freeze(): void {
    this.#isFrozen = true;
  }

  /** What has waited is carried out at once. */
  thaw(): void {
    if (!this.#isFrozen) return;
    this.#isFrozen = false;
    this.#goOn();
  }

  /** The process that gave the orders is gone. */
  drop(): void {
    this.#waiting = [];
    this.#generation += 1;
    this.#isBusy = false;
  }

  #goOn(): void {
    while (!this.#isFrozen && !this.#isBusy) {
      const order = this.#waiting.shift();
      if (!order) return;
      const delay = this.#delay();
      if (delay <= 0) {
        order();
        continue;
      }
      this.#isBusy = true;
      const generation = this.#generation;
      this.#clock.after(delay, () => {
        if (generation !== this.#generation) return;
        this.#isBusy = false;
        order();
        this.#goOn();
      });
    }
  }
}
