/**
 * The public types of the compliance module: what a request says, what a decision answers.
 *
 * Instants are epoch milliseconds and end in `At`; durations are milliseconds; shares are 0..1. Every
 * optional fact may be absent or `undefined`: an absent fact is read conservatively (see
 * docs/compliance/facts.md).
 */

/** What kind of line a number is. `unknown` counts as wireless for every robocall rule. */
export const LINE_TYPES = ['wireless', 'landline', 'voip', 'unknown'] as const;

/** One of {@link LINE_TYPES}. */
export type LineType = (typeof LINE_TYPES)[number];

/** Why a campaign calls. The purpose decides which body of law applies. */
export const PURPOSES = [
  'telemarketing',
  'debt-collection',
  'political',
  'charity',
  'informational',
  'healthcare',
  'financial-alert',
  'research',
  'emergency',
] as const;

/** One of {@link PURPOSES}. */
export type Purpose = (typeof PURPOSES)[number];

/** The dialing mode in force for one call. */
export const DIALING_MODES = [
  'manual',
  'preview',
  'progressive',
  'power',
  'predictive',
  'agentless',
] as const;

/** One of {@link DIALING_MODES}. */
export type DialingMode = (typeof DIALING_MODES)[number];

/** What the called party hears first: a person, a recording, or a synthetic (also AI) voice. */
export const VOICES = ['live', 'prerecorded', 'artificial'] as const;

/** One of {@link VOICES}. */
export type Voice = (typeof VOICES)[number];

/**
 * Outcome of one earlier attempt. `unknown` (its fate was lost in a crash) counts as a call for every cap.
 */
export const HISTORY_OUTCOMES = [
  'no-answer',
  'busy',
  'failed',
  'machine',
  'voicemail',
  'message-delivered',
  'conversation',
  'refused',
  'abandoned',
  'email',
  'unknown',
] as const;

/** One of {@link HISTORY_OUTCOMES}. */
export type HistoryOutcome = (typeof HISTORY_OUTCOMES)[number];

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

/** Abandonment figures of the current period of the applicable rule. */
export interface AbandonmentFigures {
  /** 'YYYY-MM-DD'. */
  readonly periodStart: string;
  readonly liveAnswers: number;
  readonly abandoned: number;
}

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

/** A declared state of emergency during which some states forbid solicitation. */
export interface DeclaredEmergency {
  /** US state, such as 'LA' or 'NY'. */
  readonly region: string;
  /** Epoch ms, inclusive. */
  readonly from: number;
  /** Epoch ms, exclusive; absent while it lasts. */
  readonly until?: number | undefined;
}

/** Facts about the campaign, as in force for this one call. */
export interface CampaignFacts {
  readonly purpose: Purpose;
  readonly mode: DialingMode;
  /** A person's click starts this one call. Always so for 'manual'; absent for 'preview' reads as a timer. */
  readonly humanInitiated?: boolean | undefined;
  readonly voice: Voice;
  readonly subject?: string | undefined;
  readonly debtId?: string | undefined;
  readonly eventId?: string | undefined;
  readonly seller?: string | undefined;
  /**
   * Content class for exemptions: 'appointment-reminder', 'billing', 'fraud-alert', 'package-delivery' ...
   */
  readonly content?: string | undefined;
  readonly firstParty?: boolean | undefined;
  readonly taxExempt?: boolean | undefined;
  readonly freeToEndUser?: boolean | undefined;
  /** Numbers are randomly or sequentially generated (ATDS). List dialing is not. */
  readonly autodialer?: boolean | undefined;
  /** An agentless flow that transfers to agents. Absent: true when abandonment figures are given. */
  readonly transfersToAgent?: boolean | undefined;
  /** Epoch ms at which the registry copy was obtained; its age counts local dates. */
  readonly doNotCallVersionAt?: number | undefined;
  /** What the review of a sales campaign asks for, by registry. */
  readonly registryProof?: readonly RegistryProof[] | undefined;
  /** Registrations, permits and subscriptions of the caller, which the review asks for. */
  readonly registrations?: readonly Registration[] | undefined;
  /** Emergencies declared where the campaign calls, besides those given to `createCompliance()`. */
  readonly emergencies?: readonly DeclaredEmergency[] | undefined;
  /** ms an unanswered call rings before it is given up. */
  readonly ringTimeout?: number | undefined;
  readonly abandonment?: AbandonmentFigures | undefined;
}

/** One earlier attempt to reach the person. */
export type HistoryEntry = {
  readonly at: number;
  readonly direction: 'outbound' | 'inbound';
  readonly outcome: HistoryOutcome;
  /** Absent: `lead.phone`. */
  readonly phone?: string | undefined;
  /** Absent: 'artificial' for 'message-delivered', else 'live'. */
  readonly voice?: Voice | undefined;
  readonly purpose?: Purpose | undefined;
  readonly seller?: string | undefined;
  readonly debtId?: string | undefined;
  readonly subject?: string | undefined;
  readonly eventId?: string | undefined;
  /** The person agreed to further calls from this local date on; `single`: to one call. */
  readonly callbackConsent?: { readonly from: string; readonly single?: boolean | undefined } | undefined;
};

/** One question: may this call be placed now? */
export interface Request {
  /** Epoch ms. */
  readonly at: number;
  readonly lead: LeadFacts;
  readonly campaign: CampaignFacts;
  /** All attempts to the person, any number, any campaign, any order. */
  readonly history: readonly HistoryEntry[];
}

/** How far a refusal reaches: this mode or audio now, the lead, or the whole campaign. */
export type RefusalScope = 'call' | 'lead' | 'campaign';

/** One rule that refuses. */
export interface Refusal {
  readonly rule: string;
  readonly citation: string;
  /** One sentence for people: what is wrong and, where something helps, what. Carries no personal data. */
  readonly message: string;
  readonly scope: RefusalScope;
  /** First instant at which this one rule no longer refuses; null when waiting does not cure. */
  readonly nextAllowedAt: number | null;
}

/** The verdict of one rule on the request. */
export interface TraceEntry {
  readonly rule: string;
  /** 'notes' informs; 'off' was switched off by the client; 'not-applicable' was exempted by its facts. */
  readonly verdict: 'allows' | 'refuses' | 'notes' | 'off';
  readonly detail?: string;
  readonly inputs?: Readonly<Record<string, string | number | boolean | null>>;
}

/** The answer to a {@link Request}. */
export interface Decision {
  readonly allowed: boolean;
  /** Every rule that refuses, law before policy. */
  readonly refusals: readonly Refusal[];
  /**
   * `at` when allowed; null when any refusal is null; else the first instant at which re-evaluation allows.
   */
  readonly nextAllowedAt: number | null;
  /** Candidate IANA zones that were considered. */
  readonly timeZones: readonly string[];
  /** Jurisdictions whose rules were considered, such as 'US' and 'US-FL'. */
  readonly jurisdictions: readonly string[];
  readonly trace: readonly TraceEntry[];
}

/** How a value was verified: from the primary text, from a secondary source, or from memory. */
export type Verification = 'primary' | 'secondary' | 'memory';

/**
 * What a rule does: refuses calls, sets a duty, is checked in the campaign review, or defines a term other
 * rules use.
 */
export type RuleEffect = 'refusal' | 'duty' | 'review' | 'definition';

/** One rule as listed by `listRules`. */
export interface RuleInfo {
  readonly id: string;
  readonly jurisdiction: string;
  readonly title: string;
  readonly citation: string;
  readonly effects: readonly RuleEffect[];
  readonly kind: 'law' | 'policy';
  /** The calls that the rule reaches. 'recorded' covers prerecorded and synthetic voices. */
  readonly purposes: readonly Purpose[];
  readonly voices: 'any' | 'live' | 'recorded';
  /** 'YYYY-MM-DD' of the value in force; null: since before the table begins. */
  readonly effectiveFrom: string | null;
  /** First date the value in force no longer applies; null: open. */
  readonly effectiveUntil: string | null;
  readonly verification: Verification;
  /** 'YYYY-MM-DD' on which the source was last compared; from memory: on which the value was written down. */
  readonly verifiedOn: string;
  readonly source: { readonly title: string; readonly href: string; readonly pinpoint: string };
  /** The parameter in force, in words. */
  readonly value: string;
  /** A change of the law that is expected or not confirmed: read the text again on that date. */
  readonly watch?: { readonly on: string; readonly what: string };
  /** The client's setting of the rule. */
  readonly setting: RuleSetting;
}

/** How a client treats one rule. Law verified from the primary text cannot be switched off. */
export type RuleSetting = 'on' | 'off' | 'strict';
