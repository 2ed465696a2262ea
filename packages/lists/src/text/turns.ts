/** Lets the rest of the process have its turn while a file is read. */

/**
 * Longest time, in ms, that reading holds the event loop before it lets others run. Writing a batch of an
 * import takes some twenty steps. Each of them waits for the turn at hand, while the database stands still.
 */
const HELD_MOST = 0.25;

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
