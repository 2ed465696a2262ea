/** Instants for people in the time zone of the agency, with the name of the zone. */
import { utcText, type InstantPrecision } from '@outdial/core';
import { localInstant } from './local-time.js';

/** The zone of an agency that names none. */
export const UTC = 'UTC';

const LENGTHS: Readonly<Record<InstantPrecision, number>> = {
  day: 'YYYY-MM-DD'.length,
  minute: 'YYYY-MM-DD HH:MM'.length,
  second: 'YYYY-MM-DD HH:MM:SS'.length,
};

/** An instant (epoch ms) in a zone (IANA name), without the zone: '2026-06-10 13:00'. */
export function zonedText(at: number, zone: string, precision: InstantPrecision): string {
  if (zone === UTC) return utcText(at, precision);
  return localInstant(at, zone).replace('T', ' ').slice(0, LENGTHS[precision]);
}

/** The zone as people call it: 'UTC', 'New York'. */
export function zoneName(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** An instant with its zone: '2026-06-10 17:00 UTC', '2026-06-10 13:00 New York time'. */
export function instantText(at: number, zone: string): string {
  return `${zonedText(at, zone, 'minute')} ${zone === UTC ? UTC : `${zoneName(zone)} time`}`;
}

/** An instant with its zone, to the second: '2026-06-10 13:00:05 New York time'. */
export function exactInstantText(at: number, zone: string): string {
  return `${zonedText(at, zone, 'second')} ${zone === UTC ? UTC : `${zoneName(zone)} time`}`;
}

/** The same in UTC: of a store that serves campaigns in several zones, or in none. */
export function utcInstantText(at: number): string {
  return exactInstantText(at, UTC);
}

/** The time of day alone on the day of `now`, else date and time: '13:00', '2026-06-11 08:00'. */
export function shortTextIn(at: number, zone: string, now: number): string {
  const text = zonedText(at, zone, 'minute');
  return zonedText(now, zone, 'day') === zonedText(at, zone, 'day') ? text.slice(LENGTHS.day + 1) : text;
}

/**
 * When something begins at a place, for an agency elsewhere: '08:00 in New York (12:00 UTC)'. `placeZone`
 * undefined: only the agency's time is given.
 */
export function instantAtPlace(at: number, placeZone: string | undefined, zone: string, now: number): string {
  const here = `${shortTextIn(at, zone, now)} ${zone === UTC ? UTC : `${zoneName(zone)} time`}`;
  if (placeZone === undefined || placeZone === zone) return here;
  return `${shortTextIn(at, placeZone, now)} in ${zoneName(placeZone)} (${here})`;
}
