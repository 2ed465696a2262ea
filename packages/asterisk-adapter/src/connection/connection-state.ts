/** Whether calls can be placed, for every part that asks; the connection alone changes it. */
import type { ConnectionState } from '../roles.js';

/** State of the connection to Asterisk, with the work that waits for it. */
export class SharedConnectionState implements ConnectionState {
  readonly #waiting: (() => void)[] = [];
  #up = false;

  get isUp(): boolean {
    return this.#up;
  }

  whenUp(work: () => void): void {
    if (this.#up) work();
    else this.#waiting.push(work);
  }

  /** From now on calls can be placed. Work that waits stays waiting until {@link runWaiting}. */
  setUp(): void {
    this.#up = true;
  }

  /** From now on no call can be placed. */
  setDown(): void {
    this.#up = false;
  }

  /** Runs the work that waited, in its order. */
  runWaiting(): void {
    for (const work of this.#waiting.splice(0)) work();
  }

  /** Down for good: waiting work is dropped. */
  stop(): void {
    this.#up = false;
    this.#waiting.length = 0;
  }
}
