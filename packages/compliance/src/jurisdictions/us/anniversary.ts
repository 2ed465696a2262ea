/** How long a request to stop is honoured, in whole years. */
import type { Context } from '../../engine/context.js';
import { DAY_MS, civilDate, dayNumber } from '../../time/civil-date.js';
import { instantOf } from '../../time/zone.js';

/**
 * The instant a number of years after a request, by the wall clock of the candidate zone that reaches it
 * last; a leap day ends on 1 March.
 */
export function anniversary(context: Context, requestedAt: number, years: number): number {
  const later = (day: number): number => {
    const date = civilDate(day);
    return dayNumber(date.year + years, date.month, 1) + date.day - 1;
  };
  const ends = context.zones.map((zone) =>
    instantOf(zone, later(zone.localDay(requestedAt)), zone.localTimeOfDay(requestedAt), 'later'),
  );
  const day = Math.floor(requestedAt / DAY_MS);
  return ends.length > 0 ? Math.max(...ends) : requestedAt + (later(day) - day) * DAY_MS;
}
