/** The address of a lead: its country, its state or province, and the zones that they decide. */
import type { LeadFacts } from '../contract.js';
import { countryZones, isKnownRegion, regionZones } from './areas.js';
import { cityName, cityZones } from './city.js';
import { crownDependency } from './crown-dependencies.js';
import { COUNTRIES } from './data/countries/index.js';
import { OVERSEAS } from './data/overseas.js';
import { subdivisionOfPostalCode } from './data/regions.js';
import type { NumberFacts } from './phone-number.js';
import { canadianPostalFacts, zipFacts, type PostalFacts } from './postal-code.js';
import { valueOf } from './value-of.js';

/** What the facts of an address say of the place. */
export interface Address {
  readonly country: string | undefined;
  readonly region: string | undefined;
  /** Zones that the address decides; undefined where it only names a country or state with several. */
  readonly zones: readonly string[] | undefined;
  /** Every zone of the named area. */
  readonly widest: readonly string[];
  /** State of the postal code where the address names another: both are candidates. */
  readonly otherRegion?: string | undefined;
}

/** Reads the address of a lead. What cannot be read, or contradicts itself, is added to the notes. */
export function readAddress(lead: LeadFacts, number: NumberFacts, notes: string[]): Address {
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

/** Zones of a postal code whose places keep another time than their region. */
function zonesOfPostalCode(
  country: string | undefined,
  postalCode: string | undefined,
): readonly string[] | undefined {
  const known = COUNTRIES[country ?? '']?.postalCodes;
  return valueOf(known, postalCode?.trim() ?? '');
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
  const city = lead.city ? cityName(lead.city) : '';
  const own =
    zonesOfPostalCode(where, lead.postalCode) ??
    (known !== undefined && city ? cityZones(where, known, city) : undefined);
  if (own) return { country: country ?? where, region: known, zones: own, widest: own };
  if (known !== undefined) {
    const widest = regionZones(where, known);
    // A place in a state of one zone lies in that zone.
    const isPlace = widest.length === 1 && (city !== '' || lead.postalCode !== undefined);
    return { country: country ?? where, region: known, zones: isPlace ? widest : undefined, widest };
  }
  // A country alone is an address only where it has a single zone; otherwise the number must give the area.
  const all = country === undefined ? [] : countryZones(country);
  return { country, region: undefined, zones: undefined, widest: all };
}
