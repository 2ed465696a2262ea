/** Codes of the closed vocabularies in words, for people: outcomes, reasons of leads, facts, consent. */
import { ownValue, type FactName, type Outcome } from '@outdial/core';
import { titleOfRule } from '../gate/rule-title.js';

/** Every outcome and fact. */
const ENDINGS_AND_FACTS: Readonly<Record<Outcome | FactName, string>> = {
  // Outcomes.
  'no-answer': 'No answer',
  busy: 'Busy',
  'invalid-number': 'Number not in service',
  rejected: 'Rejected by the person',
  blocked: 'Blocked by the carrier',
  congestion: 'No free line on the way',
  failed: 'Could not be placed',
  machine: 'Answering machine',
  voicemail: 'Message left on the machine',
  'message-delivered': 'Message heard',
  abandoned: 'Abandoned: no agent in time',
  reneged: 'Hung up before an agent was there',
  cancelled: 'Not placed',
  unknown: 'Not known: the dialer was away',
  conversation: 'Conversation',

  // Facts.
  'do-not-call': 'Not to be called',
  'do-not-call-person': 'Asked not to be called, on any number',
  cease: 'Cease letter received',
  'cease-mailed': 'Cease letter mailed',
  'wrong-number': 'Wrong number',
  attorney: 'Has an attorney',
  bankrupt: 'Bankrupt',
  deceased: 'Deceased',
  minor: 'Under age',
  'inconvenient-time': 'Hours at which not to call',
  'employer-prohibits': 'Employer forbids calls at work',
  refused: 'Refused to talk',
  'consent-revoked': 'Consent revoked',
  'channel-opt-out': 'Medium refused',
  reassigned: 'Number has another owner now',
  'time-zone': 'Time zone confirmed',
  'past-call': 'Called before, outside of outdial',
};

/** Pauses that outdial begins by itself. */
const PAUSES: Readonly<Record<string, string>> = {
  login: 'Just joined',
  'leg-down': 'Telephone went down',
  'leg-failed': 'Telephone did not answer',
  supervisor: 'By a supervisor',
};

/** Why a lead waits, and why a lead or a number is closed. */
const REASONS: Readonly<Record<string, string>> = {
  fresh: 'Never called',
  'dialable now': 'Dialable now',
  callback: 'Callback',
  claimed: 'Being called, or about to be',
  'outside-calling-window': 'Outside calling hours',
  'outside-countries': 'In a country that the campaign does not call',
  filtered: 'Passed by by the filter of the campaign',
  'not-live': 'Not live: only numbers of the allow-list are called',
  'callback-from-queue': 'Asked to be called back while waiting',
  'callback-cancelled': 'Its callback was cancelled',
  'facts-changed': 'A list changed what is known of them',
  'pursued-by-another-lead': 'Another lead with their number goes first',
  'no-agent-with-skills': 'No agent with the skill it asks for',
  'agent-not-reached': 'The telephone of its agent was not reached',
  'store-fault': 'The database did not answer when it was to be called',
  skipped: 'Skipped by an agent',
  'refused-in-this-mode': 'The law allows no call in this mode; another mode, or a click, may',
  'attempts-used-up': 'Called as often as the campaign allows',
  'no-number-left': 'No number is left to call',
  'pursuit-ended': 'It ended in another lead with their number',
  'opted-out': 'Asked in a call not to be called',
  'third-party': 'A call to a third party only',
  erased: 'Erased on request',
  withdrawn: 'Closed from outside',
  interlock: 'A safety interlock keeps it from being called',
  refused: 'Refused by the law or an interlock',
  'do-not-call flag': 'A list says not to call this number',
};

/** Of a lead, 'refused' is what the law did; else it is what the person did. */
const OF_LEADS: Readonly<Record<string, string>> = { ...PAUSES, ...ENDINGS_AND_FACTS, ...REASONS };

/** Reasons that are made of an outcome or a rule. */
const MADE: readonly (readonly [RegExp, (code: string) => string])[] = [
  [/^retry-(.+)$/, (outcome) => `Again after “${reasonWords(outcome)}”`],
  [/^no-retry-after-(.+)$/, (outcome) => `Not called again after “${reasonWords(outcome)}”`],
  [/^(.+)-used-up$/, (outcome) => `“${codeWords(outcome)}” as often as the campaign allows`],
  [/^refused: (.+)$/, (rule) => `The law or an interlock refused: ${titleOfRule(rule) ?? ruleWords(rule)}`],
];

/**
 * A code as people read it: 'no-retry-after-conversation' is 'Not called again after “conversation”'. One of
 * the campaign's own, such as a disposition, is its letters: 'not-interested' is 'Not interested'. A reason
 * that a person wrote stays as it is.
 */
export function codeWords(code: string): string {
  const words = ownValue(OF_LEADS, code);
  if (words !== undefined) return words;
  for (const [pattern, say] of MADE) {
    const part = pattern.exec(code)?.[1];
    if (part !== undefined) return say(part);
  }
  return /^[a-z\d]+(-[a-z\d]+)*$/.test(code) ? sentence(code.replaceAll('-', ' ')) : code;
}

/** Outcomes, facts, pauses and reasons of numbers in words, for screens that show single ones. */
export const CODE_WORDS: Readonly<Record<string, string>> = {
  ...REASONS,
  ...PAUSES,
  ...ENDINGS_AND_FACTS,
};

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** A code in the middle of a sentence: 'not called again after “conversation”'. */
export function reasonWords(code: string): string {
  const words = codeWords(code);
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

/** A rule without a title: one of the store's own, or of the client. */
const ruleWords = (rule: string): string => rule.replace(/^(store|client)\./, '').replaceAll(/[.-]/g, ' ');
