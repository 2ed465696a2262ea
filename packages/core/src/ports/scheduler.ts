/** The port for time and timers. */

/** Time and timers. `now()` never steps back within a process. */
export interface Scheduler {
  /** Epoch ms by a clock that never steps back. */
  now(): number;
  /**
   * Fires the timer once at `at`, or at once when `at` is past. A second set of the same id moves the timer.
   */
  set(command: { readonly campaignId: string; readonly timerId: string; readonly at: number }): void;
  cancel(command: { readonly campaignId: string; readonly timerId: string }): void;
}
