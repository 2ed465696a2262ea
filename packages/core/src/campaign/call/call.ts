/** A call as the campaign remembers it, from the order to open its attempt until the journal has its end. */
import type { Flow, FlowState } from '../../ivr/index.js';
import type { DialMode } from '../modes.js';
import type { Callback, Lead } from '../supply/lead.js';
import type { AttemptId, AttemptResult, LearnedFact } from './attempt.js';
import type { HangupCause } from './outcomes.js';
import type { CallStage } from './stages.js';

/** A flow that speaks on a call, and why. */
export interface CallFlow {
  readonly kind: 'abandonment' | 'agentless' | 'voicemail';
  readonly flow: Flow;
  state: FlowState;
  /** A prompt was heard to its end. */
  heard: boolean;
}

/** One attempt in the campaign's hands, from the order to open it until the journal has its end. */
export interface Call {
  readonly attemptId: AttemptId;
  readonly lead: Lead;
  readonly phone: string;
  /** The mode this call was cleared in: what the law was asked about. */
  readonly mode: DialMode;
  /** Known to the pacer: its fate is reported there. */
  readonly paced: boolean;
  readonly openedAt: number;
  stage: CallStage;
  /** Reserved for, connecting to, or talking. */
  agentId: string | null;
  dialedAt?: number;
  ringingAt?: number;
  answeredAt?: number;
  /** When it was known that a live person is there. */
  liveAt?: number;
  /** The instant by which an agent must have it. */
  deadlineAt?: number;
  connectedAt?: number;
  endedAt?: number;
  abandoned: boolean;
  /** Telephony was told to listen for a machine when the call was dialed. */
  detectMachine: boolean;
  machineVerdict?: 'human' | 'machine' | 'unsure';
  /** A machine by its verdict, given to an agent to measure the detector. */
  sampled: boolean;
  cause?: HangupCause;
  flow: CallFlow | null;
  /** What a flow's transfer asks of the agent, beyond the lead's own skills. */
  transferSkills: readonly string[];
  disposition?: string;
  callback?: Callback;
  readonly learned: LearnedFact[];
  variables: Readonly<Record<string, string>>;
  /** Set when closing: what is being written, and how often it was tried. */
  result?: AttemptResult;
  closeTries: number;
  /** When we last ordered its hang-up, and how often. */
  hangUp: { readonly at: number; readonly tries: number } | null;
}
