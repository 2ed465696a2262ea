/** The zones of a city that is named with its state or province, where the postal code is not known. */
import { CANADIAN_CITY_ZONES, US_CITY_ZONES } from './data/city-zones.js';
import { COUNTRIES } from './data/countries/index.js';
import { US_CITIES } from './data/us-cities.js';
import { zonesOfLetters } from './phone-number.js';
import { valueOf } from './value-of.js';

/** The name of a city as the tables write it. */
export function cityName(city: string | undefined): string {
  return (city ?? '')
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F.'’]/g, '')
    .replaceAll(/[-\s]+/g, ' ')
    .trim()
    .toUpperCase()
    .replaceAll(/\bSTE?\b/g, 'SAINT')
    .replaceAll(/\bFT\b/g, 'FORT');
}

const generated = new Map<string, ReadonlyMap<string, string>>(
  Object.entries(US_CITIES).map(([state, zones]) => [
    state,
    new Map(
      Object.entries(zones).flatMap(([letters, names]) =>
        names.split(', ').map((name) => [name, letters] as const),
      ),
    ),
  ]),
);

/** The zones of a city; undefined where no table knows it. */
export function cityZones(
  country: string | undefined,
  region: string,
  city: string,
): readonly string[] | undefined {
  if (country === 'US') {
    const letters = valueOf(US_CITY_ZONES[region], city) ?? generated.get(region)?.get(city);
    return letters === undefined ? undefined : zonesOfLetters(letters);
  }
  const cities = country === 'CA' ? CANADIAN_CITY_ZONES : COUNTRIES[country ?? '']?.cities;
  return valueOf(cities?.[region], city);
}
