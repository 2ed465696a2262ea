/**
 * What every part of the campaign works with: its state, its pacer, governor and statistics, and the effects
 * of a fact.
 */
import type { Pacer } from '../pacing/index.js';
import type { Command } from '../ports/ports.js';
import type { Agent } from './agents/agent.js';
import type { AgentPool } from './agents/agent-pool.js';
import type { AttemptId } from './call/attempt.js';
import type { Call } from './call/call.js';
import type { CallMove } from './call/call-move.js';
import type { CallStage } from './call/stages.js';
import type { MoveCause } from './call/move-causes.js';
import type { CampaignEvent, CampaignRunState } from './events.js';
import type { Unstamped } from './facts.js';
import type { Governor } from './governor/governor.js';
import type { KeptPlace } from './inbound/inbound-call.js';
import type { OrderRejection } from './orders/rejections.js';
import type { CampaignSettings } from './settings.js';
import type { Statistics } from './statistics.js';
import type { Lead, Supply } from './supply/lead.js';
import { encodeTimer, type Timer } from './timers.js';

/** A claimed lead that waits in the buffer to be dialed. */
export interface BufferedLead {
  readonly lead: Lead;
  /** Epoch ms. */
  readonly claimedAt: number;
}

/** Everything a campaign remembers. */
export interface CampaignState {
  settings: CampaignSettings;
  run: CampaignRunState;
  /** True while the journal was asked for the campaign and has not answered. */
  recovering: boolean;
  /** The epoch that the journal gave at this start. Part of every attempt id. */
  epoch: number;
  nextAttempt: number;
  nextRequest: number;
  readonly calls: Map<AttemptId, Call>;
  /**
   * How many calls are in each stage, and how many of those being opened count for the pacer. `calls.ts`
   * updates both.
   */
  readonly tally: Record<CallStage, number>;
  openingForPacer: number;
  readonly agents: Map<string, Agent>;
  /**
   * Agents who are ready, the longest idle first, and agents who are pausing. `setAgentState` updates both.
   */
  readonly idle: Set<string>;
  readonly pausing: Set<string>;
  /** Conversations in which an owner or a third party is sought. */
  readonly seeking: Set<AttemptId>;
  /** Callers who hung up and keep their place among those who wait. */
  places: readonly KeptPlace[];
  /** Agents who listen as supervisors. */
  readonly watchers: Set<string>;
  /** Claimed leads that need no reserved agent where the mode does not, in the order of the claim. */
  leadBuffer: BufferedLead[];
  /**
   * Claimed leads that are dialed only with a reserved agent: callbacks, and leads that once heard the
   * abandonment message.
   */
  reservedAgentBuffer: BufferedLead[];
  claim: {
    readonly requestId: string;
    readonly at: number;
    readonly count: number;
    /** Leads pushed to the front while the claim was under way: its answer may not have them. */
    readonly pushed: readonly string[];
  } | null;
  /** Leads are not claimed before this instant, because the last claim came back empty or failed. */
  claimNotBefore: number;
  /** Leads that the last claims have brought and nobody at work has the skills for. Absent: none. */
  passedOver?: number;
  /** Leads that ask for skills have been claimed. Absent: none. */
  asksForSkills?: true;
  supply: Supply | null;
  surveyedAt: number;
  noLeadsReportedAt: number;
  /** The campaign's own hours have ended. Absent: they have not. */
  offSchedule?: true;
  /** ms that the wall clock has stepped by since the process began. Absent: it has not. */
  wallSteppedMs?: number;
  telephonyUp: boolean;
  /** The instant of which `telephonyUp` is true. Absent: nothing was said of telephony yet. */
  telephonyAsOf?: number;
  /** Why the kill switch is on. Absent: it is off, as far as is known. */
  killSwitch?: string;
  /** Telephony is lost for good. Absent: it is not. */
  telephonyGone?: true;
  /** When the pacer's target was last corrected for machines. */
  targetCorrectedAt: number;
  /** When telephony was last asked about long calls. */
  probedAt: number;
  /**
   * Calls are not placed before this instant: the compliance gate refused the whole campaign, or the journal
   * failed.
   */
  dialNotBefore: number;
  /** Why: what the gate said of the whole campaign. Absent: the journal failed. */
  heldWhy?: string;
  /** Dials left in the current burst: a token bucket over `callsPerSecond`. */
  dialTokens: number;
  dialTokensAt: number;
  /** At the last fact more calls were due than `callsPerSecond` allows. Absent: they were not. */
  heldByRate?: true;
  /** Attempts found open at the start whose fate telephony has not reported yet. */
  readonly unreconciled: Map<AttemptId, Call>;
  /**
   * Sum of `machineDetection.sampleShare` over machine verdicts. When it reaches 1, the verdict is sampled
   * and 1 is subtracted.
   */
  sampleAccrued: number;
  /** Dial commands in the current window, and the rate of the last one, to size the lead buffer. */
  dialRate: { windowStart: number; count: number; perSecond: number };
}

/**
 * What every part of the campaign works with: the state, the pacer, governor and statistics, and the effects
 * of a fact.
 */
export interface Context {
  readonly state: CampaignState;
  readonly pacer: Pacer;
  /** Present where campaigns share agents. */
  readonly pool: AgentPool | undefined;
  readonly governor: Governor;
  readonly statistics: Statistics;
  /** Instant of the fact that is being handled, epoch ms. */
  now: number;
  /** What makes calls move at present. */
  cause: MoveCause;
  /** The moves of calls that the fact caused. */
  moves: CallMove[];
  /** Why the order that is being handled is rejected. Null while it is not rejected. */
  rejection: OrderRejection | null;
  commands: Command[];
  events: CampaignEvent[];
}

/** The wall clock now, epoch ms: what people mean who set hours. `now` does not follow its steps. */
export function wallNow({ state, now }: Pick<Context, 'state' | 'now'>): number {
  return now + (state.wallSteppedMs ?? 0);
}

/** Records a command, which the engine carries out. */
export function send(context: Context, command: Command): void {
  context.commands.push(command);
}

/** Records an event for embedders, with its instant and campaign. */
export function emit(context: Context, event: Unstamped<CampaignEvent>): void {
  context.events.push({
    ...event,
    at: context.now,
    campaignId: context.state.settings.campaignId,
  });
}

/** Sets a timer. A timer that is already set moves to the new instant. */
export function setTimer(context: Context, timer: Timer, at: number): void {
  const { campaignId } = context.state.settings;
  send(context, {
    port: 'scheduler',
    method: 'set',
    command: { campaignId, timerId: encodeTimer(timer), at },
  });
}

/** Cancels a timer. A timer that is not set is ignored. */
export function cancelTimer(context: Context, timer: Timer): void {
  const { campaignId } = context.state.settings;
  send(context, {
    port: 'scheduler',
    method: 'cancel',
    command: { campaignId, timerId: encodeTimer(timer) },
  });
}
