/** The limit on dial commands a second. */

/** A token bucket for dial commands: refilled at the allowed rate, drained by each `dialed`. */
export class DialRate {
  #tokens = 0;
  #filledAt = -Infinity;

  /** Whole calls that may be placed at this instant. */
  allowance(callsPerSecond: number, now: number): number {
    if (callsPerSecond === Infinity) return Infinity;
    this.#refill(callsPerSecond, now);
    return Math.max(0, Math.floor(this.#tokens + 1e-9));
  }

  /** A call was dialed. */
  drain(callsPerSecond: number, now: number): void {
    if (callsPerSecond === Infinity) return;
    this.#refill(callsPerSecond, now);
    this.#tokens -= 1;
  }

  #refill(callsPerSecond: number, now: number): void {
    const capacity = Math.max(1, callsPerSecond);
    const earned = callsPerSecond === 0 ? 0 : (callsPerSecond * (now - this.#filledAt)) / 1_000;
    this.#tokens = callsPerSecond === 0 ? 0 : Math.min(capacity, this.#tokens + earned);
    this.#filledAt = now;
  }
}
