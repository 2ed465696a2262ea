/** Real time for the engine: a monotonic clock with timers, and a watch for steps of the machine's clock. */
import type { FactSink, Scheduler } from '@outdial/core';

/** A scheduler on the machine's clock. */
export interface WallClock extends Scheduler {
  /** What the wall says now, plus the offset: legal time, which may step. */
  wallNow(): number;
  /** Cancels every timer and stops watching the wall clock. Idempotent. */
  close(): void;
}

/** Longest delay that `setTimeout` takes; longer timers are set again. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;
const WATCH_EVERY_MS = 1000;
/** Smaller differences between the two clocks are drift and rounding. */
const STEP_MS = 500;

/**
 * Runs on the monotonic clock, so that a corrected wall clock cannot make time step back; a step of the wall
 * clock is told as `clock.stepped`. `offset`: ms added to both clocks, for runs at another instant than now.
 */
export function createWallClock(options: { readonly sink: FactSink; readonly offset?: number }): WallClock {
  return new MachineClock(options.sink, options.offset ?? 0);
}

class MachineClock implements WallClock {
  readonly #sink: FactSink;
  readonly #offset: number;
  /** Epoch ms at which the monotonic clock read 0. */
  readonly #origin: number;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #watch: NodeJS.Timeout;
  #seenStep = 0;

  constructor(sink: FactSink, offset: number) {
    this.#sink = sink;
    this.#offset = offset;
    this.#origin = Date.now() - performance.now();
    this.#watch = setInterval(() => this.#watchWall(), WATCH_EVERY_MS);
    this.#watch.unref();
  }

  now(): number {
    return Math.floor(this.#origin + performance.now()) + this.#offset;
  }

  wallNow(): number {
    return Date.now() + this.#offset;
  }

  set({
    campaignId,
    timerId,
    at,
  }: {
    readonly campaignId: string;
    readonly timerId: string;
    readonly at: number;
  }): void {
    const key = `${campaignId}\n${timerId}`;
    clearTimeout(this.#timers.get(key));
    const delay = Math.min(Math.max(0, at - this.now()), LONGEST_TIMEOUT_MS);
    const timer = setTimeout(() => {
      if (this.now() < at) {
        this.set({ campaignId, timerId, at });
        return;
      }
      this.#timers.delete(key);
      this.#sink({ type: 'timer', campaignId, timerId, at: this.now() });
    }, delay);
    this.#timers.set(key, timer);
  }

  cancel({ campaignId, timerId }: { readonly campaignId: string; readonly timerId: string }): void {
    const key = `${campaignId}\n${timerId}`;
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
  }

  close(): void {
    clearInterval(this.#watch);
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #watchWall(): void {
    const step = this.wallNow() - this.now();
    if (Math.abs(step - this.#seenStep) < STEP_MS) return;
    this.#sink({ type: 'clock.stepped', at: this.now(), byMs: Math.round(step - this.#seenStep) });
    this.#seenStep = step;
  }
}
