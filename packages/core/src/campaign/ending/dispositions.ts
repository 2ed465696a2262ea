/** The dispositions that an agent may set, and the default set. */
import type { EndingCloses } from '../call/attempt.js';
import type { ComplianceFactKind } from '../call/compliance-facts.js';
import type { RetryRule } from '../supply/retry.js';

/** The outcomes that a disposition may stand for. */
export const DISPOSITION_OUTCOMES = [
  'conversation',
  'machine',
  'voicemail',
  'no-answer',
  'reneged',
  'message-delivered',
] as const;

/**
 * What a disposition may do with the lead. 'close': the lead is done. 'retry': again by `retry`. 'callback':
 * again at the time that the agent gives.
 */
export const DISPOSITION_STEPS = ['close', 'retry', 'callback'] as const;

/** A disposition that an agent or a flow may set. */
export interface Disposition {
  readonly code: string;
  readonly label: string;
  /**
   * The outcome for the compliance module. 'conversation' starts conversation cool-downs; 'no-answer' and
   * 'machine' do not.
   */
  readonly outcome: (typeof DISPOSITION_OUTCOMES)[number];
  /** True when a person was spoken to. */
  readonly contact: boolean;
  /** True when the person on the list was spoken to. */
  readonly rightParty: boolean;
  /** True when the campaign's aim was reached. */
  readonly conversion: boolean;
  readonly then: (typeof DISPOSITION_STEPS)[number];
  readonly retry?: RetryRule;
  /** What the disposition closes in addition to the lead. */
  readonly closes: EndingCloses;
  /** The compliance fact that the disposition sets. */
  readonly sets?: ComplianceFactKind;
}

const conversation = {
  outcome: 'conversation',
  contact: true,
  rightParty: true,
  conversion: false,
  closes: 'none',
} as const;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The default set. A campaign may replace it. */
export const DEFAULT_DISPOSITIONS: readonly Disposition[] = [
  { code: 'sale', label: 'Sale', ...conversation, conversion: true, then: 'close', closes: 'entry' },
  {
    code: 'promise-to-pay',
    label: 'Promise to pay',
    ...conversation,
    conversion: true,
    then: 'retry',
    retry: { delayMs: 14 * DAY, most: 3 },
  },
  {
    code: 'right-party',
    label: 'Right party, no result',
    ...conversation,
    then: 'retry',
    retry: { delayMs: 7 * DAY, most: 3 },
  },
  {
    code: 'third-party',
    label: 'Third party',
    ...conversation,
    rightParty: false,
    then: 'retry',
    retry: { delayMs: DAY, most: 3 },
  },
  {
    code: 'wrong-number',
    label: 'Wrong number',
    ...conversation,
    rightParty: false,
    then: 'retry',
    retry: { delayMs: 0, most: 1 },
    closes: 'number',
    sets: 'wrong-number',
  },
  { code: 'callback', label: 'Callback', ...conversation, then: 'callback' },
  { code: 'not-interested', label: 'Not interested', ...conversation, then: 'close', closes: 'entry' },
  {
    code: 'refused',
    label: 'Refused to talk',
    ...conversation,
    then: 'close',
    closes: 'entry',
    sets: 'refused',
  },
  {
    code: 'do-not-call',
    label: 'Asked not to be called',
    ...conversation,
    then: 'close',
    closes: 'person',
    sets: 'do-not-call-person',
  },
  {
    code: 'cease',
    label: 'Written cease notice announced',
    ...conversation,
    then: 'close',
    closes: 'person',
    sets: 'cease',
  },
  {
    code: 'deceased',
    label: 'Deceased',
    ...conversation,
    rightParty: false,
    then: 'close',
    closes: 'person',
    sets: 'deceased',
  },
  {
    code: 'attorney',
    label: 'Represented by an attorney',
    ...conversation,
    then: 'close',
    closes: 'person',
    sets: 'attorney',
  },
  { code: 'bankrupt', label: 'Bankrupt', ...conversation, then: 'close', closes: 'person', sets: 'bankrupt' },
  {
    code: 'inconvenient-time',
    label: 'Inconvenient time',
    ...conversation,
    then: 'retry',
    retry: { delayMs: DAY, most: 3 },
    sets: 'inconvenient-time',
  },
  {
    code: 'at-work',
    label: 'At work, employer prohibits',
    ...conversation,
    then: 'retry',
    retry: { delayMs: DAY, most: 3 },
    closes: 'number',
    sets: 'employer-prohibits',
  },
  {
    code: 'language',
    label: 'Other language',
    ...conversation,
    rightParty: false,
    then: 'retry',
    retry: { delayMs: DAY, most: 2 },
  },
  {
    code: 'call-dropped',
    label: 'Call dropped',
    ...conversation,
    then: 'retry',
    retry: { delayMs: HOUR, most: 3 },
  },
  {
    code: 'machine',
    label: 'Answering machine',
    outcome: 'machine',
    contact: false,
    rightParty: false,
    conversion: false,
    then: 'retry',
    closes: 'none',
  },
  {
    code: 'nobody-there',
    label: 'Nobody spoke',
    outcome: 'reneged',
    contact: false,
    rightParty: false,
    conversion: false,
    then: 'retry',
    closes: 'none',
  },
  // Set by the wrap-up time-out. It counts as a conversation, because there may have been one.
  {
    code: 'unspecified',
    label: 'No disposition given',
    ...conversation,
    then: 'retry',
    retry: { delayMs: 7 * DAY, most: 3 },
  },
];
