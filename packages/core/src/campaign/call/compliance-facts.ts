/**
 * The facts about a person or number that end or limit calls: one table, from which come what a list may
 * bring, what an operator may set, what a disposition may set, and what an export holds.
 */

/** What a fact may carry besides its date. */
export type FactValueKind = 'none' | 'hours' | 'purposes' | 'time-zone' | 'media' | 'answer';

/** One fact of the law. */
export interface ComplianceFact {
  /** Whom it binds: every number of the person, or the one number. */
  readonly about: 'person' | 'number';
  /** What it carries besides its date. */
  readonly value: FactValueKind;
  /** The column of a lead list that brings it, as the importer names it; null where none does. */
  readonly column: string | null;
  /** Its name among the law's facts of a lead; null where it is kept in another way. */
  readonly lawFact: string | null;
  /** False where no disposition sets it by itself: the outcome of the call says it already. */
  readonly disposition: boolean;
  /** The fact in words, after 'the person' or 'the number'. */
  readonly says: string;
}

/** Every fact by its name. */
export const COMPLIANCE_FACTS = {
  'do-not-call': {
    about: 'number',
    value: 'none',
    column: 'phoneDoNotCall',
    lawFact: null,
    disposition: true,
    says: 'is not to be called any more',
  },
  'do-not-call-person': {
    about: 'person',
    value: 'none',
    column: 'internalDoNotCall',
    lawFact: null,
    disposition: true,
    says: 'asked not to be called, on any number',
  },
  'wrong-number': {
    about: 'number',
    value: 'none',
    column: null,
    lawFact: null,
    disposition: true,
    says: 'does not reach the person',
  },
  cease: {
    about: 'person',
    value: 'none',
    column: 'ceaseReceivedAt',
    lawFact: 'ceaseReceivedAt',
    disposition: true,
    says: 'asked in writing that contact ends; received on this date',
  },
  'cease-mailed': {
    about: 'person',
    value: 'none',
    column: 'ceaseMailedAt',
    lawFact: 'ceaseMailedAt',
    disposition: true,
    says: 'asked in writing that contact ends; mailed on this date',
  },
  attorney: {
    about: 'person',
    value: 'none',
    column: 'attorney',
    lawFact: 'attorney',
    disposition: true,
    says: 'is represented by an attorney',
  },
  bankrupt: {
    about: 'person',
    value: 'none',
    column: 'bankrupt',
    lawFact: 'bankrupt',
    disposition: true,
    says: 'is bankrupt',
  },
  deceased: {
    about: 'person',
    value: 'none',
    column: 'deceased',
    lawFact: 'deceased',
    disposition: true,
    says: 'has died',
  },
  minor: {
    about: 'person',
    value: 'none',
    column: 'minor',
    lawFact: 'minor',
    disposition: true,
    says: 'is under age',
  },
  'inconvenient-time': {
    about: 'person',
    value: 'hours',
    column: 'inconvenientTimes',
    lawFact: 'inconvenient',
    disposition: true,
    says: 'asked not to be called at these hours',
  },
  'employer-prohibits': {
    about: 'number',
    value: 'none',
    column: 'employerProhibits',
    lawFact: 'employerProhibits',
    disposition: true,
    says: 'is at work, where the employer forbids calls',
  },
  refused: {
    about: 'person',
    value: 'none',
    column: null,
    lawFact: null,
    disposition: true,
    says: 'refused to talk',
  },
  'consent-revoked': {
    about: 'person',
    value: 'purposes',
    column: 'consentRevokedAt',
    lawFact: null,
    disposition: true,
    says: 'revoked consent; without purposes, all of it',
  },
  'channel-opt-out': {
    about: 'person',
    value: 'media',
    column: 'channelOptOut',
    lawFact: 'mediumOptOut',
    disposition: true,
    says: 'asked not to be contacted by these media',
  },
  reassigned: {
    about: 'number',
    value: 'answer',
    column: 'reassigned',
    lawFact: 'reassigned',
    disposition: true,
    says: 'has this answer of the reassigned-numbers database, asked on this date',
  },
  'time-zone': {
    about: 'person',
    value: 'time-zone',
    column: 'confirmedTimeZone',
    lawFact: 'timeZone',
    disposition: true,
    says: 'confirmed to live in this time zone',
  },
  conversation: {
    about: 'person',
    value: 'none',
    column: 'lastConversationAt',
    lawFact: null,
    disposition: false,
    says: 'was spoken to on this date, outside of outdial',
  },
  'past-call': {
    about: 'person',
    value: 'none',
    column: 'pastCalls',
    lawFact: null,
    disposition: false,
    says: 'was called on this date, outside of outdial',
  },
} as const;

/** Name of a fact: a key of {@link COMPLIANCE_FACTS}. */
export type FactName = keyof typeof COMPLIANCE_FACTS;

/** Name of every fact. */
export const FACT_NAMES: readonly FactName[] = Object.keys(COMPLIANCE_FACTS) as FactName[];

const FACTS: Readonly<Record<FactName, ComplianceFact>> = COMPLIANCE_FACTS;

/** What a fact is about, carries and comes from. */
export function complianceFact(name: FactName): ComplianceFact {
  return FACTS[name];
}

/** What a call may teach the compliance module: facts that a disposition can set. */
export type ComplianceFactKind = {
  [Name in FactName]: (typeof COMPLIANCE_FACTS)[Name]['disposition'] extends true ? Name : never;
}[FactName];

/** Whether a disposition can set the fact. */
function isLearnedOnCalls(name: FactName): name is ComplianceFactKind {
  return COMPLIANCE_FACTS[name].disposition;
}

/** Every fact about the person or the number that a call may teach the compliance module. */
export const COMPLIANCE_FACT_KINDS: readonly ComplianceFactKind[] = FACT_NAMES.filter(isLearnedOnCalls);
