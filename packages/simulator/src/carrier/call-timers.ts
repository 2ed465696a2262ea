/** The timers of one simulated call: one a concern, so that the end of the call cancels all. */
import type { Booking, VirtualClock } from '../clock/virtual-clock.js';

/** Timers by the name of their concern. */
export class CallTimers {
  readonly #clock: VirtualClock;
  readonly #booked = new Map<string, Booking>();

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  has(name: string): boolean {
    return this.#booked.has(name);
  }

  /** Runs the action after `delay` ms, in place of what was booked under this name. */
  book(name: string, delay: number, action: () => void): void {
    this.cancel(name);
    const booking = this.#clock.after(delay, () => {
      this.#booked.delete(name);
      action();
    });
    this.#booked.set(name, booking);
  }

  cancel(name: string): void {
    this.#clock.cancel(this.#booked.get(name));
    this.#booked.delete(name);
  }

  cancelAll(): void {
    for (const name of [...this.#booked.keys()]) this.cancel(name);
  }
}
