/** Areas smaller than a state with law of their own: New York City, and the counties of Mardi Gras. */
import type { LeadFacts } from '../contract.js';
import type { Address } from './address.js';
import { cityName } from './city.js';
import type { NumberFacts } from './phone-number.js';

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

/** Cities of Mobile and Baldwin counties, Alabama. */
const MARDI_GRAS_CITIES = new Set([
  'BAY MINETTE',
  'CITRONELLE',
  'DAPHNE',
  'DAUPHIN ISLAND',
  'FAIRHOPE',
  'FOLEY',
  'GULF SHORES',
  'MOBILE',
  'ORANGE BEACH',
  'PRICHARD',
  'ROBERTSDALE',
  'SARALAND',
  'SATSUMA',
  'SPANISH FORT',
  'THEODORE',
]);

/** True where the number, the postal code or the city is of New York City. */
export function isNewYorkCity(lead: LeadFacts, address: Address, number: NumberFacts): boolean {
  if (number.areaCode !== undefined && NYC_AREA_CODES.has(number.areaCode)) return true;
  if (address.region !== 'NY') return false;
  const zip = lead.postalCode?.trim().slice(0, 3);
  if (zip && /^1(0[0-4]|1[1-46])$/.test(zip)) return true;
  const code = lead.postalCode?.trim().slice(0, 5);
  if (code === '11004' || code === '11005') return true;
  return lead.city !== undefined && NYC_CITIES.has(cityName(lead.city));
}

/** True in Mobile and Baldwin counties, Alabama. */
export function isMardiGrasCounty(lead: LeadFacts, address: Address, number: NumberFacts): boolean {
  if (address.region === 'AL' && lead.postalCode !== undefined) return /^36[56]/.test(lead.postalCode.trim());
  if (address.region === 'AL' && lead.city !== undefined && MARDI_GRAS_CITIES.has(cityName(lead.city)))
    return true;
  return number.areaCode === '251' && (address.region === undefined || address.region === 'AL');
}
