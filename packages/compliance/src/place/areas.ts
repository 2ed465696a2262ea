/** Countries with their states and provinces, and the zones of each. */
import { PROVINCES } from './data/canada.js';
import { COUNTRIES } from './data/countries/index.js';
import { isSubdivision } from './data/regions.js';
import { SINGLE_ZONE_COUNTRIES } from './data/single-zone-countries.js';
import { US_STATES, US_TERRITORIES } from './data/us-states.js';
import { zonesOfLetters } from './phone-number.js';

/** True for a state, province or subdivision of the country. */
export function isKnownRegion(country: string | undefined, region: string): boolean {
  if (country === 'US') return US_STATES[region] !== undefined || US_TERRITORIES[region] !== undefined;
  if (country === 'CA') return PROVINCES[region] !== undefined;
  return country !== undefined && isSubdivision(country, region);
}

/** The zones of a known state, province or subdivision. */
export function regionZones(country: string | undefined, region: string): readonly string[] {
  if (country === 'US')
    return US_STATES[region]
      ? zonesOfLetters(US_STATES[region].zones)
      : [(US_TERRITORIES[region] as { zone: string }).zone];
  if (country === 'CA') return PROVINCES[region]?.zones ?? [];
  const table = country === undefined ? undefined : COUNTRIES[country];
  if (table) return table.regions?.[region] ?? table.mainZones ?? table.zones;
  return country === undefined ? [] : countryZones(country);
}

/** Every zone of a country; empty where it is not in the tables. */
export function countryZones(country: string): readonly string[] {
  if (country === 'US')
    return [...new Set(Object.values(US_STATES).flatMap((state) => zonesOfLetters(state.zones)))];
  if (country === 'CA') return [...new Set(Object.values(PROVINCES).flatMap((province) => province.zones))];
  const table = COUNTRIES[country];
  if (table) return table.mainZones && !table.regions ? table.mainZones : table.zones;
  const zone = SINGLE_ZONE_COUNTRIES[country];
  return zone ? [zone] : [];
}
