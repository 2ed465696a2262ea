/**
 * How far Asterisk's clock and ours are apart: as the event says that took the least time. Another event is
 * late by what it took longer.
 */

/** The least is sought among events of the last one or two of these, ms: a clock that steps is followed. */
const WINDOW_MS = 30_000;

/** Reads instants of Asterisk as instants of ours. */
export class ServerClock {
  readonly #now: () => number;
  #windowFrom = -Infinity;
  /** Least of our instant of arrival minus Asterisk's instant of sending, ms. */
  #least = Infinity;
  #leastBefore = Infinity;

  /** @param now epoch ms by the clock that stamps facts */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** An event has arrived; Asterisk sent it at this instant of its own. Ignores what is not an instant. */
  see(timestamp: unknown): void {
    const sentAt = instantOf(timestamp);
    if (sentAt === null) return;
    const now = this.#now();
    if (now - this.#windowFrom >= WINDOW_MS) {
      this.#leastBefore = now - this.#windowFrom < 2 * WINDOW_MS ? this.#least : Infinity;
      this.#least = Infinity;
      this.#windowFrom = now;
    }
    this.#least = Math.min(this.#least, now - sentAt);
  }

  /**
   * An instant of Asterisk as an instant of ours, epoch ms, never later than now. Now, where it is not one.
   * Before any event has come the two clocks are taken for equal.
   */
  ours(timestamp: unknown): number {
    const now = this.#now();
    const at = instantOf(timestamp);
    if (at === null) return now;
    const apartMs = Math.min(this.#least, this.#leastBefore);
    return Math.min(now, at + (Number.isFinite(apartMs) ? apartMs : 0));
  }
}

/** Epoch ms of a text such as `2026-11-25T23:33:00.123+0000` or of a number; null when it is neither. */
function instantOf(timestamp: unknown): number | null {
  const at = typeof timestamp === 'string' ? Date.parse(timestamp) : timestamp;
  return typeof at === 'number' && Number.isFinite(at) ? at : null;
}
