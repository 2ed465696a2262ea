/**
 * Where the called party may be: country, states, candidate zones. Every place that the address or the
 * number allows is a candidate; a zone confirmed by the called party is the only one.
 */
import type { LeadFacts } from '../contract.js';
import { COUNTRIES } from './data/countries/index.js';
import { OVERSEAS } from './data/overseas.js';
import { SINGLE_ZONE_COUNTRIES } from './data/single-zone-countries.js';
import { PROVINCES } from './data/canada.js';
import { isSubdivision, subdivisionOfPostalCode } from './data/regions.js';
import { US_CITY_ZONES, US_STATES, US_TERRITORIES } from './data/us-states.js';
import { crownDependency } from './crown-dependencies.js';
import { numberFacts, zonesOfLetters, type NumberFacts } from './phone-number.js';
import { canadianPostalFacts, zipFacts, type PostalFacts } from './postal-code.js';

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

interface Address {
  readonly country: string | undefined;
  readonly region: string | undefined;
  /** Zones that the address decides; undefined where it only names a country or state with several. */
  readonly zones: readonly string[] | undefined;
  /** Every zone of the named area. */
  readonly widest: readonly string[];
  /** State of the postal code where the address names another: both are candidates. */
  readonly otherRegion?: string | undefined;
}

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
  const inOwnState =
    number.country === country && number.region !== undefined && number.region === address.region;
  return inOwnState && number.zones.includes(zone) ? zone : undefined;
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
  // A country with several zones is no location for a number without geography.
  if (address.region === undefined && number.reach === 'none' && address.widest.length > 1) return [];
  if (address.widest.length <= 1 || !sameCountry || number.reach === 'none') return address.widest;
  // The address names an area with several zones, and the number lies in that area: the number's zones are
  // more exact.
  const shared = number.zones.filter((zone) => address.widest.includes(zone));
  const inside =
    address.region === undefined || number.region === undefined || address.region === number.region;
  return inside && shared.length > 0 ? shared : address.widest;
}

function readAddress(lead: LeadFacts, number: NumberFacts, notes: string[]): Address {
  const area = namedArea(lead);
  const crown = crownDependency(lead, area.country, area.region, number);
  const named = crown === undefined ? area : { country: crown, region: undefined };
  const isNanp = lead.phone.startsWith('+1');
  const owner = named.country ?? number.country ?? (isNanp ? 'US' : undefined);
  const postal = readPostal(lead.postalCode, named.country, owner, isNanp);
  const country = named.country ?? postal?.country;
  const where = country ?? owner;
  let region = named.region;
  if (region !== undefined && !isKnownRegion(where, region)) {
    notes.push(`lead.region is not a known subdivision of ${where ?? 'an unknown country'}: ignored`);
    region = undefined;
  }
  if (region === undefined && lead.postalCode !== undefined)
    region = subdivisionOfPostalCode(where, lead.postalCode);
  if (lead.postalCode !== undefined && !postal && (where === 'US' || where === 'CA'))
    notes.push('lead.postalCode cannot be read: ignored');
  return zonesOfAddress(lead, country, where, region, postal, notes);
}

/**
 * Country and region of the lead: in upper case, without the country's prefix, with territories under their
 * country.
 */
function namedArea(lead: LeadFacts): { country: string | undefined; region: string | undefined } {
  const given = upper(lead.country);
  const overseas = given === undefined ? undefined : OVERSEAS[given];
  const country = overseas?.[0] ?? given;
  const named = upper(lead.region);
  const dash = named?.indexOf('-') ?? -1;
  const region = overseas?.[1] || (dash > 0 ? named?.slice(dash + 1) : named);
  if (country !== undefined || region === undefined || !lead.phone.startsWith('+1'))
    return { country, region };
  return {
    country: isKnownRegion('US', region) ? 'US' : isKnownRegion('CA', region) ? 'CA' : undefined,
    region,
  };
}

/** Trimmed and in upper case; empty counts as absent. */
function upper(text: string | undefined): string | undefined {
  return text?.trim().toUpperCase() || undefined;
}

function readPostal(
  postalCode: string | undefined,
  country: string | undefined,
  owner: string | undefined,
  isNanp: boolean,
): PostalFacts | undefined {
  if (postalCode === undefined) return undefined;
  if (country === undefined && isNanp) return zipFacts(postalCode) ?? canadianPostalFacts(postalCode);
  if (owner === 'US') return zipFacts(postalCode);
  return owner === 'CA' ? canadianPostalFacts(postalCode) : undefined;
}

function isKnownRegion(country: string | undefined, region: string): boolean {
  if (country === 'US') return US_STATES[region] !== undefined || US_TERRITORIES[region] !== undefined;
  if (country === 'CA') return PROVINCES[region] !== undefined;
  return country !== undefined && isSubdivision(country, region);
}

function zonesOfAddress(
  lead: LeadFacts,
  country: string | undefined,
  where: string | undefined,
  region: string | undefined,
  postal: PostalFacts | undefined,
  notes: string[],
): Address {
  const known = region ?? postal?.region;
  if (postal) {
    const conflict = region !== undefined && postal.region !== undefined && region !== postal.region;
    if (conflict) notes.push('lead.region and lead.postalCode name different states: both are candidates');
    const zones = conflict
      ? [...new Set([...postal.zones, ...regionZones(postal.country, region)])]
      : postal.zones;
    return {
      country: country ?? postal.country,
      region: known,
      zones,
      widest: zones,
      otherRegion: conflict ? postal.region : undefined,
    };
  }
  const city = lead.city?.trim().toUpperCase().replaceAll('.', '');
  if (where === 'US' && known !== undefined && city) {
    const letters = US_CITY_ZONES[known]?.[city];
    if (letters)
      return { country, region: known, zones: zonesOfLetters(letters), widest: zonesOfLetters(letters) };
  }
  if (known !== undefined)
    return { country: country ?? where, region: known, zones: undefined, widest: regionZones(where, known) };
  // A country alone is an address only where it has a single zone; otherwise the number must give the area.
  const all = country === undefined ? [] : countryZones(country);
  return { country, region: undefined, zones: undefined, widest: all };
}

function regionZones(country: string | undefined, region: string): readonly string[] {
  if (country === 'US')
    return US_STATES[region]
      ? zonesOfLetters(US_STATES[region].zones)
      : [(US_TERRITORIES[region] as { zone: string }).zone];
  if (country === 'CA') return PROVINCES[region]?.zones ?? [];
  const table = country === undefined ? undefined : COUNTRIES[country];
  if (table) return table.regions?.[region] ?? table.mainZones ?? table.zones;
  return country === undefined ? [] : countryZones(country);
}

function countryZones(country: string): readonly string[] {
  if (country === 'US')
    return [...new Set(Object.values(US_STATES).flatMap((state) => zonesOfLetters(state.zones)))];
  if (country === 'CA') return [...new Set(Object.values(PROVINCES).flatMap((province) => province.zones))];
  const table = COUNTRIES[country];
  if (table) return table.mainZones && !table.regions ? table.mainZones : table.zones;
  const zone = SINGLE_ZONE_COUNTRIES[country];
  return zone ? [zone] : [];
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

const NYC_AREA_CODES = new Set(['212', '332', '347', '646', '718', '917', '929']);
const NYC_CITIES = new Set([
  'NEW YORK',
  'NEW YORK CITY',
  'NYC',
  'MANHATTAN',
  'BROOKLYN',
  'QUEENS',
  'BRONX',
  'THE BRONX',
  'STATEN ISLAND',
]);

function isNewYorkCity(lead: LeadFacts, address: Address, number: NumberFacts): boolean {
  if (number.areaCode !== undefined && NYC_AREA_CODES.has(number.areaCode)) return true;
  if (address.region !== 'NY') return false;
  const zip = lead.postalCode?.trim().slice(0, 3);
  if (zip && /^1(0[0-4]|1[1-46])$/.test(zip)) return true;
  const code = lead.postalCode?.trim().slice(0, 5);
  if (code === '11004' || code === '11005') return true;
  return lead.city !== undefined && NYC_CITIES.has(lead.city.trim().toUpperCase());
}

function isMardiGrasCounty(lead: LeadFacts, address: Address, number: NumberFacts): boolean {
  if (address.region === 'AL' && lead.postalCode !== undefined) return /^36[56]/.test(lead.postalCode.trim());
  return number.areaCode === '251' && (address.region === undefined || address.region === 'AL');
}
