/** Tables of attempts, of what came of them, and of those in progress. */
import type { AttemptResult, CallMode, HangupCause, Outcome, CallVoice } from '@outdial/core';
import type { JsonText } from '../json-text.js';
import type { Flag } from './flags.js';

/** One row a call attempt. Open while `ended_at` is null. */
export interface AttemptsTable {
  attempt_id: string;
  campaign_id: string;
  lead_id: string;
  list_id: string;
  person_id: string;
  phone: string;
  node: string;
  epoch: number;
  /** 'inbound': the call came in, `phone` is the caller's and `caller_number` the number they called. */
  mode: CallMode;
  human_initiated: Flag;
  voices: JsonText<readonly CallVoice[]>;
  caller_number: string;
  agent_id: string | null;
  purpose: string | null;
  seller: string | null;
  account: string | null;
  opened_at: number;
  live_answer_at: number | null;
  connected_at: number | null;
  abandoned_at: number | null;
  outcome: Outcome | null;
  disposition: string | null;
  cause: JsonText<HangupCause> | null;
  machine_verdict: NonNullable<AttemptResult['machineVerdict']> | null;
  /** The flow to which an agent has given the person, while the call lasts. */
  given_flow: string | null;
  dialed_at: number | null;
  /** Name of the trunk through which the call went out; null: it did not leave, or nobody said. */
  trunk: string | null;
  ringing_at: number | null;
  answered_at: number | null;
  ended_at: number | null;
  closed_at: number | null;
  talk_ms: number | null;
  wrap_up_ms: number | null;
  counts: Flag | null;
  /** The person refused to talk: history reads 'refused'. */
  refused: Flag;
  /** Instant of the callback that was agreed in this call. */
  callback_at: number | null;
  /** What the end meant for lead, numbers and person. */
  result: JsonText<Pick<AttemptResult, 'lead' | 'closes' | 'learned' | 'callerEnding'>> | null;
  /** When what names the person was erased; null: it was not. */
  erased_at: number | null;
}

/**
 * Ends that came after an attempt had ended, e.g. after a take-over: the first end stays, a different one is
 * kept here.
 */
export interface LateEndsTable {
  attempt_id: string;
  /** SHA-256 of `result`: the same end is kept once. */
  hash: string;
  at: number;
  node: string;
  outcome: Outcome;
  disposition: string | null;
  agent_id: string | null;
  connected_at: number | null;
  /** As in attempts: null where this end tells of none. */
  live_answer_at: number | null;
  abandoned_at: number | null;
  ended_at: number;
  /** As in attempts. */
  refused: Flag;
  callback_at: number | null;
  /** The whole end, without what a flow gathered: that is in `answers`. */
  result: JsonText<Omit<AttemptResult, 'variables'>>;
}

/** Unique keys of attempts in progress: `n:<number>` and `p:<person>`. */
export interface InProgressTable {
  subject: string;
  attempt_id: string;
}

/** What flows gathered. Never logged. */
export interface AnswersTable {
  attempt_id: string;
  name: string;
  value: string;
}

/** Where a recording of a call is kept. */
export interface RecordingsTable {
  recording_id: string;
  attempt_id: string;
  at: number;
  duration_ms: number | null;
  location: string | null;
}
