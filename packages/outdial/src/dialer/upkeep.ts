/** What is renewed while a campaign runs: legal limits by their periods, lists and emergencies by files. */
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

/** What is read from files that change while a campaign runs. */
interface ReadAgain {
  /** Never throws. */
  refresh(): Promise<void>;
}

/** Files are replaced in real time, whether or not the dialer's time is virtual. */
export function readAgain(dialer: Dialer, files: readonly ReadAgain[], everySeconds: number): void {
  let loading: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    loading ??= Promise.all(files.map((file) => file.refresh())).finally(() => (loading = null));
  }, everySeconds * 1000);
  timer.unref();
  dialer.onClose(() => clearInterval(timer));
}
