/** A jurisdiction's rules, and what they cover. */
import type { CampaignFacts, LeadFacts, Purpose, Voice } from '../contract.js';
import type { Rule } from './rule.js';

/** A do-not-call registry that sales campaigns must be compared with. */
export interface Registry {
  /** 'US', or a state: 'US-TX'. */
  readonly id: string;
  /** To complete 'compared with the ...'. */
  readonly name: string;
  readonly of: 'country' | 'state';
}

/** Rules of one country. */
export interface Pack {
  /** ISO 3166-1. */
  readonly country: string;
  readonly name: string;
  /**
   * IANA zone by whose calendar the limits of the country count days and months. Where the country has
   * several zones and its law names none, the zone of the regulator's seat.
   */
  readonly timeZone: string;
  readonly rules: readonly Rule[];
  /** Registries of the country and its states; absent: none is known. */
  readonly registries?: readonly Registry[];
  /**
   * Tells whether the law for a purpose and voice is modelled in the country and the given states. Where it
   * is not, calls refuse under `policy.unmodelled`: a law that is not modelled must not read as permission.
   *
   * @returns what is missing; empty where all is modelled
   */
  readonly unmodelled: (purpose: Purpose, voice: Voice, regions: readonly string[]) => readonly Gap[];
}

/** Law that is not modelled. */
export interface Gap {
  /** The name by which a client may accept it: 'US-OH:debt-collection:first-party'. */
  readonly name: string;
  /** True where the gap concerns the call; absent: every call of the purpose and voice. */
  readonly concerns?: (facts: GapFacts) => boolean;
}

/** What a gap may read. The lead is absent in the review of a campaign. */
export interface GapFacts {
  readonly campaign: CampaignFacts;
  readonly lead?: LeadFacts;
}

/** Packs by ISO country. */
export type Packs = ReadonlyMap<string, Pack>;

/** Purposes with the voices modelled for them. */
export type Coverage = Readonly<Partial<Record<Purpose, 'any' | 'live'>>>;

/** Builds the usual coverage test of a pack. */
export function covers(country: string, coverage: Coverage): Pack['unmodelled'] {
  return (purpose, voice) => {
    const voices = coverage[purpose];
    if (voices === 'any' || (voices === 'live' && voice === 'live')) return [];
    return [{ name: `${country}:${purpose}:${voice === 'live' ? 'live' : 'recorded'}` }];
  };
}
