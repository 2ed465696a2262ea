/** The one table of outcomes, and the reading of a hang-up cause as an outcome. */
import { invariant } from '../../invariant.js';

/**
 * How an attempt ended, in the engine's own words. Every other list of endings derives from {@link OUTCOMES}.
 */
export type Outcome =
  | 'no-answer'
  | 'busy'
  | 'rejected'
  | 'invalid-number'
  | 'blocked'
  | 'congestion'
  | 'failed'
  | 'machine'
  | 'voicemail'
  | 'message-delivered'
  | 'conversation'
  | 'abandoned'
  | 'reneged'
  | 'cancelled'
  | 'unknown';

/** What one outcome means to everyone who must know. */
export interface OutcomeMeaning {
  /**
   * What the pacer is told of a call that ended without a live answer (see the pacer's contract); null for
   * live answers.
   */
  readonly pacer: 'no-answer' | 'busy' | 'failed' | 'machine' | 'blocked' | 'cancelled' | null;
  /** What stands in the person's calling history; null where nothing reached the called party. */
  readonly compliance:
    | 'no-answer'
    | 'busy'
    | 'failed'
    | 'machine'
    | 'voicemail'
    | 'message-delivered'
    | 'conversation'
    | 'abandoned'
    | null;
  /** True when it uses up one of the lead's attempts. A trunk fault does not. */
  readonly countsAsAttempt: boolean;
  /** True when the phone rang or was answered (frequency caps that count ringing calls read this). */
  readonly rang: boolean;
  /** True for a call answered by a live person: the denominator of every abandonment rate. */
  readonly liveAnswer: boolean;
}

/** The one table from outcome to its meaning. */
export const OUTCOMES: Readonly<Record<Outcome, OutcomeMeaning>> = {
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
  // Its fate is not known: it may have rung, so it counts as a call for every cap.
  unknown: {
    pacer: 'cancelled',
    compliance: 'no-answer',
    countsAsAttempt: true,
    rang: true,
    liveAnswer: false,
  },
};

/** Why a channel ended, as the telephony side saw it. */
export interface HangupCause {
  /** ITU-T Q.850 cause value; 0 when none was given. */
  readonly q850: number;
  /** SIP final status code, where there was one. */
  readonly sip?: number;
  /** Reason text, e.g. 'Network Blocked' (603+, ATIS-1000099); never a number or a name. */
  readonly text?: string;
  /**
   * Who ended it: the far end; we, by a hang-up order; we, because the ring time or set-up time ran out;
   * 'expired': the dial command was too old when its turn came and no call left us; 'refused': the telephony
   * side would not place it (socket down, no trunk, destination not allowed).
   */
  readonly by: 'far' | 'us' | 'ring-timeout' | 'setup-timeout' | 'expired' | 'refused' | 'lost';
}

const BLOCKED_SIP: ReadonlySet<number> = new Set([607, 608]);
const CONGESTION_Q850: ReadonlySet<number> = new Set([34, 38, 41, 42, 44, 47]);
const CONGESTION_SIP: ReadonlySet<number> = new Set([408, 500, 502, 503, 504, 580]);
const INVALID_Q850: ReadonlySet<number> = new Set([1, 2, 3, 22, 28]);
const INVALID_SIP: ReadonlySet<number> = new Set([404, 410, 484, 604]);
const NO_ANSWER_Q850: ReadonlySet<number> = new Set([16, 18, 19, 20, 31]);

/**
 * Reads the ending of a call that was not answered.
 * Source: ITU-T Q.850 (05/2018) table 1; RFC 3398 section 8.2.6.1 (SIP to ISUP mapping); RFC 8197 (607), RFC
 * 8688 (608).
 */
export function outcomeOfUnanswered(cause: HangupCause, rang: boolean): Outcome {
  if (cause.by === 'expired' || cause.by === 'refused') return 'cancelled';
  if (cause.by === 'setup-timeout') return 'congestion';
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
  if (CONGESTION_Q850.has(q850)) return 'congestion';
  if (q850 === 21) return 'rejected';
  if (NO_ANSWER_Q850.has(q850) || sip === 480) return rang ? 'no-answer' : 'failed';
  return rang ? 'no-answer' : 'failed';
}

/** Looks a meaning up; throws on a word that is no outcome (a store written by another version). */
export function outcomeMeaning(outcome: Outcome): OutcomeMeaning {
  const meaning = OUTCOMES[outcome];
  invariant(meaning, `'${String(outcome)}' is not an outcome`);
  return meaning;
}
