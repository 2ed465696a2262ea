/** Instants as text without `Date`. */
import { DAY_MS, formatCivilDate } from '../time/civil-date.js';

/** ISO 8601 in UTC, to the second: '2026-07-07T18:00:00Z'. */
export function isoText(at: number): string {
  const day = Math.floor(at / DAY_MS);
  const seconds = Math.floor((at - day * DAY_MS) / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return (
    `${formatCivilDate(day)}T${two(Math.floor(seconds / 3600))}:` +
    `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}Z`
  );
}
