/** The place that a telephone number alone gives: country, region and zones, or none. */
import { CALLING_CODES, CARIBBEAN_AREA_CODES } from './data/calling-codes.js';
import { COUNTRIES } from './data/countries/index.js';
import { SINGLE_ZONE_COUNTRIES } from './data/single-zone-countries.js';
import { PROVINCES, TERRITORIES_CODE } from './data/canada.js';
import { US_STATES, US_TERRITORIES, US_ZONE_LETTERS } from './data/us-states.js';
import { invariant } from '../invariant.js';

/** The place that a number gives. */
export interface NumberFacts {
  /** ISO country, where the number has one. */
  readonly country: string | undefined;
  /** State, province or overseas region, where the number has one. */
  readonly region: string | undefined;
  /** Zones of the number; empty where it has no geography. */
  readonly zones: readonly string[];
  /**
   * 'geographic': an area; 'national': a country alone; 'none': toll-free, personal, satellite or unreadable.
   */
  readonly reach: 'geographic' | 'national' | 'none';
  /** Line type where the numbering plan shows it (never in North America). */
  readonly lineType: 'wireless' | 'landline' | undefined;
  /** NANP area code, where it is one. */
  readonly areaCode: string | undefined;
}

const NOWHERE: NumberFacts = {
  country: undefined,
  region: undefined,
  zones: [],
  reach: 'none',
  lineType: undefined,
  areaCode: undefined,
};

/** Zone names of a string of zone letters. */
export function zonesOfLetters(letters: string): readonly string[] {
  return [...letters].map((letter) => {
    const zone = US_ZONE_LETTERS[letter];
    invariant(zone !== undefined, `zone letter ${letter} has no zone`);
    return zone;
  });
}

/** Facts by North American area code. */
export const AREA_CODES: ReadonlyMap<string, NumberFacts> = buildAreaCodes();

function buildAreaCodes(): Map<string, NumberFacts> {
  const codes = new Map<string, NumberFacts>();
  const add = (
    areaCode: string,
    country: string,
    region: string | undefined,
    zones: readonly string[],
  ): void => {
    invariant(!codes.has(areaCode), `area code ${areaCode} is listed twice`);
    codes.set(areaCode, { country, region, zones, reach: 'geographic', lineType: undefined, areaCode });
  };
  for (const [state, facts] of Object.entries(US_STATES)) {
    for (const code of facts.areaCodes.split(' '))
      add(code, 'US', state, zonesOfLetters(facts.exceptions?.[code] ?? facts.usual));
  }
  for (const [territory, facts] of Object.entries(US_TERRITORIES)) {
    for (const code of facts.areaCodes.split(' ')) add(code, 'US', territory, [facts.zone]);
  }
  for (const [province, facts] of Object.entries(PROVINCES)) {
    for (const code of facts.areaCodes.split(' ').filter(Boolean))
      add(code, 'CA', province, facts.exceptions?.[code] ?? facts.usual);
  }
  add(TERRITORIES_CODE.areaCode, 'CA', undefined, TERRITORIES_CODE.zones);
  for (const [code, country] of Object.entries(CARIBBEAN_AREA_CODES))
    add(code, country, undefined, [SINGLE_ZONE_COUNTRIES[country] as string]);
  return codes;
}

const PREFIX_CACHE_LIMIT = 4096;
const cache = new Map<string, NumberFacts>();

/** True for an E.164 number, as lists and caps compare it: '+' and 7 to 15 digits. */
export function isE164(phone: unknown): phone is string {
  if (typeof phone !== 'string' || phone.length < 8 || phone.length > 16 || phone.charCodeAt(0) !== 43)
    return false;
  for (let index = 1; index < phone.length; index += 1) {
    const digit = phone.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return false;
  }
  return true;
}

/** Reads an E.164 number. A number that cannot be read has no place (`reach: 'none'`). */
export function numberFacts(phone: string): NumberFacts {
  if (phone.charCodeAt(0) !== 43) return NOWHERE;
  if (phone.charCodeAt(1) === 49)
    return phone.length === 12 ? (AREA_CODES.get(phone.slice(2, 5)) ?? NOWHERE) : NOWHERE;
  // The tables read at most eight digits, so these are the key.
  const key = phone.slice(0, 9);
  const known = cache.get(key);
  if (known) return known;
  const facts = readInternational(phone);
  if (cache.size >= PREFIX_CACHE_LIMIT) cache.clear();
  cache.set(key, facts);
  return facts;
}

function readInternational(phone: string): NumberFacts {
  const digits = phone.slice(1);
  if (!/^\d{6,15}$/.test(digits)) return NOWHERE;
  // Mayotte has the code of Réunion, and is told by three digits more.
  for (const length of [6, 3, 2, 1]) {
    const owner = CALLING_CODES[digits.slice(0, length)];
    if (owner === undefined) continue;
    const [country, region] = owner.split('-') as [string, string?];
    return nationalFacts(country, region, digits.slice(length));
  }
  return NOWHERE;
}

function nationalFacts(country: string, region: string | undefined, national: string): NumberFacts {
  const table = COUNTRIES[country];
  if (!table) {
    const zone = SINGLE_ZONE_COUNTRIES[country];
    return { ...NOWHERE, country, region, zones: zone ? [zone] : [], reach: 'national' };
  }
  if (region !== undefined) {
    return {
      ...NOWHERE,
      country,
      region,
      zones: table.regions?.[region] ?? table.zones,
      reach: 'geographic',
    };
  }
  const neighbour = table.neighbours?.[longest(Object.keys(table.neighbours), national)];
  if (neighbour !== undefined) return nationalFacts(neighbour, undefined, national);
  const starts = (prefix: string): boolean => national.startsWith(prefix);
  const lineType = table.mobile?.some(starts) ? 'wireless' : table.mobile ? 'landline' : undefined;
  const nonGeographic = longest(table.nonGeographic ?? [], national);
  const prefix = longest(Object.keys(table.prefixes ?? {}), national);
  if (
    nonGeographic.length > prefix.length ||
    (nonGeographic !== '' && nonGeographic.length === prefix.length)
  ) {
    return { ...NOWHERE, country };
  }
  if (prefix === '') return { ...NOWHERE, country, zones: table.zones, reach: 'national', lineType };
  // A mobile prefix has no area. It gives the part of the country that shares a numbering plan.
  const zones = table.prefixes?.[prefix] as readonly string[];
  return { ...NOWHERE, country, zones, reach: lineType === 'wireless' ? 'national' : 'geographic', lineType };
}

function longest(prefixes: readonly string[], national: string): string {
  let best = '';
  for (const prefix of prefixes)
    if (prefix.length > best.length && national.startsWith(prefix)) best = prefix;
  return best;
}
