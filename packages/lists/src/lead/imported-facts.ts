/** The facts of the law that a list can bring, in the compliance module's terms. */

/** Facts that come with a list: an import's columns. */
export interface ImportedFacts {
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** ISO 3166-2 subdivision without the country. */
  readonly region?: string;
  readonly postalCode?: string;
  readonly city?: string;
  /** IANA name. */
  readonly timeZone?: string;
  /** A list's time zone is a guess, which the law weighs against number and region, unless it says more. */
  readonly timeZoneSource?: 'guess' | 'confirmed';
  readonly lineClass?: string;
  readonly phoneUse?: 'work' | 'personal';
  readonly numberProvidedBy?: string;
  readonly isBusiness?: boolean;
  readonly existingContract?: boolean;
  readonly doNotCall?: DoNotCallFacts;
  readonly relationship?: RelationshipFacts;
  readonly attorney?: { readonly known: true };
  /** Epoch ms. */
  readonly ceaseReceivedAt?: number;
  /** Epoch ms. */
  readonly ceaseMailedAt?: number;
  readonly employerProhibits?: true;
  /** Media by which the person asked not to be contacted, such as 'phone'. */
  readonly mediumOptOut?: readonly string[];
  readonly inconvenient?: readonly InconvenientPeriod[];
  readonly reassigned?: ReassignedFacts;
}

/** A weekly period at which the person asked not to be called, in their local time. */
export interface InconvenientPeriod {
  /** 0 is Monday. */
  readonly days: readonly number[];
  /** 'HH:MM', inclusive. */
  readonly from: string;
  /** 'HH:MM', exclusive; '24:00' is the end of the day. */
  readonly to: string;
}

/** What a reassigned-numbers database answered. */
export interface ReassignedFacts {
  /** Epoch ms. */
  readonly queriedAt: number;
  readonly answer: 'yes' | 'no' | 'no-data';
}

/** Registers and requests the lead is on. */
export interface DoNotCallFacts {
  /** A national register. */
  readonly national?: boolean;
  /** The person asked this company not to call: the store puts them on its do-not-call list. */
  readonly internal?: { readonly requestedAt: number };
}

/** The business relationship, epoch ms. */
export interface RelationshipFacts {
  readonly lastTransactionAt?: number;
  readonly lastInquiryAt?: number;
}
