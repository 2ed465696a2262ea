/** The place that a lead is called at. */
import { LIMITS } from '@outdial/core';
import { countryOfNumber } from '@outdial/lists';
import { placeKey } from './places.js';

/** What tells the place of a lead. */
export interface LeadAtPlace {
  readonly facts?: Readonly<Record<string, unknown>>;
  /** In dial order. */
  readonly phones: readonly { readonly phone: string }[];
}

/** Key of the place a lead is called at: what its list says, else what its number says. */
export function placeOfLead(lead: LeadAtPlace): string {
  const { country, region, timeZone } = lead.facts ?? {};
  const first = lead.phones[0]?.phone ?? '';
  const place = {
    country: textOf(country) ?? '',
    region: textOf(region),
    timeZone: textOf(timeZone),
    areaCode: first.startsWith('+1') ? first.slice(2, 5) : undefined,
    numberCountries: countriesOfNumbers(lead),
  };
  const key = placeKey(place);
  if (key.length <= PLACE_MOST) return key;
  return placeKey({ ...place, numberCountries: undefined }).slice(0, PLACE_MOST);
}

/** Longest key of a place kept. */
const PLACE_MOST = LIMITS.storedId.max;

/** The countries of all numbers of a lead; undefined where one of them is not known. */
function countriesOfNumbers({ phones }: LeadAtPlace): readonly string[] | undefined {
  const [first, second] = phones;
  if (first && !second) {
    const country = countryOfNumber(first.phone);
    return country === null ? undefined : [country];
  }
  const countries = new Set<string>();
  for (const { phone } of phones) {
    const country = countryOfNumber(phone);
    if (country === null) return undefined;
    countries.add(country);
  }
  return countries.size === 0 ? undefined : [...countries].sort();
}

/** Facts may come from a program in another language: what is not text names no place. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
