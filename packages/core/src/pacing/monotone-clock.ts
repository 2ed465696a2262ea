/** The pacer's own time. Steps of the outside clock do not change it. */

/** A fact older than this, ms, is a backward step of the clock and not a late fact. */
export const BACKWARD_STEP_MS = 1_000;
/** While calls ring, facts come often: a longer gap between them, ms, is a forward step of the clock. */
export const FORWARD_STEP_MS = 60_000;

/**
 * Maps the instants of facts, whatever their origin, to an internal time that never steps back, and never
 * steps forward while calls are ringing.
 *
 * After a step forward every call in flight would count as ended, and too many calls would be placed. After a
 * step back every new fact would count as late.
 */
export class MonotoneClock {
  /** Internal time of the newest fact or decision; -Infinity before the first. */
  now: number = -Infinity;
  /** Added to outside instants to make internal ones. */
  #shift = 0;

  /** Whether a fact at this outside instant is so late that a step of the clock may be the cause. */
  isSuspect(outside: number): boolean {
    return outside + this.#shift < this.now - BACKWARD_STEP_MS;
  }

  /** Internal instant of a fact; moves the clock forward, never back. */
  read(outside: number, callsRinging: boolean): number {
    const inside = outside + this.#shift;
    if (inside <= this.now) return inside;
    if (callsRinging && inside - this.now > FORWARD_STEP_MS) this.#shift = this.#afterStep - outside;
    this.now = outside + this.#shift;
    return this.now;
  }

  /**
   * Internal instant of a decision: here a step back is recognised, because `decide` states the present time.
   */
  present(outside: number, callsRinging: boolean): number {
    if (this.isSuspect(outside)) this.#shift = this.#afterStep - outside;
    this.read(outside, callsRinging);
    return this.now;
  }

  /**
   * Internal instant of the first fact after a step: later than those before it, so that none is mistaken
   * for a duplicate.
   */
  get #afterStep(): number {
    return this.now + 1;
  }

  toJSON(): { now: number; shift: number } {
    return { now: Number.isFinite(this.now) ? this.now : 0, shift: this.#shift };
  }

  restore(saved: { now: number; shift: number }): void {
    this.now = saved.now;
    this.#shift = saved.shift;
  }
}
