/** An attempt as the journal knows it: the request to open it, and how it ended. */
import type { CallMode, CallVoice, DialMode } from '../modes.js';
import type { InboundEnding } from '../inbound/inbound-call.js';
import type { Lead, LeadNext } from '../supply/lead.js';
import type { ComplianceFactKind } from './compliance-facts.js';
import type { HangupCause, Outcome } from './outcomes.js';

/**
 * Id of an attempt: `<campaignId>-<epoch>-<n>`. It is never used twice, because an epoch is never used twice.
 * The channel id is `od-<attemptId>`.
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
   * The mode in force for this call. It is 'progressive' for a call with a reserved agent, whatever the
   * campaign's mode.
   */
  readonly mode: DialMode;
  /** True where a person's click starts this one call. */
  readonly humanInitiated: boolean;
  /** Every voice the call may play. */
  readonly voices: readonly CallVoice[];
  /**
   * Voices of flows that an agent may give the person to. The gate is asked about each apart: what it refuses
   * keeps such a flow from the person, and not the call. Absent: there are none.
   */
  readonly givenVoices?: readonly CallVoice[];
  readonly agentId?: string;
  /** Present where the called party is a third party for a conversation: no lead is called. */
  readonly thirdParty?: ThirdPartyOpening;
  readonly at: number;
}

/** A call to a third party for the conversation of a customer. */
export interface ThirdPartyOpening {
  /** The customer's attempt. */
  readonly customerId: AttemptId;
  /**
   * True for a number of the campaign's directory: a contact of the business, whom nobody solicits. False for
   * a typed number, which may be anybody's: it is judged as an agent's own call to an unknown person.
   */
  readonly isNamed: boolean;
}

/** Asks the journal to open the entry of a call that came in. The law is not asked: the person called. */
export interface OpenInboundRequest {
  readonly campaignId: string;
  readonly attemptId: AttemptId;
  /** E.164. Null: withheld or unreadable. */
  readonly callerNumber: string | null;
  /** E.164 that was called. */
  readonly calledNumber: string;
  readonly at: number;
}

/** Every verdict of machine detection. 'unsure' counts as human. */
export const MACHINE_VERDICTS = ['human', 'machine', 'unsure'] as const;

/** One of {@link MACHINE_VERDICTS}. */
export type MachineVerdict = (typeof MACHINE_VERDICTS)[number];

/**
 * What an ending may close in addition to the lead's own status: nothing, the number called, the person in
 * every list, or the lead's entry in its list.
 */
export const ENDING_CLOSES = ['none', 'number', 'person', 'entry'] as const;

/** One of {@link ENDING_CLOSES}. */
export type EndingCloses = (typeof ENDING_CLOSES)[number];

/** The milestones of an open attempt that the journal notes. */
export const ATTEMPT_MARKS = ['live-answer', 'connected', 'abandoned', 'machine', 'flow'] as const;

/** One of {@link ATTEMPT_MARKS}. */
export type AttemptMark = (typeof ATTEMPT_MARKS)[number];

/** One fact learned on a call. It is in force at once and stored with the attempt's end. */
export interface LearnedFact {
  readonly kind: ComplianceFactKind;
  readonly at: number;
  /** Where the fact came from: a key press, an agent's disposition, or the engine. */
  readonly source: 'key-press' | 'agent' | 'engine';
}

/** How an attempt ended. Written in one transaction with the lead's next step. */
export interface AttemptResult {
  readonly outcome: Outcome;
  /** Disposition code, where an agent or a flow set one. */
  readonly disposition?: string;
  /** Nobody gave the disposition: it is the one of the wrap-up's time-out. */
  readonly unsaid?: true;
  readonly agentId?: string;
  readonly cause?: HangupCause;
  /** A live person answered. */
  readonly liveAnswer: boolean;
  /** Counted as abandoned: a live answer that no agent took in time. */
  readonly abandoned: boolean;
  readonly machineVerdict?: MachineVerdict;
  /** Epoch ms at which each step happened; absent where it did not happen. */
  readonly dialedAt?: number;
  readonly ringingAt?: number;
  readonly answeredAt?: number;
  readonly connectedAt?: number;
  readonly endedAt: number;
  /** Name of the trunk through which the call went out, where telephony said it. */
  readonly trunk?: string;
  /** ms the agent talked and wrapped up. */
  readonly talkMs?: number;
  readonly wrapUpMs?: number;
  /** True when the attempt uses up one of the lead's attempts. */
  readonly countsAsAttempt: boolean;
  readonly lead: LeadNext;
  /** How a call that came in ended. */
  readonly callerEnding?: InboundEnding;
  /** A call that came in and asks nothing of the lead: its next step and counters stay as they were. */
  readonly keepsLead?: true;
  /** What the ending closes in addition to the lead's own status. */
  readonly closes: EndingCloses;
  readonly learned: readonly LearnedFact[];
  /** Answers that a flow collected, and what agents wrote down. Never logged. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** An end that an attempt has already when another one comes, as after a take-over. */
export interface EarlierEnd {
  readonly outcome: Outcome;
  readonly disposition: string | null;
}

/** An attempt that the journal found open after a restart. */
export interface OpenAttempt {
  readonly attemptId: AttemptId;
  readonly lead: Lead;
  readonly phone: string;
  readonly mode: CallMode;
  /** For whom it was dialed, or who owned its conversation last. */
  readonly agentId?: string;
  readonly openedAt: number;
  /** A machine answered, and a message was to be left. */
  readonly machineVerdict?: MachineVerdict;
  /** The flow to which an agent had given the person. */
  readonly flow?: string;
  /** Of the voices asked about with the opening ({@link OpenRequest.givenVoices}): those the law allows. */
  readonly givenVoices?: readonly CallVoice[];
  readonly marks: {
    readonly liveAnswerAt?: number;
    readonly connectedAt?: number;
    readonly abandonedAt?: number;
  };
}
