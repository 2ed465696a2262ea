/** An independent word on local time: temporal-polyfill. */
import { Temporal } from 'temporal-polyfill';
import { expect } from '@jest/globals';
import { DAY_MS } from '../src/time/civil-date.js';
import { Zone, instantOf } from '../src/time/zone.js';

/** Zones with all sorts of changes; none that the runtime may have stale. */
export const ORACLE_ZONES: readonly string[] = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'America/Adak',
  'Pacific/Honolulu',
  'America/St_Johns',
  'America/Halifax',
  'America/Toronto',
  'America/Regina',
  'America/Indiana/Indianapolis',
  'America/Puerto_Rico',
  'Pacific/Guam',
  'Pacific/Pago_Pago',
  'Europe/London',
  'Europe/Dublin',
  'Europe/Paris',
  'Europe/Madrid',
  'Atlantic/Canary',
  'Europe/Rome',
  'Europe/Berlin',
  'Australia/Sydney',
  'Australia/Adelaide',
  'Australia/Perth',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Asia/Kolkata',
  'Asia/Singapore',
  'Africa/Johannesburg',
  'America/Sao_Paulo',
  'America/Manaus',
  'America/Mexico_City',
  'America/Tijuana',
  'America/Santiago',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Africa/Casablanca',
].filter((zone) => zone !== 'Africa/Casablanca');

const zones = new Map<string, Zone>();

/** The zone, made once. */
export function zoneOf(id: string): Zone {
  const zone = zones.get(id) ?? new Zone(id, []);
  zones.set(id, zone);
  return zone;
}

/** Compares instant to local, and back again, in both choices. */
export function checkZoneAgainstOracle(id: string, at: number): void {
  const zone = zoneOf(id);
  const oracle = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(id);
  expect(zone.offsetAt(at)).toBe(oracle.offsetNanoseconds / 1_000_000);
  const local = at + zone.offsetAt(at);
  const day = Math.floor(local / DAY_MS);
  const wall = oracle.toPlainDateTime();
  expect(day).toBe(Date.UTC(wall.year, wall.month - 1, wall.day) / DAY_MS);
  for (const choice of ['earlier', 'later'] as const) {
    const back = Number(wall.toZonedDateTime(id, { disambiguation: choice }).epochMilliseconds);
    expect(instantOf(zone, day, local - day * DAY_MS, choice)).toBe(back);
  }
}
