/** A call as the campaign remembers it, from the order to open its attempt until the journal has its end. */
import type { Flow, FlowState } from '../../ivr/index.js';
import type { InboundCall } from '../inbound/inbound-call.js';
import type { CallMode, CallVoice } from '../modes.js';
import type { Conversation } from '../conversation/conversation.js';
import type { OutsideCall } from '../conversation/outside-party.js';
import type { Callback, Lead } from '../supply/lead.js';
import type { AttemptId, AttemptResult, LearnedFact, MachineVerdict } from './attempt.js';
import type { HangupCause } from './outcomes.js';
import type { CallStage } from './stages.js';

/** A flow that runs on a call, and why. */
export interface CallFlow {
  readonly kind: 'abandonment' | 'agentless' | 'voicemail' | 'inbound' | 'given';
  readonly flow: Flow;
  state: FlowState;
  /** True when a prompt was played to its end. */
  heard: boolean;
  /** The how many-th flow of the call, from 1. */
  readonly n?: number;
}

/** One attempt, from the order to open it until the journal has its end. */
export interface Call {
  readonly attemptId: AttemptId;
  /** Of a call that came in: a stranger's until the journal has said who calls. */
  lead: Lead;
  /** E.164 of the other side. Empty: a caller who withholds it. */
  readonly phone: string;
  /** The mode for which the compliance gate was asked about this call. 'inbound': nobody was asked. */
  readonly mode: CallMode;
  /** Present for a call that came in. */
  readonly inbound?: InboundCall;
  /** Present for a call to the third party of a conversation. */
  outside?: OutsideCall;
  /**
   * The voices of flows that the law allows for this person, as it was asked before the call. Absent: not
   * asked.
   */
  clearedVoices?: readonly CallVoice[];
  /** The flow that an agent gave the person to, as the journal knew it before a restart. */
  givenFlow?: string;
  /** True when the pacer knows the call and gets its outcome. */
  readonly countsForPacer: boolean;
  readonly openedAt: number;
  stage: CallStage;
  /** The agent for whom the call is reserved, who is being connected, or who owns the conversation. */
  agentId: string | null;
  /** The last agent who owned the conversation, once it is over. */
  lastOwnerId?: string;
  dialedAt?: number;
  /** Name of the trunk through which the call went out. */
  trunk?: string;
  ringingAt?: number;
  answeredAt?: number;
  /** How long the called party had been on the line when the campaign learned of the answer, ms. */
  learnedLateMs?: number;
  /** Epoch ms at which a live person was known to be on the line. */
  liveAt?: number;
  /** Epoch ms by which an agent must have the call. */
  deadlineAt?: number;
  connectedAt?: number;
  endedAt?: number;
  abandoned: boolean;
  /** True when the dial command asked telephony for machine detection. */
  detectMachine: boolean;
  machineVerdict?: MachineVerdict;
  /** True when the verdict was a machine and the call goes to an agent to measure the detector. */
  sampled: boolean;
  cause?: HangupCause;
  flow: CallFlow | null;
  /** What agents do with the customer. Absent before the first agent, and once the call is over. */
  conversation?: Conversation;
  /** Skills that a flow's transfer asks of the agent, in addition to the lead's own. */
  transferSkills: readonly string[];
  disposition?: string;
  /** Nobody gave the disposition: it is the one of the wrap-up's time-out. */
  unsaid?: true;
  callback?: Callback;
  /** The compliance gate has not yet said whether the callback may be. */
  callbackAsked?: boolean;
  readonly learned: LearnedFact[];
  variables: Readonly<Record<string, string>>;
  /** Set while closing: the result that is being written, and how often it was sent. */
  result?: AttemptResult;
  closeTries: number;
  /** When the hang-up was first ordered, and how often. */
  hangUp: { readonly at: number; readonly tries: number } | null;
}

/** The parts of a call on which nothing has happened yet. */
export function untouchedCall(): Pick<
  Call,
  'sampled' | 'flow' | 'transferSkills' | 'learned' | 'variables' | 'closeTries' | 'hangUp' | 'detectMachine'
> {
  return {
    sampled: false,
    flow: null,
    transferSkills: [],
    learned: [],
    variables: {},
    closeTries: 0,
    hangUp: null,
    detectMachine: false,
  };
}
