/** What is known of the called party: number, line, place, consent, relationship, and what they asked for. */
import type { LineType, Purpose } from './terms.js';

/** Consent on file for `lead.phone`. */
export interface Consent {
  /** 'written' (signed, also electronically) satisfies 'express'. */
  readonly type: 'written' | 'express';
  /** Epoch ms at which it was given. Later than the request: absent. */
  readonly at: number;
  /** Purposes it covers; absent covers all. */
  readonly scope?: readonly Purpose[] | undefined;
  /** Sellers it names; absent covers any. */
  readonly sellers?: readonly string[] | undefined;
  /** Epoch ms of a revocation, by any means. */
  readonly revokedAt?: number | undefined;
  /** Epoch ms from which it does not count any more; absent: it has no end. */
  readonly expiresAt?: number | undefined;
  /** Purposes the revocation reaches; absent reaches all. */
  readonly scopeRevoked?: readonly Purpose[] | undefined;
  /** The proof of it. No rule reads it; it stays with the decision on record. */
  readonly evidence?: ConsentEvidence | undefined;
}

/** Where the proof of a consent is. */
export interface ConsentEvidence {
  /** The wording that was agreed to: a form with its version, a recording. */
  readonly form?: string | undefined;
  /** From where it was given: an IP address, an e-mail address, a page. */
  readonly address?: string | undefined;
  /** Identifier of a certificate by a third party. */
  readonly certificateId?: string | undefined;
}

/** Established business relationship. */
export interface Relationship {
  /** Epoch ms of the last purchase or transaction (for a charity: the last donation). */
  readonly lastTransactionAt?: number | undefined;
  /** Epoch ms of the last inquiry or application. */
  readonly lastInquiryAt?: number | undefined;
}

/** A weekly period at which the person said calls are inconvenient, local time. */
export interface InconvenientPeriod {
  /** 0 = Monday .. 6 = Sunday. */
  readonly days: readonly number[];
  /** 'HH:MM', inclusive. */
  readonly from: string;
  /** 'HH:MM', exclusive; '24:00' allowed; earlier than `from` runs past midnight. */
  readonly to: string;
}

/** Answer of a reassigned-numbers database. */
export interface ReassignedAnswer {
  readonly queriedAt: number;
  readonly answer: 'yes' | 'no' | 'no-data';
}

/**
 * Facts about the called party. A type and not an interface, so that it fits gates that pass facts on by
 * name.
 */
export type LeadFacts = {
  /** E.164, with the plus sign. */
  readonly phone: string;
  readonly lineType?: LineType | undefined;
  /** Lines robocalls may never reach, such as 'emergency' or 'patient-room'. */
  readonly lineClass?: string | undefined;
  readonly phoneUse?: 'work' | 'personal' | undefined;
  readonly isBusiness?: boolean | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | undefined;
  /** ISO 3166-2 subdivision without the country: 'CO', 'ON', 'ENG'. */
  readonly region?: string | undefined;
  readonly city?: string | undefined;
  readonly postalCode?: string | undefined;
  /** IANA zone. */
  readonly timeZone?: string | undefined;
  /** 'confirmed' by the called party: then it is the only zone. Absent reads as 'guess'. */
  readonly timeZoneSource?: 'confirmed' | 'guess' | undefined;
  readonly otherPhones?:
    readonly { readonly phone: string; readonly lineType?: LineType | undefined }[] | undefined;
  readonly consent?: Consent | undefined;
  readonly relationship?: Relationship | undefined;
  readonly existingContract?: boolean | undefined;
  readonly numberProvidedBy?: 'called-party' | (string & {}) | undefined;
  readonly doNotCall?:
    | {
        /** On the country's public registry (also TPS, DNCL, DNCR ...). */
        readonly national?: boolean | undefined;
        /** The person told this caller to stop. */
        readonly internal?: { readonly requestedAt: number } | undefined;
        /** Names of private or further lists that contain the number, for the refusal. */
        readonly lists?: readonly string[] | undefined;
      }
    | undefined;
  readonly reassigned?: ReassignedAnswer | undefined;
  readonly inconvenient?: readonly InconvenientPeriod[] | undefined;
  readonly employerProhibits?: boolean | undefined;
  readonly attorney?: { readonly known: boolean } | undefined;
  /** The person is in bankruptcy: debts are not collected by calls. */
  readonly bankrupt?: boolean | undefined;
  readonly deceased?: boolean | undefined;
  /** The person is under age. */
  readonly minor?: boolean | undefined;
  readonly ceaseMailedAt?: number | undefined;
  readonly ceaseReceivedAt?: number | undefined;
  /** Media ('phone', ...) or single numbers the person asked not to be contacted by. */
  readonly mediumOptOut?: readonly string[] | undefined;
  /** May come with the lead instead of the campaign. */
  readonly debtId?: string | undefined;
  /** May come with the lead instead of the campaign. */
  readonly subject?: string | undefined;
  /** May come with the lead instead of the campaign. */
  readonly eventId?: string | undefined;
};
