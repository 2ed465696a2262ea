/** What a fact carries besides its date, as the store keeps it. */
import type { InconvenientHours } from './inconvenient-hours.js';

/** The purposes that a revocation reaches. */
export interface RevokedPurposes {
  readonly purposes: readonly string[];
}

/** Media by which the person asked not to be contacted, such as 'phone'. */
export interface OptedOutMedia {
  readonly media: readonly string[];
}

/** What a reassigned-numbers database answered. */
export interface ReassignedDetail {
  readonly answer: 'yes' | 'no' | 'no-data';
}

/** The zone that the person confirmed. */
export interface ConfirmedZone {
  /** IANA name. */
  readonly timeZone: string;
}

/** What a fact carries: by its kind the hours, purposes, media, answer or zone. */
export type FactDetail =
  InconvenientHours | RevokedPurposes | OptedOutMedia | ReassignedDetail | ConfirmedZone;
