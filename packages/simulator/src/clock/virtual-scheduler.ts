/** The Scheduler port on virtual time. */
import type { FactSink, Scheduler } from '@outdial/core';
import type { Booking, VirtualClock } from './virtual-clock.js';

/** The Scheduler port on virtual time. */
export interface VirtualScheduler extends Scheduler {
  /** Timers that are set and have not fired, of one campaign or of all. */
  pending(campaignId?: string): number;
  /** Cancels every timer: the process is gone. */
  dispose(): void;
}

/** How the scheduler of one process is made. */
export interface VirtualSchedulerOptions {
  readonly clock: VirtualClock;
  /** Where `timer` facts go. */
  readonly sink: FactSink;
  /** ms added to the virtual clock: how far this process's clock is from true time. Default 0. */
  readonly offset?: number;
}

/** A scheduler whose timers fire on the virtual clock. */
export function createVirtualScheduler(options: VirtualSchedulerOptions): VirtualScheduler {
  const { clock, sink } = options;
  const offset = options.offset ?? 0;
  const timers = new Map<string, { readonly booking: Booking; readonly campaignId: string }>();
  const keyOf = (command: { readonly campaignId: string; readonly timerId: string }): string =>
    `${command.campaignId}\u0000${command.timerId}`;
  const now = (): number => clock.now() + offset;
  return {
    now,
    set: (command) => {
      const key = keyOf(command);
      clock.cancel(timers.get(key)?.booking);
      const booking = clock.at(command.at - offset, () => {
        timers.delete(key);
        sink({ type: 'timer', at: now(), campaignId: command.campaignId, timerId: command.timerId });
      });
      timers.set(key, { booking, campaignId: command.campaignId });
    },
    cancel: (command) => {
      const key = keyOf(command);
      clock.cancel(timers.get(key)?.booking);
      timers.delete(key);
    },
    pending: (campaignId) =>
      [...timers.values()].filter((timer) => campaignId === undefined || timer.campaignId === campaignId)
        .length,
    dispose: () => {
      for (const timer of timers.values()) clock.cancel(timer.booking);
      timers.clear();
    },
  };
}
