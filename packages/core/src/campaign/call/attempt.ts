/** An attempt as the journal knows it: the request to open it, and how it ended. */
import type { DialMode, CallVoice } from '../modes.js';
import type { Lead, LeadNext } from '../supply/lead.js';
import type { HangupCause, Outcome } from './outcomes.js';

/**
 * `<campaignId>-<epoch>-<n>`: unique for ever, because an epoch is never used twice. The channel id is
 * `od-<attemptId>`.
 */
export type AttemptId = string;

/** Asks the journal to open an attempt. */
export interface OpenRequest {
  readonly campaignId: string;
  readonly attemptId: AttemptId;
  readonly lead: Lead;
  /** E.164: `lead.phones[lead.phoneIndex].phone`. */
  readonly phone: string;
  readonly callerNumber: string;
  /**
   * The mode in force for this call: 'progressive' for a call with a reserved agent, whatever the campaign's
   * mode.
   */
  readonly mode: DialMode;
  /** True where a person's click starts this one call. */
  readonly humanInitiated: boolean;
  /** Every voice the call may play. */
  readonly voices: readonly CallVoice[];
  readonly agentId?: string;
  readonly at: number;
}

/** What a disposition tells the compliance module about the person. */
export type ComplianceFactKind =
  | 'do-not-call'
  | 'do-not-call-person'
  | 'wrong-number'
  | 'cease'
  | 'attorney'
  | 'bankrupt'
  | 'deceased'
  | 'inconvenient-time'
  | 'employer-prohibits'
  | 'refused'
  | 'consent-revoked';

/** One fact learned on a call, stored with the attempt's end and in force at once. */
export interface LearnedFact {
  readonly kind: ComplianceFactKind;
  readonly at: number;
  /** How it came: a key press, an agent's disposition. */
  readonly source: 'key-press' | 'agent' | 'engine';
}

/** How an attempt ended: written with the lead's next step in one transaction. */
export interface AttemptResult {
  readonly outcome: Outcome;
  /** Disposition code, where an agent or a flow set one. */
  readonly disposition?: string;
  readonly agentId?: string;
  readonly cause?: HangupCause;
  /** A live person answered. */
  readonly liveAnswer: boolean;
  /** Counted as abandoned: a live answer that no agent took in time. */
  readonly abandoned: boolean;
  readonly machineVerdict?: 'human' | 'machine' | 'unsure';
  /** Epoch ms, where it happened. */
  readonly dialedAt?: number;
  readonly ringingAt?: number;
  readonly answeredAt?: number;
  readonly connectedAt?: number;
  readonly endedAt: number;
  /** ms the agent talked and wrapped up. */
  readonly talkMs?: number;
  readonly wrapUpMs?: number;
  /** It uses up one of the lead's attempts. */
  readonly countsAsAttempt: boolean;
  readonly lead: LeadNext;
  /** What the ending closes, beside the lead's own status. */
  readonly closes: 'none' | 'number' | 'person' | 'entry';
  readonly learned: readonly LearnedFact[];
  /** Answers gathered by a flow. Never logged. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** An attempt that the journal found open after a restart. */
export interface OpenAttempt {
  readonly attemptId: AttemptId;
  readonly lead: Lead;
  readonly phone: string;
  readonly mode: DialMode;
  readonly agentId?: string;
  readonly openedAt: number;
  readonly marks: {
    readonly liveAnswerAt?: number;
    readonly connectedAt?: number;
    readonly abandonedAt?: number;
  };
}
