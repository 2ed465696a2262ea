/** Applies the recycle rules of a campaign while it runs: at its start, and each day at their time. */
import { faultText } from '@outdial/core';
import { recycleByRules } from '../leads/recycle-by-rules.js';
import { latestTimeOfDay } from '../local-time/local-day.js';
import type { Dialer } from './dialer.js';

/** Rules may change while the campaign runs: their time is looked at as often as this. */
const LOOK_EVERY_MS = 60_000;

/** Applies the rules of the file in force. `onFault`: hears why they could not be applied. */
export function keepRecycling(dialer: Dialer, onFault: (detail: string) => void): void {
  let appliedAt = Number.NEGATIVE_INFINITY;
  let applying: Promise<unknown> = Promise.resolve();
  const look = (): void => {
    if (dialer.state === 'stopped' || dialer.state === 'halted') return;
    const { leads, timeZone } = dialer.file;
    const now = dialer.now();
    if (leads.recycle && latestTimeOfDay(now, leads.recycle.at, timeZone) > appliedAt) {
      appliedAt = now;
      applying = recycleByRules(dialer.store, dialer.file, { countOnly: false }).catch((error: unknown) =>
        onFault(`leads were not recycled: ${faultText(error)}`),
      );
    }
    dialer.after(LOOK_EVERY_MS, look);
  };
  const forget = dialer.on('campaign.state', ({ state }) => {
    if (state !== 'running') return;
    forget();
    look();
  });
  dialer.onClose(() => applying);
}
