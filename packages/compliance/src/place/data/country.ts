/** Zones and number prefixes of a country outside the United States and Canada. */

/** A country outside the United States and Canada. */
export interface Country {
  /** Every zone in use. An address in an unknown region has all of them. */
  readonly zones: readonly string[];
  /** Region (ISO 3166-2 without the country) -> zones. Regions not named use `mainZones`. */
  readonly regions?: Readonly<Record<string, readonly string[]>>;
  /** Zones of every region not named; absent: `zones`. */
  readonly mainZones?: readonly string[];
  /**
   * National number prefix -> zones; the longest match applies. A number without a match gives the country
   * alone.
   */
  readonly prefixes?: Readonly<Record<string, readonly string[]>>;
  /** Postal codes whose places keep another time than their region -> zones. */
  readonly postalCodes?: Readonly<Record<string, readonly string[]>>;
  /** Region -> places that keep another time than it -> zones. Names as `src/place/city.ts` reads them. */
  readonly cities?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** National number prefixes without geography: freephone, shared-cost, personal, premium. */
  readonly nonGeographic?: readonly string[];
  /**
   * National number prefixes that belong to another country of the same calling code: prefix -> ISO
   * country.
   */
  readonly neighbours?: Readonly<Record<string, string>>;
  /** National number prefixes of mobiles. */
  readonly mobile?: readonly string[];
}

/** A country with one zone. */
export function singleZone(zone: string, extra: Omit<Country, 'zones'> = {}): Country {
  return { zones: [zone], ...extra };
}
