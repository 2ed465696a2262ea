import type { Flow, FlowState } from '../ivr/index.js';
import type { AgentState, Pacer } from '../pacing/index.js';
import type { Command } from '../ports.js';
import type { CallMove } from './call/calls.js';
import type { CallStage, MoveCause } from './call/stages.js';
import type { AttemptId, AttemptResult, LearnedFact } from './attempt.js';
import type { CampaignEvent, CampaignRunState } from './events.js';
import type { Unstamped } from './facts.js';
import type { Governor } from './governor.js';
import type { Callback, Lead, Supply } from './lead.js';
import type { DialMode } from './modes.js';
import type { HangupCause } from './outcomes.js';
import type { CampaignSettings } from './settings.js';
import type { Statistics } from './statistics.js';
import { encodeTimer, type Timer } from './timers.js';

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

/** An agent working for this campaign. */
export interface Agent {
  readonly agentId: string;
  readonly skills: readonly string[];
  readonly station: string;
  state: AgentState;
  /** Epoch ms of the last change. */
  since: number;
  /** When the agent last became ready: the longest idle is served first. */
  readySince: number;
  legUp: boolean;
  legRequestedAt: number | null;
  /** The call reserved for or held by this agent. */
  attemptId: AttemptId | null;
  /** The lead on the agent's screen. */
  preview: { readonly lead: Lead; readonly expiresAt: number | null } | null;
  /** What the agent becomes when the call in hand is done. */
  then: 'ready' | 'paused' | 'offline';
  pauseCode?: string;
  /** A lead waits for the agent's leg to come up before it is opened. */
  awaitingLeg: { readonly lead: Lead; readonly mode: DialMode; readonly humanInitiated: boolean } | null;
  /** A lead the agent asked for by hand, not claimed yet. */
  manualRequest: string | null;
}

/** A claimed lead waiting its turn. */
export interface HeldLead {
  readonly lead: Lead;
  readonly claimedAt: number;
}

/** Everything a campaign remembers. */
export interface CampaignState {
  settings: CampaignSettings;
  run: CampaignRunState;
  /** The journal was asked for the campaign and has not answered. */
  recovering: boolean;
  /** From the journal at each start; part of every attempt id. */
  epoch: number;
  nextAttempt: number;
  nextRequest: number;
  readonly calls: Map<AttemptId, Call>;
  /**
   * How many calls stand in each stage, and how many of the opening ones the pacer asked for: kept by
   * `calls.ts`.
   */
  readonly tally: Record<CallStage, number>;
  openingPaced: number;
  readonly agents: Map<string, Agent>;
  /** Agents who are ready, the longest idle first, and those who are pausing: kept by `setAgentState`. */
  readonly idle: Set<string>;
  readonly pausing: Set<string>;
  /** Leads in hand that anyone may get, in the order of the claim. */
  held: HeldLead[];
  /**
   * Leads in hand that are dialed only with an agent reserved: callbacks and those who once heard the
   * message.
   */
  promised: HeldLead[];
  claim: { readonly requestId: string; readonly at: number; readonly count: number } | null;
  /** No claim before this instant: the last one came back empty or failed. */
  claimNotBefore: number;
  supply: Supply | null;
  surveyedAt: number;
  lastDryAt: number;
  telephonyUp: boolean;
  /** When the pacer's target was last corrected for machines. */
  steeredAt: number;
  /** When lasting calls were last asked after. */
  probedAt: number;
  /** The law holds the whole campaign back until then. */
  heldUntil: number;
  /** Dials left in the current burst: a token bucket over `callsPerSecond`. */
  dialTokens: number;
  dialTokensAt: number;
  /** Attempts found open at the start whose fate telephony has not told yet. */
  readonly unreconciled: Map<AttemptId, Call>;
  /** Accumulates `machineDetection.sampleShare` until a machine verdict is due to be sampled. */
  sampleDebt: number;
  /** Times the engine dialed in the last minute, to size the lead buffer. */
  dialRate: { windowStart: number; count: number; perSecond: number };
}

/** What every part of the campaign works with: the state, the instruments, and where effects go. */
export interface Context {
  readonly state: CampaignState;
  readonly pacer: Pacer;
  readonly governor: Governor;
  readonly statistics: Statistics;
  /** Instant of the fact that is handled, epoch ms. */
  now: number;
  /** What makes calls move at present. */
  cause: MoveCause;
  /** The moves of calls that the fact led to. */
  moves: CallMove[];
  commands: Command[];
  events: CampaignEvent[];
}

/** Records a command for the runner. */
export function send(context: Context, command: Command): void {
  context.commands.push(command);
}

/** Records an event for embedders, stamped. */
export function emit(context: Context, event: Unstamped<CampaignEvent>): void {
  context.events.push({
    ...event,
    at: context.now,
    campaignId: context.state.settings.campaignId,
  });
}

/** Sets a timer; one that is set already moves. */
export function setTimer(context: Context, timer: Timer, at: number): void {
  const { campaignId } = context.state.settings;
  send(context, {
    port: 'scheduler',
    method: 'set',
    command: { campaignId, timerId: encodeTimer(timer), at },
  });
}

/** Cancels a timer; one that is not set is no error. */
export function cancelTimer(context: Context, timer: Timer): void {
  const { campaignId } = context.state.settings;
  send(context, {
    port: 'scheduler',
    method: 'cancel',
    command: { campaignId, timerId: encodeTimer(timer) },
  });
}
