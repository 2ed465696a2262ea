/** Notices that nothing is heard of calls in flight any more. */

/** So many endings expected and not one seen: chance does that once in 3,000 times. */
const SILENT = 8;

/**
 * A trunk from which nothing comes while many calls should have ended.
 *
 * Answers are not lost then: they come together when the trunk is back. For the forecast the calls in flight
 * stay as old as they are while the silence lasts.
 */
export class TrunkSilence {
  /** All time in which the trunk was silent, ms. */
  lasted = 0;
  #missed = 0;
  #inFlight = 0;
  #calls = 0;
  #isBroken = false;
  #at: number | undefined;

  /** Time has passed. */
  advance(now: number): void {
    if (this.#missed >= SILENT && this.#calls >= SILENT) this.lasted += Math.max(0, now - (this.#at ?? now));
    this.#at = now;
  }

  /** Endings that were to be expected so far of the calls in flight, and how many calls these are. */
  expected(endings: number, calls: number): void {
    if (!this.#isBroken) this.#missed += Math.max(0, endings - this.#inFlight);
    this.#isBroken = false;
    this.#inFlight = endings;
    this.#calls = calls;
  }

  /** The same number by other tables. */
  renewed(endings: number): void {
    this.#inFlight = endings;
  }

  /** A call ended or was answered. */
  broken(): void {
    this.#missed = 0;
    this.#isBroken = true;
  }
}
