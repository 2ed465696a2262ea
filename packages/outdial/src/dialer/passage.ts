/** Lets time pass for everybody who waits: one loop, however many campaigns are waited for. */

/** Passes time until the condition holds. */
export type PassTime = (isDone: () => boolean) => Promise<void>;

interface Waiter {
  readonly isDone: () => boolean;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Joins waiters on one way of passing time: virtual time must not be driven by two loops at once. */
export class Passage {
  readonly #pass: PassTime;
  readonly #waiters = new Set<Waiter>();
  #passing = false;

  constructor(pass: PassTime) {
    this.#pass = pass;
  }

  /** Resolves when `isDone` holds; time passes while anybody waits. */
  until(isDone: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiters.add({ isDone, resolve, reject });
      void this.#run();
    });
  }

  async #run(): Promise<void> {
    if (this.#passing) return;
    this.#passing = true;
    try {
      while (this.#waiters.size > 0) {
        await this.#pass(() => this.#isAnybodyDone());
        for (const waiter of [...this.#waiters]) if (waiter.isDone()) this.#leave(waiter).resolve();
      }
    } catch (error) {
      for (const waiter of [...this.#waiters]) this.#leave(waiter).reject(error);
    } finally {
      this.#passing = false;
    }
  }

  /** Asked before every step of virtual time: it must cost nothing. */
  #isAnybodyDone(): boolean {
    for (const waiter of this.#waiters) if (waiter.isDone()) return true;
    return false;
  }

  #leave(waiter: Waiter): Waiter {
    this.#waiters.delete(waiter);
    return waiter;
  }
}
