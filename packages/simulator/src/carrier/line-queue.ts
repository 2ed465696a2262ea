/** The trunk's lines: when each call is placed, and which calls wait too long. */
import type { Booking, VirtualClock } from '../clock/virtual-clock.js';

/** A call waiting for its turn. */
interface Waiting {
  readonly expiresAt: number;
  readonly go: () => void;
  readonly expire: () => void;
  expiry: Booking | undefined;
  gone: boolean;
}

/** A trunk's limits. */
export interface TrunkLimits {
  /** Most calls at once. */
  readonly lines: number;
  /** Most INVITEs a second, evenly spaced. */
  readonly callsPerSecond: number;
}

/**
 * Gives each call its slot: first come, first served, at the trunk's rate. A call that waits too long
 * expires.
 */
export class LineQueue {
  readonly #clock: VirtualClock;
  readonly #limits: TrunkLimits;
  readonly #queue: Waiting[] = [];
  #inUse = 0;
  #nextSlotAt = 0;
  #wakeUp: Booking | undefined;

  constructor(clock: VirtualClock, limits: TrunkLimits) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /**
   * Queues a call; exactly one of `go` and `expire` follows, later, unless the returned function takes it out
   * of the queue before.
   */
  request(call: {
    readonly expiresAt: number;
    readonly go: () => void;
    readonly expire: () => void;
  }): () => void {
    const waiting: Waiting = { ...call, expiry: undefined, gone: false };
    this.#queue.push(waiting);
    waiting.expiry = this.#clock.at(call.expiresAt, () => this.#drop(waiting, waiting.expire));
    this.#wake();
    return () => this.#drop(waiting, () => undefined);
  }

  /** A line is free again. */
  release(): void {
    this.#inUse -= 1;
    this.#wake();
  }

  #drop(waiting: Waiting, then: () => void): void {
    if (waiting.gone) return;
    waiting.gone = true;
    this.#clock.cancel(waiting.expiry);
    this.#queue.splice(this.#queue.indexOf(waiting), 1);
    then();
  }

  #wake(): void {
    if (this.#wakeUp || this.#queue.length === 0 || this.#inUse >= this.#limits.lines) return;
    // After the expiries of the same instant: a command that expires at this very instant is not carried out.
    this.#wakeUp = this.#clock.at(
      this.#nextSlotAt,
      () => {
        this.#wakeUp = undefined;
        this.#serve();
        this.#wake();
      },
      1,
    );
  }

  #serve(): void {
    const first = this.#queue[0];
    if (!first || this.#inUse >= this.#limits.lines) return;
    this.#inUse += 1;
    this.#nextSlotAt = this.#clock.now() + 1_000 / this.#limits.callsPerSecond;
    this.#drop(first, first.go);
  }
}
