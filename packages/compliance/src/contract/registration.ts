/** What an authority gave to the caller, and how numbers were compared with a do-not-call registry. */

/** How a campaign's numbers were compared with a do-not-call registry: by a list here, or by someone else. */
export interface RegistryProof {
  /** 'US', 'CA', or a state with a registry of its own: 'US-TX'. */
  readonly registry: string;
  /** Name of the list in use; its date is `doNotCallVersionAt`, for a state's list its own. */
  readonly list?: string | undefined;
  readonly scrubbedElsewhere?:
    | {
        /** Who compared the numbers. */
        readonly by: string;
        /** The subscription under which the registry was read. */
        readonly subscription: string;
        /** Epoch ms of the registry copy used. */
        readonly at: number;
      }
    | undefined;
}

/** What an authority gave to the caller. */
export const REGISTRATION_KINDS = ['registration', 'licence', 'permit', 'bond', 'subscription'] as const;

/** One of {@link REGISTRATION_KINDS}. */
export type RegistrationKind = (typeof REGISTRATION_KINDS)[number];

/** A registration, licence, permit, bond or subscription of the caller. */
export interface Registration {
  readonly kind: RegistrationKind;
  /** The place for which it holds: 'US-TX', 'CA'. */
  readonly place: string;
  /** Its number. */
  readonly number: string;
  /** 'YYYY-MM-DD', its last day; absent: it does not expire. */
  readonly expires?: string | undefined;
}
