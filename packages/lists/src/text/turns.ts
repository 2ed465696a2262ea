/** Lets the rest of the process have its turn while a file is read. */

/**
 * Longest time, in ms, that reading holds the event loop before it lets others run. An import asks the
 * database a dozen times a batch; each answer waits for the turn at hand, and the database stands still
 * meanwhile.
 */
const HELD_MOST = 2;

/** Watches how long reading has held the event loop. */
export class Turns {
  #since = performance.now();

  /** Whether the present turn of the event loop has lasted long enough. */
  get isOver(): boolean {
    return performance.now() - this.#since >= HELD_MOST;
  }

  /** Waits for the next turn of the event loop where the present one has lasted long enough. */
  async rest(): Promise<void> {
    if (!this.isOver) return;
    await new Promise<void>((resolve) => setImmediate(resolve));
    this.#since = performance.now();
  }
}
