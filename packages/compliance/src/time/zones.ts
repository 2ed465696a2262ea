/** The zones of a compliance module: built once by name, with the corrections that apply to them. */
import { ComplianceInputError } from '../errors.js';
import { ZONE_CORRECTIONS, checkZoneData, correctionName, type ZoneDataReport } from './tzdata.js';
import { Zone, type OffsetOverride } from './zone.js';

const CACHE_LIMIT = 20_000;

/** Settings of the client about zones. */
export interface ZonesOptions {
  /** Own corrections, which replace the built-in ones. */
  readonly overrides: Readonly<Record<string, readonly OffsetOverride[]>>;
  /** True where zones with stale data refuse and no built-in correction is used. */
  readonly refuseStale: boolean;
}

/** Zones by name. */
export class Zones {
  /** What the check of the runtime's zone data found. */
  readonly report: ZoneDataReport = checkZoneData();
  /** Zones whose data is stale and not corrected. */
  readonly stale: ReadonlySet<string>;
  readonly #overrides = new Map<string, readonly OffsetOverride[]>();
  readonly #known = new Map<string, Zone | null>();

  /** @throws ComplianceInputError for an override of an unknown zone, or one that cannot be computed with */
  constructor({ overrides, refuseStale }: ZonesOptions) {
    for (const known of ZONE_CORRECTIONS)
      if (this.report.stale.includes(known.zone) && !refuseStale)
        this.#overrides.set(known.zone, known.overrides);

    for (const [zone, own] of Object.entries(overrides)) this.#overrides.set(zone, checked(zone, own));

    this.stale = new Set(refuseStale ? this.report.stale.filter((zone) => !this.#overrides.has(zone)) : []);
  }

  /** The zone of a name; undefined where the runtime does not know it. */
  get(id: string): Zone | undefined {
    let zone = this.#known.get(id);
    if (zone === undefined) {
      zone = this.#build(id);
      if (this.#known.size >= CACHE_LIMIT) this.#known.clear();
      this.#known.set(id, zone);
    }
    return zone ?? undefined;
  }

  #build(id: string): Zone | null {
    try {
      return new Zone(id, this.#overrides.get(id) ?? this.#overrides.get(correctionName(id)) ?? []);
    } catch {
      return null;
    }
  }
}

function checked(zone: string, overrides: readonly OffsetOverride[]): readonly OffsetOverride[] {
  const field = `timeZoneOverrides.${zone}`;
  try {
    new Zone(zone, []);
  } catch {
    throw new ComplianceInputError(field, 'is not an IANA zone this runtime knows');
  }
  if (
    !overrides.every(
      ({ from, offsetMinutes }) =>
        Number.isFinite(from) && Number.isInteger(offsetMinutes) && Math.abs(offsetMinutes) <= 24 * 60,
    )
  )
    throw new ComplianceInputError(field, 'must be a list of { from: epoch ms, offsetMinutes }');
  return overrides;
}
