/**
 * Where the called party may be: country, states, candidate zones. Every place that the address or the
 * number allows is a candidate; a zone confirmed by the called party is the only one.
 */
import type { LeadFacts } from '../contract.js';
import { readAddress, type Address } from './address.js';
import { countryZones } from './areas.js';
import { isMardiGrasCounty, isNewYorkCity } from './local-areas.js';
import { numberFacts, type NumberFacts } from './phone-number.js';

/** The place of a lead. Zone names, not yet checked against the runtime. */
export interface PlaceFacts {
  /** ISO country of the address, else of the number; undefined where no fact names it. */
  readonly country: string | undefined;
  /**
   * The country of the number where the address lies in another one: the law of both binds. `regions` are the
   * number's there.
   */
  readonly otherCountry: { readonly country: string; readonly regions: readonly string[] } | undefined;
  /** States or provinces whose rules apply: of the address, and of the area code where it differs. */
  readonly regions: readonly string[];
  /** State or province of the address, or of the area code where there is no address. */
  readonly mainRegion: string | undefined;
  readonly zones: readonly string[];
  readonly confirmed: boolean;
  /** City of New York, whose own debt rule applies. */
  readonly newYorkCity: boolean;
  /** Mobile and Baldwin counties, Alabama, where Mardi Gras is a holiday. */
  readonly mardiGrasCounty: boolean;
  readonly number: NumberFacts;
  /** What was ignored or assumed, for the trace. */
  readonly notes: readonly string[];
}

/** True where the runtime knows an IANA zone. */
export type KnowsZone = (zone: string) => boolean;

/**
 * Collects the place of a lead from its facts. Unknown regions, postal codes and zones are notes, never
 * errors.
 *
 * @param furtherPhones other numbers of the person whose areas are candidates, too: for debt collection
 *   (12 CFR 1006.6, comment 6(b)(1)(i)-2.ii)
 */
export function placeOf(
  lead: LeadFacts,
  knowsZone: KnowsZone,
  furtherPhones: readonly string[] = [],
): PlaceFacts {
  const notes: string[] = [];
  const number = numberFacts(lead.phone);
  const address = readAddress(lead, number, notes);
  const country = address.country ?? number.country ?? countryOfZone(lead);
  const regions = regionsOf(country, address, number);
  const given = readGivenZone(lead, knowsZone, notes);
  const confirmed = given !== undefined && lead.timeZoneSource === 'confirmed';
  const decided = confirmed ? given : zoneOfAddress(address, number, country);
  const zones = confirmed
    ? [given]
    : withPhones(
        decided === undefined ? unite(address, number, country, given) : [decided],
        furtherPhones,
        country,
      );
  if (confirmed) notes.push('zone confirmed by the called party stands alone');
  else if (decided !== undefined && number.zones.length > 1)
    notes.push(`the address lies in ${decided}, one of the zones of its own area code: it decides alone`);
  return {
    country,
    otherCountry: otherCountryOf(country, number),
    regions,
    mainRegion: address.region ?? (country === number.country ? number.region : undefined),
    zones,
    confirmed,
    newYorkCity: isNewYorkCity(lead, address, number),
    mardiGrasCounty: isMardiGrasCounty(lead, address, number),
    number,
    notes,
  };
}

/**
 * The zone of an address that a postal code or a city gives, in the number's own state or province, where
 * it is exactly one and one of the number's: it resolves the doubt of a split area code.
 */
function zoneOfAddress(
  address: Address,
  number: NumberFacts,
  country: string | undefined,
): string | undefined {
  const [zone, another] = address.zones ?? [];
  if (zone === undefined || another !== undefined || address.otherRegion !== undefined) return undefined;
  return number.country === country && mayLieIn(number, address.region) && number.zones.includes(zone)
    ? zone
    : undefined;
}

/**
 * True where a region may be the number's own: an area that spans several, such as 867 and the Australian 08,
 * names none.
 */
function mayLieIn(number: NumberFacts, region: string | undefined): boolean {
  return number.region === undefined ? number.reach === 'geographic' : number.region === region;
}

/** The number's country, where an address names another. */
function otherCountryOf(country: string | undefined, number: NumberFacts): PlaceFacts['otherCountry'] {
  if (country === undefined || number.country === undefined || number.country === country) return undefined;
  return { country: number.country, regions: number.region === undefined ? [] : [number.region] };
}

/** Adds the areas of further numbers of the same country. */
function withPhones(
  zones: readonly string[],
  phones: readonly string[],
  country: string | undefined,
): readonly string[] {
  if (phones.length === 0) return zones;
  const further = phones
    .map(numberFacts)
    .filter((facts) => facts.reach === 'geographic' && facts.country === country);
  return [...new Set([...zones, ...further.flatMap((facts) => facts.zones)])];
}

function readGivenZone(lead: LeadFacts, knowsZone: KnowsZone, notes: string[]): string | undefined {
  if (lead.timeZone === undefined) return undefined;
  if (knowsZone(lead.timeZone)) return lead.timeZone;
  notes.push('lead.timeZone is not an IANA zone that this runtime knows: ignored');
  return undefined;
}

function unite(
  address: Address,
  number: NumberFacts,
  country: string | undefined,
  given: string | undefined,
): readonly string[] {
  const zones = new Set<string>();
  const sameCountry = number.country === undefined || number.country === country;
  const geographic = number.reach === 'geographic';
  for (const zone of addressZones(address, number, sameCountry)) zones.add(zone);
  const addressKnown = zones.size > 0;
  // A number without an area adds nothing to an address in its own country.
  if (geographic || !addressKnown || !sameCountry) for (const zone of number.zones) zones.add(zone);
  // A guess alone is not a location: a number without geography needs an address or a confirmed zone.
  if (given !== undefined && zones.size > 0) zones.add(given);
  return [...zones];
}

function addressZones(address: Address, number: NumberFacts, sameCountry: boolean): readonly string[] {
  if (address.zones) return address.zones;
  // A country with several zones is not a location for a number without geography.
  if (address.region === undefined && number.reach === 'none' && address.widest.length > 1) return [];
  if (address.widest.length <= 1 || !sameCountry || number.reach === 'none') return address.widest;
  // The address names an area with several zones, and the number lies in that area: the number's zones are
  // more exact.
  const shared = number.zones.filter((zone) => address.widest.includes(zone));
  const inside =
    address.region === undefined || number.region === undefined || address.region === number.region;
  return inside && shared.length > 0 ? shared : address.widest;
}

/**
 * The country of a +1 number without one: Canada where the given zone is Canadian and not of the US, else the
 * US.
 */
function countryOfZone(lead: LeadFacts): string | undefined {
  if (lead.phone.startsWith('+1')) {
    const zone = lead.timeZone;
    if (
      zone !== undefined &&
      !countryZones('US').includes(zone) &&
      (countryZones('CA').includes(zone) || zone.startsWith('Canada/'))
    )
      return 'CA';
    return 'US';
  }
  return undefined;
}

function regionsOf(country: string | undefined, address: Address, number: NumberFacts): readonly string[] {
  const regions = new Set<string>();
  if (address.region !== undefined) regions.add(address.region);
  if (address.otherRegion !== undefined) regions.add(address.otherRegion);
  if (number.region !== undefined && number.country === country) regions.add(number.region);
  return [...regions];
}
