/** What every part of the campaign works with: its memory, its instruments, and where effects go. */
import type { Pacer } from '../pacing/index.js';
import type { Command } from '../ports.js';
import type { Agent } from './agents/agent.js';
import type { AttemptId } from './call/attempt.js';
import type { Call } from './call/call.js';
import type { CallMove } from './call/call-move.js';
import type { CallStage, MoveCause } from './call/stages.js';
import type { CampaignEvent, CampaignRunState } from './events.js';
import type { Unstamped } from './facts.js';
import type { Governor } from './governor/governor.js';
import type { OrderRejection } from './orders/rejections.js';
import type { CampaignSettings } from './settings.js';
import type { Statistics } from './statistics.js';
import type { Lead, Supply } from './supply/lead.js';
import { encodeTimer, type Timer } from './timers.js';

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
  /** Why the order that is handled is not followed; null while nothing speaks against it. */
  rejection: OrderRejection | null;
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
