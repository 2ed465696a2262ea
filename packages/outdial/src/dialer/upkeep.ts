/** What is renewed while a campaign runs: legal limits by their periods, do-not-call lists by their files. */
import type { DoNotCallLists } from '../gate/do-not-call-lists.js';
import type { Dialer } from './dialer.js';

const CHECK_PERIODS_EVERY_MS = 3_600_000;

/**
 * Months differ in length and laws have dates: limits are read again every hour, and changed where they
 * differ.
 */
export function keepLimitsCurrent(dialer: Dialer): void {
  const check = (): void => {
    void dialer.renewLimits();
    if (dialer.state !== 'stopped') dialer.after(CHECK_PERIODS_EVERY_MS, check);
  };
  const forget = dialer.on('campaign.state', ({ state }) => {
    if (state !== 'running') return;
    forget();
    dialer.after(CHECK_PERIODS_EVERY_MS, check);
  });
}

/** Files of lists are replaced in real time, whether or not the dialer's time is virtual. */
export function reloadLists(dialer: Dialer, lists: DoNotCallLists, everySeconds: number): void {
  if (lists.inUse.length === 0) return;
  let loading: Promise<void> | null = null;
  const timer = setInterval(() => {
    loading ??= lists.refresh().finally(() => (loading = null));
  }, everySeconds * 1000);
  timer.unref();
  dialer.onClose(() => clearInterval(timer));
}
