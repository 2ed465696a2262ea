/** The pacer's own time, which steps of the outside clock do not disturb. */

/** A step of the clock larger than this backwards is a step, not a late fact. */
export const BACKWARD_STEP = 1_000;
/** A silence longer than this while calls are ringing is a step of the clock: ringing calls make facts. */
export const FORWARD_STEP = 60_000;

/**
 * Maps the instants of facts, whatever their origin, to an internal time that never steps back and does not
 * leap while calls are ringing.
 *
 * A leap would make every call in flight look ended at once, and so dial too many; a step back would make
 * every new fact look late.
 */
export class MonotoneClock {
  /** Internal time of the newest fact or decision; -Infinity before the first. */
  now: number = -Infinity;
  /** Added to outside instants to make internal ones. */
  #shift = 0;

  /** Whether a fact at this outside instant is so late that a step of the clock may be the cause. */
  isSuspect(outside: number): boolean {
    return outside + this.#shift < this.now - BACKWARD_STEP;
  }

  /** Internal instant of a fact; moves the clock forward, never back. */
  read(outside: number, callsRinging: boolean): number {
    const inside = outside + this.#shift;
    if (inside <= this.now) return inside;
    if (callsRinging && inside - this.now > FORWARD_STEP) this.#shift = this.#afterStep - outside;
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
   * for a doubled one.
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
