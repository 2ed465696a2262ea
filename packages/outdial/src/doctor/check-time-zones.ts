/** Checks whether the time-zone data of the process knows the latest changes. */
import type { Finding } from './finding.js';

/**
 * Zones whose rules changed lately, with the offset they have on 2026-12-15, ms: data older than these
 * changes places calls an hour wrong. Source: IANA tz 2025c to 2026b (British Columbia, Alberta and Manitoba
 * on permanent time since 2026-11-01).
 */
const LATEST_CHANGES: Readonly<Record<string, string>> = {
  'America/Vancouver': 'GMT-07:00',
  'America/Edmonton': 'GMT-06:00',
  'America/Winnipeg': 'GMT-05:00',
};
const WINTER_2026 = Date.UTC(2026, 11, 15, 12);

/** Is the runtime's time-zone data fresh? */
export function checkTimeZones(version: string): Finding {
  const stale = Object.entries(LATEST_CHANGES).filter(
    ([timeZone, offset]) => offsetText(timeZone) !== offset,
  );
  if (stale.length === 0) return { check: 'time-zone data', verdict: 'ok', detail: `version ${version}` };
  return {
    check: 'time-zone data',
    verdict: 'warning',
    detail: `version ${version} is out of date for ${stale.map(([timeZone]) => timeZone).join(', ')}`,
    remedy: 'The law module overrides these zones by itself; a newer Node.js brings newer data.',
  };
}

function offsetText(timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(
    WINTER_2026,
  );
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
}
