/**
 * Corrections of zone data that a runtime may lack. A runtime has its own copy of the tz database, which may
 * be out of date. Each entry names a zone whose offset changed by law, the instant of the change, the offset
 * from then on, and a test instant at which a stale copy shows another offset.
 *
 * Source: tz database 2026d to 2026f (https://data.iana.org/time-zones/tz-link.html), compared on 2026-11-22.
 */
import { Zone, type OffsetOverride } from './zone.js';

/** A change of a zone that a stale runtime does not know. */
export interface ZoneCorrection {
  readonly zone: string;
  readonly overrides: readonly OffsetOverride[];
  /** Release of the tz database that contains it. */
  readonly release: string;
  readonly note: string;
}

/** Test instant: 2026-12-15T12:00:00Z, winter in every zone of the list. */
export const CANARY_AT: number = 1_797_336_000_000;

const correction = (
  zone: string,
  from: number,
  offsetMinutes: number,
  release: string,
  note: string,
): ZoneCorrection => ({ zone, overrides: [{ from, offsetMinutes }], release, note });

/**
 * 2026-11-01 at 09:00, 08:00, 07:00 and 05:00 UTC: where the clocks would have gone back.
 * 2026-09-20T01:00:00Z for Morocco.
 */
const NOV_1_09 = 1_793_523_600_000;
const NOV_1_08 = NOV_1_09 - 3_600_000;
const NOV_1_07 = NOV_1_09 - 7_200_000;
const NOV_1_05 = NOV_1_09 - 14_400_000;
const MOROCCO = 1_789_866_000_000;

/** Every known correction. */
export const ZONE_CORRECTIONS: readonly ZoneCorrection[] = [
  correction('America/Vancouver', NOV_1_09, -420, '2026b', 'British Columbia keeps -07 all year'),
  correction('America/Edmonton', NOV_1_08, -360, '2026d', 'Alberta keeps -06 all year'),
  correction('America/Yellowknife', NOV_1_08, -360, '2026d', 'Northwest Territories keep -06 all year'),
  correction('America/Inuvik', NOV_1_08, -360, '2026d', 'Northwest Territories keep -06 all year'),
  correction('America/Winnipeg', NOV_1_07, -300, '2026f', 'Manitoba keeps -05 all year'),
  correction('America/Rainy_River', NOV_1_07, -300, '2026f', 'follows Manitoba, -05 all year'),
  correction('America/Havana', NOV_1_05, -240, '2026f', 'Cuba keeps -04 all year'),
  correction('Africa/Casablanca', MOROCCO, 0, '2026d', 'Morocco keeps +00 all year'),
  correction('Africa/El_Aaiun', MOROCCO, 0, '2026d', 'Western Sahara keeps +00 all year'),
];

/** Other names of corrected zones. Runtimes that treat links as zones do not resolve them. */
const LINKS: Readonly<Record<string, string>> = {
  'canada/pacific': 'America/Vancouver',
  'canada/mountain': 'America/Edmonton',
  'canada/central': 'America/Winnipeg',
  cuba: 'America/Havana',
};

/**
 * The name under which a zone's corrections are listed. A zone may be given by another of its names, or in
 * another case.
 */
export function correctionName(id: string): string {
  const given = id.toLowerCase();
  return LINKS[given] ?? ZONE_CORRECTIONS.find((known) => known.zone.toLowerCase() === given)?.zone ?? id;
}

/** What the check of the runtime's zone data found. */
export interface ZoneDataReport {
  /** Release whose changes this module knows. */
  readonly knows: string;
  /** Zones for which the runtime is stale. */
  readonly stale: readonly string[];
}

/** Compares the runtime with each correction at the test instant. */
export function checkZoneData(): ZoneDataReport {
  const stale = ZONE_CORRECTIONS.filter((known) => {
    const last = known.overrides[known.overrides.length - 1] as OffsetOverride;
    return runtimeOffset(known.zone) !== last.offsetMinutes * 60_000;
  });
  return { knows: '2026f', stale: stale.map((known) => known.zone) };
}

function runtimeOffset(zone: string): number | undefined {
  try {
    return new Zone(zone, []).offsetAt(CANARY_AT);
  } catch {
    return undefined;
  }
}
