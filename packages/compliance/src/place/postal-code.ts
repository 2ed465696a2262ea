/** Postal code -> state or province and zones, for the United States and Canada. */
import { FSA_ZONES, POSTAL_LETTERS, PROVINCES } from './data/canada.js';
import { ZIP3_STATES, ZIP5_STATES, ZIP5_ZONES } from './data/us-postal.js';
import { US_STATES, US_TERRITORIES } from './data/us-states.js';
import { zonesOfLetters } from './phone-number.js';

/** The place that a postal code gives. */
export interface PostalFacts {
  readonly country: 'US' | 'CA';
  readonly region: string | undefined;
  readonly zones: readonly string[];
}

interface Run {
  readonly from: string;
  readonly value: string;
}

const runsOf = (packed: string, keyLength: number): readonly Run[] =>
  packed
    .split(' ')
    .filter(Boolean)
    .map((word) => ({ from: word.slice(0, keyLength), value: word.slice(keyLength) }));

const zip3States = runsOf(ZIP3_STATES, 3);
const zip5States = new Map(runsOf(ZIP5_STATES, 5).map((run) => [run.from, run.value]));
const zip5Zones = new Map(Object.entries(ZIP5_ZONES).map(([state, packed]) => [state, runsOf(packed, 5)]));

/** Value of the last run that starts at or before the key. */
function runAt(runs: readonly Run[], key: string): string | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle] as Run).from <= key) low = middle + 1;
    else high = middle;
  }
  return runs[low - 1]?.value;
}

/**
 * The generated table gives the sides of a zone line as letters. The mountain sides of Idaho and Oregon, and
 * both sides in Indiana and Michigan, have zones of their own.
 */
const OWN_LETTERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ID: { M: 'B' },
  OR: { M: 'B' },
  IN: { E: 'I' },
  MI: { E: 'T', C: 'N' },
};

/** Reads a US ZIP (5 digits, or ZIP+4). Undefined where it names no state. */
export function zipFacts(postalCode: string): PostalFacts | undefined {
  const match = /^(\d{5})(?:-?\d{4})?$/.exec(postalCode.trim());
  if (!match) return undefined;
  const zip = match[1] as string;
  const region = zip5States.get(zip) ?? runAt(zip3States, zip.slice(0, 3));
  if (region === undefined) return undefined;
  const territory = US_TERRITORIES[region];
  if (territory) return { country: 'US', region, zones: [territory.zone] };
  const state = US_STATES[region];
  if (!state) return undefined;
  const runs = zip5Zones.get(region);
  const letters = runs ? (runAt(runs, zip) ?? state.zones) : state.zones;
  const own = OWN_LETTERS[region];
  return {
    country: 'US',
    region,
    zones: zonesOfLetters([...letters].map((letter) => own?.[letter] ?? letter).join('')),
  };
}

/** Reads a Canadian postal code or its first three characters. */
export function canadianPostalFacts(postalCode: string): PostalFacts | undefined {
  const match = /^([A-Z]\d[A-Z])(?:[ -]?\d[A-Z]\d)?$/.exec(postalCode.trim().toUpperCase());
  if (!match) return undefined;
  const area = match[1] as string;
  const special = FSA_ZONES[area];
  const region = area.startsWith('X')
    ? area.startsWith('X0A') || area.startsWith('X0B') || area.startsWith('X0C')
      ? 'NU'
      : 'NT'
    : POSTAL_LETTERS[area.slice(0, 1)];
  const province = region === undefined ? undefined : PROVINCES[region];
  if (!province) return undefined;
  // An area that is not listed is in the main zone, the first of the province.
  return { country: 'CA', region, zones: special ?? [province.zones[0] as string] };
}
