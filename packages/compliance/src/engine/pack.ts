/** A jurisdiction's rules, and what they cover. */
import type { Purpose, Voice } from '../contract.js';
import type { Rule } from './rule.js';

/** Rules of one country. */
export interface Pack {
  /** ISO 3166-1. */
  readonly country: string;
  readonly name: string;
  /**
   * IANA zone by whose calendar its limits count days and months. Where a country has several zones and its
   * law names none, that of its regulator's seat.
   */
  readonly timeZone: string;
  readonly rules: readonly Rule[];
  /**
   * Tells whether a purpose and voice are modelled in the country and the given states. A call outside
   * refuses under `policy.unmodelled`: law that is not modelled must not read as allowed.
   *
   * @returns undefined where modelled, else what is missing, by name: 'US-AR:political:recorded'
   */
  readonly unmodelled: (purpose: Purpose, voice: Voice, regions: readonly string[]) => string | undefined;
}

/** Packs by ISO country. */
export type Packs = ReadonlyMap<string, Pack>;

/** Purposes with the voices modelled for them. */
export type Coverage = Readonly<Partial<Record<Purpose, 'any' | 'live'>>>;

/** Builds the usual coverage test of a pack. */
export function covers(country: string, coverage: Coverage): Pack['unmodelled'] {
  return (purpose, voice) => {
    const voices = coverage[purpose];
    if (voices === 'any' || (voices === 'live' && voice === 'live')) return undefined;
    return `${country}:${purpose}:${voice === 'live' ? 'live' : 'recorded'}`;
  };
}
