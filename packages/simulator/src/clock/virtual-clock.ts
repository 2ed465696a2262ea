/** Time that jumps from event to event. */
import { EventHeap, type QueuedEvent } from './event-heap.js';

/** What {@link VirtualClock.at} gives back: hand it to {@link VirtualClock.cancel}. */
export interface Booking {
  readonly at: number;
}

/** Time that jumps from event to event, as fast as the work allows. */
export interface VirtualClock {
  /** Epoch ms. Never steps back. */
  now(): number;
  /**
   * Books an action, at the next whole millisecond: as on a real clock, and as databases keep it. An instant
   * in the past means now. Events of one instant run by priority (smaller first), then in order of booking.
   */
  at(at: number, action: () => void, priority?: number): Booking;
  /** Books an action `delay` ms from now. */
  after(delay: number, action: () => void, priority?: number): Booking;
  /** Cancels a booking. Idempotent; without effect once it ran. */
  cancel(booking: Booking | undefined): void;
  /** Booked actions that have not run. */
  pending(): number;
  /** Runs every event up to `until` (inclusive), then sets the clock there. Answers how many ran. */
  run(options: { readonly until: number }): number;
  /**
   * As {@link run}, but stops when nothing is booked or `quiet` says so; the clock stays at the last event
   * that ran.
   */
  runWhile(options: { readonly until: number; readonly goOn: () => boolean }): number;
  /**
   * As {@link run}, where ports answer through promises: before time moves on (never between two events of
   * one instant) it waits for `idle`, which resolves when nothing is outstanding. `idle` may answer undefined
   * at once when that is so already. `goOn`: as for `runWhile`.
   */
  runAsync(options: {
    readonly until: number;
    readonly idle: () => Promise<void> | undefined;
    readonly goOn?: () => boolean;
  }): Promise<number>;
}

/**
 * A clock that starts at `startAt` (epoch ms, a whole number).
 *
 * @example const clock = createVirtualClock({ startAt: 0 }); clock.after(1000, () => done()); clock.run({
 *   until: 5000 });
 */
export function createVirtualClock(options: { readonly startAt: number }): VirtualClock {
  return new HeapClock(options.startAt);
}

class HeapClock implements VirtualClock {
  #now: number;
  #sequence = 0;
  #standing = 0;
  readonly #heap = new EventHeap();

  constructor(startAt: number) {
    if (!Number.isInteger(startAt))
      throw new RangeError(`virtual clock: startAt ${String(startAt)} is not a whole millisecond`);
    this.#now = startAt;
  }

  now(): number {
    return this.#now;
  }

  at(at: number, action: () => void, priority = 0): Booking {
    if (Number.isNaN(at)) throw new RangeError('virtual clock: an event at NaN');
    const event: QueuedEvent = {
      at: Math.max(Math.ceil(at), this.#now),
      priority,
      sequence: this.#sequence,
      action,
      cancelled: false,
    };
    this.#sequence += 1;
    this.#standing += 1;
    this.#heap.push(event);
    return event;
  }

  after(delay: number, action: () => void, priority = 0): Booking {
    return this.at(this.#now + Math.max(0, delay), action, priority);
  }

  cancel(booking: Booking | undefined): void {
    const event = booking as QueuedEvent | undefined;
    if (!event || event.cancelled) return;
    event.cancelled = true;
    this.#standing -= 1;
  }

  pending(): number {
    return this.#standing;
  }

  run(options: { readonly until: number }): number {
    const count = this.runWhile({ until: options.until, goOn: () => true });
    this.#now = Math.max(this.#now, options.until);
    return count;
  }

  runWhile(options: { readonly until: number; readonly goOn: () => boolean }): number {
    let count = 0;
    while (options.goOn()) {
      const next = this.#next(options.until);
      if (!next) break;
      this.#runOne(next);
      count += 1;
    }
    return count;
  }

  async runAsync(options: {
    readonly until: number;
    readonly idle: () => Promise<void> | undefined;
    readonly goOn?: () => boolean;
  }): Promise<number> {
    let count = 0;
    for (;;) {
      await options.idle();
      const next = options.goOn?.() === false ? undefined : this.#next(options.until);
      if (!next) break;
      // The rest of this instant may run without waiting: no time passes, and their order is fixed by their
      // sequence.
      for (
        let event: QueuedEvent | undefined = next;
        event?.at === next.at;
        event = this.#next(options.until)
      ) {
        this.#runOne(event);
        count += 1;
      }
    }
    if (!options.goOn || options.goOn()) this.#now = Math.max(this.#now, options.until);
    return count;
  }

  /** The next standing event up to `until`, left in the heap. */
  #next(until: number): QueuedEvent | undefined {
    for (let event = this.#heap.peek(); event; event = this.#heap.peek()) {
      if (!event.cancelled) return event.at <= until ? event : undefined;
      this.#heap.pop();
    }
    return undefined;
  }

  #runOne(event: QueuedEvent): void {
    this.#heap.pop();
    this.#now = Math.max(this.#now, event.at);
    // Marked so that a later cancel of a booking that ran does not count twice.
    event.cancelled = true;
    this.#standing -= 1;
    event.action();
  }
}
