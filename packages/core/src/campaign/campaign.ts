/** One campaign as a pure state machine: its parts, and the order of steps after each fact. */
import { invariant } from '../invariant.js';
import { metricValue, type CountValues } from '../metrics/index.js';
import {
  BUSY_STATES,
  createPacer,
  STAFFED_STATES,
  sumOfStates,
  zeroByAgentState,
  type AgentState,
  type Pacer,
} from '../pacing/index.js';
import type { Command } from '../ports/ports.js';
import type { Agent } from './agents/agent.js';
import type { AgentPool } from './agents/agent-pool.js';
import { handOver, lendableAgents, takeIn } from './agents/lending.js';
import { serveWaiting } from './answering/connecting.js';
import { takesCallers, takesCallsTo } from './inbound/arriving.js';
import { serveCallers } from './inbound/serving.js';
import { inboundView } from './inbound/counting.js';
import type { Call } from './call/call.js';
import type { CallMove } from './call/call-move.js';
import { emptyTally, linesInUse } from './call/calls.js';
import { isOnLine } from './call/stages.js';
import type { CampaignState, Context } from './context.js';
import { serveSeeking } from './conversation/seeking.js';
import type { CampaignEvent } from './events.js';
import type { Fact } from './facts.js';
import { Governor, type GovernorReading } from './governor/governor.js';
import { pacerOptions, whyNotChange } from './orders/campaign-orders.js';
import { halt, settleDraining } from './orders/halting.js';
import { placeDueCalls, resolvePausing } from './placing/due-calls.js';
import type { OrderRejection } from './orders/rejections.js';
import { findObstacles, type DialingObstacle } from './placing/obstacles.js';
import { joinAdopted } from './recovery/adopting.js';
import type { CampaignSettings } from './settings.js';
import { readSnapshot, takeSnapshot, type CampaignSnapshot } from './snapshot.js';
import { Statistics, type CampaignStatistics } from './statistics.js';
import { takeFact } from './take-fact.js';
import { viewAgents, viewCalls, type AgentView, type CallView } from './views.js';

/** What one fact led to. */
export interface Handled {
  readonly commands: readonly Command[];
  readonly events: readonly CampaignEvent[];
  /** How calls moved, in order. */
  readonly moves: readonly CallMove[];
  /** Why an order was rejected. Null when it was accepted, and for facts that are not orders. */
  readonly rejection: OrderRejection | null;
}

/** What may be plugged into a campaign. */
export interface CampaignParts {
  /** A pacer of the embedder's own. By default the pacer of the campaign's mode. */
  readonly pacer?: Pacer;
  /** Who else's agents take this campaign's calls; made by the floor. Default: nobody's. */
  readonly pool?: AgentPool;
}

/**
 * One campaign as a pure state machine: facts in, commands and events out. It does no I/O, reads no clock and
 * draws no random number; the same facts in the same order always give the same commands.
 */
export class Campaign {
  readonly #context: Context;

  /** @param at epoch ms of the creation. @throws InvariantError when the settings cannot work together. */
  constructor(settings: CampaignSettings, at: number, parts: CampaignParts = {}) {
    const wrong = whyNotChange(settings);
    invariant(wrong === null, `campaign ${settings.campaignId}: ${wrong ?? ''}`);
    this.#context = {
      state: initialState(settings, at),
      pacer: parts.pacer ?? createPacer(pacerOptions(settings)),
      pool: parts.pool,
      governor: new Governor(settings.limits, at),
      statistics: new Statistics(),
      now: at,
      commands: [],
      events: [],
      moves: [],
      rejection: null,
      cause: 'settling',
    };
  }

  /** Its id. */
  get campaignId(): string {
    return this.#context.state.settings.campaignId;
  }

  /** The settings in force. */
  get settings(): CampaignSettings {
    return this.#context.state.settings;
  }

  /**
   * Takes one fact. Facts about unknown calls and agents are ignored, because facts may come late or twice.
   */
  handle(fact: Fact): Handled {
    const context = this.#context;
    context.now = Math.max(context.now, fact.at);
    this.#clear();
    takeFact(context, fact);
    this.#settle();
    return this.#handled();
  }

  /**
   * Stops dialing after a broken invariant and hangs up calls that are not answered. The result includes what
   * the failed fact had led to before it threw: the state already holds those commands as sent.
   */
  halt(at: number, reason: string): Handled {
    const context = this.#context;
    context.now = Math.max(context.now, at);
    context.cause = 'campaign.halt';
    halt(context, reason);
    return this.#handled();
  }

  /**
   * Takes the step after every fact without one: where campaigns share agents, what happens to one may let
   * another dial. The result includes agents who were taken in before it.
   */
  goOn(at: number): Handled {
    const context = this.#context;
    context.now = Math.max(context.now, at);
    this.#settle();
    return this.#handled();
  }

  /** Ready agents whom another campaign may have for a call. */
  lendableAgents(): readonly Agent[] {
    return lendableAgents(this.#context);
  }

  /** An agent of this campaign as they are; undefined: not logged in here. */
  agent(agentId: string): Readonly<Agent> | undefined {
    return this.#context.state.agents.get(agentId);
  }

  /** The agent leaves for the campaign `to`, with their leg. */
  handOver(agentId: string, to: string, at: number): { readonly agent: Agent; readonly handled: Handled } {
    const context = this.#context;
    const agent = context.state.agents.get(agentId);
    invariant(agent, `agent ${agentId} is to leave a campaign that they do not work for`);
    context.now = Math.max(context.now, at);
    this.#clear();
    return { agent: handOver(context, agent, to), handled: this.#handled() };
  }

  /** Takes in an agent of another campaign, in the middle of a fact or before {@link Campaign.goOn}. */
  takeIn(agent: Agent): void {
    takeIn(this.#context, agent);
  }

  /** Whether the agent owns a conversation here, of before a restart where they do not work here. */
  hasConversationOf(agentId: string): boolean {
    return this.#conversationsOf(agentId).length > 0;
  }

  /** Gives an agent who was taken in the conversation that was theirs before a restart. */
  rejoin(agentId: string, at: number): Handled {
    const context = this.#context;
    context.now = Math.max(context.now, at);
    for (const call of this.#conversationsOf(agentId)) joinAdopted(context, call);
    this.#settle();
    return this.#handled();
  }

  #conversationsOf(agentId: string): readonly Call[] {
    const calls = [...this.#context.state.calls.values()];
    return calls.filter((call) => call.stage === 'connected' && call.agentId === agentId);
  }

  #clear(): void {
    this.#context.commands = [];
    this.#context.events = [];
    this.#context.moves = [];
    this.#context.rejection = null;
  }

  /** Returns the collected effects and clears them. */
  #handled(): Handled {
    const { commands, events, moves, rejection } = this.#context;
    this.#clear();
    return { commands, events, moves, rejection };
  }

  /** The step after every fact: waiting calls get agents, and due calls are dialed. */
  #settle(): void {
    const context = this.#context;
    context.cause = 'settling';
    serveWaiting(context);
    if (context.state.seeking.size > 0) serveSeeking(context);
    serveCallers(context);
    resolvePausing(context);
    placeDueCalls(context);
    settleDraining(context);
  }

  /** The pacer, for benchmarks and for embedders who plug in their own. */
  get pacer(): Pacer {
    return this.#context.pacer;
  }

  /** True when calls to this number (E.164) are the campaign's. */
  takesCallsTo(calledNumber: string): boolean {
    return takesCallsTo(this.settings, calledNumber);
  }

  /** True while callers are taken at all: the campaign runs or is paused. */
  get takesCallers(): boolean {
    return takesCallers(this.#context);
  }

  /** True while the agent is logged in to this campaign. */
  hasAgent(agentId: string): boolean {
    return this.#context.state.agents.has(agentId);
  }

  /** The agents of this campaign, in the order of their logins. */
  agents(): readonly AgentView[] {
    return viewAgents(this.#context);
  }

  /** The calls of this campaign, the oldest first. A call stays until the journal has its end. */
  calls(): readonly CallView[] {
    return viewCalls(this.#context);
  }

  /** Why no calls are placed, or fewer than possible, as of `at` (epoch ms). Empty without obstacles. */
  obstacles(at: number): readonly DialingObstacle[] {
    return findObstacles(this.#context, Math.max(at, this.#context.now));
  }

  /** Live figures as of `at` (epoch ms). Cost: one pass over agents and calls. */
  statistics(at: number): CampaignStatistics {
    return readStatistics(this.#context, Math.max(at, this.#context.now));
  }

  /** The abandonment readings of {@link statistics} alone: the law is asked with them before every call. */
  abandonment(at: number): readonly GovernorReading[] {
    return this.#context.governor.readings(Math.max(at, this.#context.now));
  }

  /**
   * The campaign's whole memory as versioned JSON. A restored campaign answers the facts that follow with the
   * same commands.
   */
  snapshot(): CampaignSnapshot {
    return takeSnapshot(this.#context);
  }

  /**
   * A campaign as it was when `snapshot` was taken, also by an earlier version. Its live figures start from
   * zero. @throws InvariantError on a later version's snapshot.
   */
  static restore(snapshot: CampaignSnapshot, parts: CampaignParts = {}): Campaign {
    const { state, governor, pacer } = readSnapshot(snapshot);
    const campaign = new Campaign(state.settings, snapshot.at, {
      ...parts,
      pacer: parts.pacer ?? createPacer(pacerOptions(state.settings), pacer),
    });
    const context = campaign.#context;
    Object.assign(context.state, state);
    context.governor.load(governor);
    return campaign;
  }
}

function initialState(settings: CampaignSettings, at: number): CampaignState {
  return {
    settings,
    run: 'created',
    recovering: false,
    epoch: 0,
    nextAttempt: 1,
    nextRequest: 1,
    calls: new Map(),
    tally: emptyTally(),
    openingForPacer: 0,
    agents: new Map(),
    idle: new Set(),
    pausing: new Set(),
    seeking: new Set(),
    places: [],
    watchers: new Set(),
    leadBuffer: [],
    reservedAgentBuffer: [],
    claim: null,
    claimNotBefore: 0,
    supply: null,
    surveyedAt: 0,
    noLeadsReportedAt: 0,
    telephonyUp: false,
    probedAt: at,
    targetCorrectedAt: at,
    dialNotBefore: 0,
    dialTokens: Math.max(1, settings.callsPerSecond),
    dialTokensAt: at,
    unreconciled: new Map(),
    sampleAccrued: 0,
    dialRate: { windowStart: at, count: 0, perSecond: 0 },
  };
}

/** Calls that were answered and are still up. */
function answeredAndUp(state: CampaignState): number {
  let count = 0;
  for (const call of state.calls.values())
    if (call.answeredAt !== undefined && isOnLine(call.stage)) count += 1;
  return count;
}

function readStatistics(context: Context, at: number): CampaignStatistics {
  const { state, statistics, governor } = context;
  const agents = zeroByAgentState();
  const spent: Record<AgentState, number> = { ...statistics.agentMs() };
  for (const agent of state.agents.values()) {
    agents[agent.state] += 1;
    spent[agent.state] += at - agent.since;
  }
  const counts: CountValues = {
    liveAnswers: statistics.liveAnswers,
    resolvedDials: statistics.ended + answeredAndUp(state),
    busyMs: sumOfStates(spent, BUSY_STATES),
    staffedMs: sumOfStates(spent, STAFFED_STATES),
    ...(state.supply ? { attemptedLeads: state.supply.attempted, leads: state.supply.total } : {}),
  };
  const withAgents = state.tally.connected;
  return {
    at,
    campaignId: state.settings.campaignId,
    state: state.run,
    mode: state.settings.mode,
    dials: statistics.dials,
    liveAnswers: statistics.liveAnswers,
    answerRate: metricValue('answerRate', counts) ?? 0,
    connected: statistics.connected,
    abandoned: statistics.abandoned,
    reneged: statistics.reneged,
    machines: statistics.machines,
    abandonment: governor.readings(at),
    outcomes: { ...statistics.outcomes },
    dispositions: { ...statistics.dispositions },
    refusals: { ...statistics.refusals },
    transfers: { ...statistics.transfers },
    inbound: inboundView(context, at),
    callsInFlight: linesInUse(state) - withAgents + state.unreconciled.size,
    callsWithAgents: withAgents,
    agents,
    occupancy: metricValue('occupancy', counts) ?? 0,
    meanWait: statistics.meanWait(),
    connectTime: statistics.connectTime(),
    penetration: metricValue('penetration', counts),
    supply: state.supply,
    falsePositiveRate: governor.falsePositiveRate(),
  };
}
