/** The table of outcomes, and how a hang-up cause becomes an outcome. */
import { invariant } from '../../invariant.js';
import type { UnansweredEnding } from '../../pacing/index.js';

/** What the person's calling history may say of an attempt of ours. */
export const CALLING_HISTORY_OUTCOMES = [
  'no-answer',
  'busy',
  'failed',
  'machine',
  'voicemail',
  'message-delivered',
  'conversation',
  'abandoned',
] as const;

/** What one outcome means to the pacer, the compliance module and the lead. */
export interface OutcomeMeaning {
  /**
   * What the pacer gets for a call that ended without a live answer (see the pacer's contract). Null for live
   * answers.
   */
  readonly pacer: UnansweredEnding | null;
  /** What is written to the person's calling history. Null where the call did not reach the called party. */
  readonly compliance: (typeof CALLING_HISTORY_OUTCOMES)[number] | null;
  /** True when it uses up one of the lead's attempts. A trunk fault does not. */
  readonly countsAsAttempt: boolean;
  /** True when the phone rang or was answered. Frequency caps that count ringing calls use it. */
  readonly rang: boolean;
  /** True for a call answered by a live person: the denominator of every abandonment rate. */
  readonly liveAnswer: boolean;
}

const TABLE = {
  'no-answer': {
    pacer: 'no-answer',
    compliance: 'no-answer',
    countsAsAttempt: true,
    rang: true,
    liveAnswer: false,
  },
  busy: { pacer: 'busy', compliance: 'busy', countsAsAttempt: true, rang: false, liveAnswer: false },
  rejected: { pacer: 'busy', compliance: 'no-answer', countsAsAttempt: true, rang: true, liveAnswer: false },
  'invalid-number': {
    pacer: 'failed',
    compliance: 'failed',
    countsAsAttempt: true,
    rang: false,
    liveAnswer: false,
  },
  blocked: { pacer: 'blocked', compliance: 'failed', countsAsAttempt: true, rang: false, liveAnswer: false },
  congestion: { pacer: 'failed', compliance: null, countsAsAttempt: false, rang: false, liveAnswer: false },
  failed: { pacer: 'failed', compliance: 'failed', countsAsAttempt: true, rang: false, liveAnswer: false },
  machine: { pacer: 'machine', compliance: 'machine', countsAsAttempt: true, rang: true, liveAnswer: false },
  voicemail: {
    pacer: 'machine',
    compliance: 'voicemail',
    countsAsAttempt: true,
    rang: true,
    liveAnswer: false,
  },
  'message-delivered': {
    pacer: null,
    compliance: 'message-delivered',
    countsAsAttempt: true,
    rang: true,
    liveAnswer: true,
  },
  conversation: {
    pacer: null,
    compliance: 'conversation',
    countsAsAttempt: true,
    rang: true,
    liveAnswer: true,
  },
  abandoned: { pacer: null, compliance: 'abandoned', countsAsAttempt: true, rang: true, liveAnswer: true },
  reneged: { pacer: null, compliance: 'no-answer', countsAsAttempt: true, rang: true, liveAnswer: true },
  cancelled: { pacer: 'cancelled', compliance: null, countsAsAttempt: false, rang: false, liveAnswer: false },
  // What happened is not known. The phone may have rung, so the attempt counts as a call for every cap.
  unknown: {
    pacer: 'cancelled',
    compliance: 'no-answer',
    countsAsAttempt: true,
    rang: true,
    liveAnswer: false,
  },
} as const;

/** How an attempt ended: a key of {@link OUTCOMES}. */
export type Outcome = keyof typeof TABLE;

/** The one table of outcomes and their meanings. Every other list of outcomes derives from it. */
export const OUTCOMES: Readonly<Record<Outcome, OutcomeMeaning>> = TABLE;

/**
 * Who or what may have ended a call. 'far': the called party's end. 'us': a hang-up order. 'ring-timeout' and
 * 'setup-timeout': the time ran out. 'expired': the dial command was too old to be carried out, so no call
 * was placed. 'refused': telephony did not place the call (socket down, no trunk, destination not allowed).
 * 'lost': telephony has no such channel.
 */
export const HANGUP_ORIGINS = [
  'far',
  'us',
  'ring-timeout',
  'setup-timeout',
  'expired',
  'refused',
  'lost',
] as const;

/** One of {@link HANGUP_ORIGINS}. */
export type HangupOrigin = (typeof HANGUP_ORIGINS)[number];

/** Why a channel ended, as telephony reports it. */
export interface HangupCause {
  /** ITU-T Q.850 cause value; 0 when none was given. */
  readonly q850: number;
  /** SIP final status code, where there was one. */
  readonly sip?: number;
  /** Reason text, e.g. 'Network Blocked' (603+, ATIS-1000099); never a number or a name. */
  readonly text?: string;
  /** Who or what ended the call. */
  readonly by: HangupOrigin;
}

const BLOCKED_SIP: ReadonlySet<number> = new Set([607, 608]);
const CONGESTION_Q850: ReadonlySet<number> = new Set([34, 38, 41, 42, 44, 47]);
const CONGESTION_SIP: ReadonlySet<number> = new Set([408, 500, 502, 503, 504, 580]);
const INVALID_Q850: ReadonlySet<number> = new Set([1, 2, 3, 22, 28]);
const INVALID_SIP: ReadonlySet<number> = new Set([404, 410, 484, 604]);
const NO_ANSWER_Q850: ReadonlySet<number> = new Set([16, 18, 19, 20, 31]);

/**
 * The outcome of a call that was not answered. `rang`: the phone rang before, if only until our hang-up came;
 * such a call reached the called party and counts, so it is never congestion, which no cap counts.
 *
 * Source: ITU-T Q.850 (05/2018) table 1; RFC 3398 section 8.2.6.1 (SIP to ISUP mapping); RFC 8197 (607), RFC
 * 8688 (608).
 */
export function outcomeOfUnanswered(cause: HangupCause, rang: boolean): Outcome {
  if (cause.by === 'expired' || cause.by === 'refused') return 'cancelled';
  if (cause.by === 'setup-timeout') return rang ? 'no-answer' : 'congestion';
  if (cause.by === 'ring-timeout') return 'no-answer';
  if (cause.by === 'lost') return 'unknown';
  if (cause.by === 'us') return rang ? 'no-answer' : 'cancelled';
  return outcomeOfFarEnd(cause, rang);
}

function outcomeOfFarEnd(cause: HangupCause, rang: boolean): Outcome {
  const { q850, sip } = cause;
  if (sip !== undefined && BLOCKED_SIP.has(sip)) return 'blocked';
  if (sip === 603 || sip === 403)
    return /block|spam|fraud/i.test(cause.text ?? '') || sip === 403 ? 'blocked' : 'rejected';
  if (q850 === 17 || sip === 486 || sip === 600) return 'busy';
  if (sip !== undefined && CONGESTION_SIP.has(sip)) return rang ? 'no-answer' : 'congestion';
  if (INVALID_Q850.has(q850) || (sip !== undefined && INVALID_SIP.has(sip))) return 'invalid-number';
  if (CONGESTION_Q850.has(q850)) return rang ? 'no-answer' : 'congestion';
  if (q850 === 21) return 'rejected';
  if (NO_ANSWER_Q850.has(q850) || sip === 480) return rang ? 'no-answer' : 'failed';
  return rang ? 'no-answer' : 'failed';
}

/**
 * The meaning of an outcome. @throws InvariantError on an unknown outcome, such as one that another version
 * stored.
 */
export function outcomeMeaning(outcome: Outcome): OutcomeMeaning {
  const meaning = OUTCOMES[outcome];
  invariant(meaning, `'${String(outcome)}' is not an outcome`);
  return meaning;
}
