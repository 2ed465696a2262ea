/** Which call leaves on which trunk, and when. */
import type { DialCommand } from '@outdial/core';
import { OutboundTrunk, type TrunkOptions } from './outbound-trunk.js';

/** A call that waits for a trunk. */
interface Waiting {
  readonly command: DialCommand;
  readonly eligible: readonly OutboundTrunk[];
  readonly start: (trunk: OutboundTrunk) => void;
  readonly expire: () => void;
}

/**
 * Gives calls their trunk: the one asked for, or the emptiest that carries the number. First come, first
 * served, except that a call never waits behind one that needs another trunk. A call waits until its command
 * expires.
 */
export class TrunkAllocator {
  /** Every trunk, in the order of the settings. */
  readonly trunks: readonly OutboundTrunk[];
  readonly #now: () => number;
  readonly #waiting = new Map<string, Waiting>();
  #timer: NodeJS.Timeout | null = null;

  constructor(options: readonly TrunkOptions[], now: () => number) {
    this.trunks = options.map((trunk) => new OutboundTrunk(trunk));
    this.#now = now;
  }

  /** Calls that wait for a trunk. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Why no trunk could ever take this call; null when one can. */
  refusal(command: DialCommand): string | null {
    if (command.trunk !== undefined && !this.trunks.some((trunk) => trunk.name === command.trunk))
      return `there is no trunk '${command.trunk}'`;
    return this.#eligible(command).length === 0 ? 'no trunk carries calls to this destination' : null;
  }

  /**
   * Calls `start` when a trunk has a slot, or `expire` when the command becomes too old first; at once or
   * later, never both.
   */
  request(command: DialCommand, start: (trunk: OutboundTrunk) => void, expire: () => void): void {
    this.#waiting.set(command.attemptId, { command, eligible: this.#eligible(command), start, expire });
    this.startWaiting();
  }

  /** Removes a waiting call; false when it is not waiting. */
  withdraw(attemptId: string): boolean {
    return this.#waiting.delete(attemptId);
  }

  /** A call on this trunk is over. */
  release(trunk: OutboundTrunk): void {
    trunk.release();
    this.startWaiting();
  }

  /** Starts what may start now, and sets a timer for the next. */
  startWaiting(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const now = this.#now();
    let wakeAt = Infinity;
    for (const [id, waiting] of this.#waiting) {
      if (now >= waiting.command.expiresAt) {
        this.#waiting.delete(id);
        waiting.expire();
        continue;
      }
      const trunk = best(waiting.eligible, now);
      if (trunk === null) {
        wakeAt = Math.min(wakeAt, waiting.command.expiresAt);
        // Many may wait, and this runs at every start: nothing is allocated for it.
        for (const each of waiting.eligible)
          if (each.free > 0 && each.nextStartAt < wakeAt) wakeAt = each.nextStartAt;
        continue;
      }
      this.#waiting.delete(id);
      trunk.take(now);
      waiting.start(trunk);
    }
    if (wakeAt !== Infinity && this.#timer === null)
      this.#timer = setTimeout(() => this.startWaiting(), Math.max(1, Math.ceil(wakeAt - this.#now())));
  }

  /** Drops every waiting call. */
  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#waiting.clear();
  }

  #eligible(command: DialCommand): readonly OutboundTrunk[] {
    return this.trunks.filter(
      (trunk) =>
        (command.trunk === undefined || trunk.name === command.trunk) && trunk.carries(command.phone),
    );
  }
}

function best(trunks: readonly OutboundTrunk[], now: number): OutboundTrunk | null {
  let chosen: OutboundTrunk | null = null;
  for (const trunk of trunks) {
    if (trunk.free > 0 && trunk.nextStartAt <= now && (chosen === null || trunk.free > chosen.free))
      chosen = trunk;
  }
  return chosen;
}
