/** How long the end of a dialer waits for records that nobody answers for. */

/** One deadline for many waits: the first begins it, and a wait that ends in time ends it. */
export class Patience {
  readonly #mostMs: number;
  /** When the first wait began, ms; null while nothing is overdue. */
  #since: number | null = null;

  constructor(mostMs: number) {
    this.#mostMs = mostMs;
  }

  /** Waits for the work until the deadline. Answers whether the work was done. */
  async wait(work: Promise<unknown>): Promise<boolean> {
    this.#since ??= performance.now();
    const leftMs = Math.max(0, this.#since + this.#mostMs - performance.now());
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), leftMs);
    });
    const isDone = await Promise.race([work.then(() => true), over]).finally(() => clearTimeout(timer));
    if (isDone) this.#since = null;
    return isDone;
  }
}
