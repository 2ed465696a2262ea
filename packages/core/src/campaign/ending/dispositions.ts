/** What an agent may say a call was, and the shipped set of dispositions. */
import type { ComplianceFactKind } from '../call/attempt.js';
import type { Outcome } from '../call/outcomes.js';
import type { RetryRule } from '../supply/retry.js';

/** What an agent (or a flow) says a call was. */
export interface Disposition {
  readonly code: string;
  readonly label: string;
  /**
   * What it is to the law: 'conversation' starts conversation cool-downs, 'no-answer' and 'machine' do not.
   */
  readonly outcome: Extract<
    Outcome,
    'conversation' | 'machine' | 'voicemail' | 'no-answer' | 'reneged' | 'message-delivered'
  >;
  /** Somebody was spoken to. */
  readonly contact: boolean;
  /** The person the list means was spoken to. */
  readonly rightParty: boolean;
  /** The campaign's aim was reached. */
  readonly conversion: boolean;
  /** 'close': the lead is done; 'retry': by `retry`; 'callback': at the time the agent gives. */
  readonly then: 'close' | 'retry' | 'callback';
  readonly retry?: RetryRule;
  /** What it closes beside the lead. */
  readonly closes: 'none' | 'number' | 'person' | 'entry';
  /** Which compliance fact it sets. */
  readonly sets?: ComplianceFactKind;
}

const talked = {
  outcome: 'conversation',
  contact: true,
  rightParty: true,
  conversion: false,
  closes: 'none',
} as const;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The shipped set. A campaign may replace it. */
export const DEFAULT_DISPOSITIONS: readonly Disposition[] = [
  { code: 'sale', label: 'Sale', ...talked, conversion: true, then: 'close', closes: 'entry' },
  {
    code: 'promise-to-pay',
    label: 'Promise to pay',
    ...talked,
    conversion: true,
    then: 'retry',
    retry: { delay: 14 * DAY, most: 3 },
  },
  {
    code: 'right-party',
    label: 'Right party, no result',
    ...talked,
    then: 'retry',
    retry: { delay: 7 * DAY, most: 3 },
  },
  {
    code: 'third-party',
    label: 'Third party',
    ...talked,
    rightParty: false,
    then: 'retry',
    retry: { delay: DAY, most: 3 },
  },
  {
    code: 'wrong-number',
    label: 'Wrong number',
    ...talked,
    rightParty: false,
    then: 'retry',
    retry: { delay: 0, most: 1 },
    closes: 'number',
    sets: 'wrong-number',
  },
  { code: 'callback', label: 'Callback', ...talked, then: 'callback' },
  { code: 'not-interested', label: 'Not interested', ...talked, then: 'close', closes: 'entry' },
  { code: 'refused', label: 'Refused to talk', ...talked, then: 'close', closes: 'entry', sets: 'refused' },
  {
    code: 'do-not-call',
    label: 'Asked not to be called',
    ...talked,
    then: 'close',
    closes: 'person',
    sets: 'do-not-call-person',
  },
  {
    code: 'cease',
    label: 'Written cease notice announced',
    ...talked,
    then: 'close',
    closes: 'person',
    sets: 'cease',
  },
  {
    code: 'deceased',
    label: 'Deceased',
    ...talked,
    rightParty: false,
    then: 'close',
    closes: 'person',
    sets: 'deceased',
  },
  {
    code: 'attorney',
    label: 'Represented by an attorney',
    ...talked,
    then: 'close',
    closes: 'person',
    sets: 'attorney',
  },
  { code: 'bankrupt', label: 'Bankrupt', ...talked, then: 'close', closes: 'person', sets: 'bankrupt' },
  {
    code: 'inconvenient-time',
    label: 'Inconvenient time',
    ...talked,
    then: 'retry',
    retry: { delay: DAY, most: 3 },
    sets: 'inconvenient-time',
  },
  {
    code: 'at-work',
    label: 'At work, employer prohibits',
    ...talked,
    then: 'retry',
    retry: { delay: DAY, most: 3 },
    closes: 'number',
    sets: 'employer-prohibits',
  },
  {
    code: 'language',
    label: 'Other language',
    ...talked,
    rightParty: false,
    then: 'retry',
    retry: { delay: DAY, most: 2 },
  },
  { code: 'call-dropped', label: 'Call dropped', ...talked, then: 'retry', retry: { delay: HOUR, most: 3 } },
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
  // What a wrap-up time-out sets: it reads as a conversation, because one was possible.
  {
    code: 'unspecified',
    label: 'No disposition given',
    ...talked,
    then: 'retry',
    retry: { delay: 7 * DAY, most: 3 },
  },
];
