import { assertNever, invariant } from '../invariant.js';
import { createPacer, type AgentState, type Pacer } from '../pacing/index.js';
import type { Command } from '../ports.js';
import {
  agentOrder,
  callbackChecked,
  legChanged,
  legNeverCame,
  manualLeads,
  manualTimer,
} from './agent-orders.js';
import { emptyTally, linesInUse, moveTo } from './calls.js';
import { attemptClosed } from './closing.js';
import { ringMissingLegs } from './desk.js';
import { resolvePausing, pump } from './dialing.js';
import { callEnded, finishWrapUp, probeLasting, steerAmongPeople } from './endings.js';
import type { CampaignEvent } from './events.js';
import type {
  AgentActionFact,
  CallFact,
  Fact,
  JournalFact,
  LeadFact,
  OrderFact,
  TelephonyFact,
} from './facts.js';
import { Governor } from './governor.js';
import { opened, openFailed, expired, inProgress, refused } from './placing.js';
import { previewTimer } from './preview.js';
import { askFates, overtaking, reconciled, recover, recovered } from './recovery.js';
import {
  answered,
  connected,
  connectFailed,
  deadlinePassed,
  detected,
  flowFact,
  flowTimer,
  serveWaiting,
} from './routing.js';
import type { CampaignSettings } from './settings.js';
import { cancelTimer, emit, send, setTimer, type CampaignState, type Context } from './state.js';
import { readSnapshot, takeSnapshot, type CampaignSnapshot } from './snapshot.js';
import { Statistics, type CampaignStatistics } from './statistics.js';
import { halt, order, pacerOptions, settleDraining, whyNotChange, withdrawn } from './supervisor-orders.js';
import { claimed, claimFailed } from './supply.js';

/** What one fact led to. */
export interface Handled {
  readonly commands: readonly Command[];
  readonly events: readonly CampaignEvent[];
}

const TICK_MS = 1_000;
const SURVEY_MS = 10_000;

/** What may be plugged into a campaign. */
export interface CampaignParts {
  /** An own pacing law; by default the pacer of the campaign's mode. */
  readonly pacer?: Pacer;
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
      governor: new Governor(settings.limits, at),
      statistics: new Statistics(),
      now: at,
      commands: [],
      events: [],
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
   * Takes one fact. Facts about calls and agents it does not know are ignored: they may come late or twice.
   */
  handle(fact: Fact): Handled {
    const context = this.#context;
    context.now = Math.max(context.now, fact.at);
    this.#clear();
    this.#take(fact);
    this.#settle();
    return this.#handled();
  }

  /**
   * Stops dialing because the engine's own books are wrong: hangs up what is not answered. Returns, too, what
   * the fact that broke them had led to before it threw: the state holds it as ordered.
   */
  halt(at: number, reason: string): Handled {
    const context = this.#context;
    context.now = Math.max(context.now, at);
    halt(context, reason);
    return this.#handled();
  }

  #clear(): void {
    this.#context.commands = [];
    this.#context.events = [];
  }

  /** Hands out the effects collected and starts anew. */
  #handled(): Handled {
    const { commands, events } = this.#context;
    this.#clear();
    return { commands, events };
  }

  #take(fact: Fact): void {
    const context = this.#context;
    const family = fact.type.slice(0, fact.type.indexOf('.') < 0 ? undefined : fact.type.indexOf('.'));
    if (family === 'call') takeCall(context, fact as CallFact);
    else if (fact.type === 'agent.leg-up' || fact.type === 'agent.leg-down') legChanged(context, fact);
    else if (family === 'agent') agentOrder(context, fact as AgentActionFact);
    else if (family === 'leads') takeLeads(context, fact as LeadFact);
    else if (family === 'attempt' || fact.type === 'campaign.recovered' || fact.type === 'callback.checked')
      takeJournal(context, fact as JournalFact);
    else if (fact.type === 'timer') this.#takeTimer(fact.timerId);
    else if (fact.type === 'telephony.up' || fact.type === 'telephony.down') takeTelephony(context, fact);
    else if (fact.type === 'kill-switch') {
      if (fact.on) halt(context, `kill switch: ${fact.reason}`);
    } else if (fact.type === 'clock.stepped')
      emit(context, { type: 'fault', what: 'the wall clock stepped', detail: `by ${fact.byMs} ms` });
    else order(context, fact as Exclude<OrderFact, { type: 'kill-switch' }>);
  }

  /** After every fact: whoever waits is served, whatever is due is dialed. */
  #settle(): void {
    const context = this.#context;
    serveWaiting(context);
    resolvePausing(context);
    pump(context);
    settleDraining(context);
  }

  #takeTimer(timerId: string): void {
    const context = this.#context;
    const { state } = context;
    if (timerId === 'tick') {
      if (state.run !== 'stopped') setTimer(context, 'tick', context.now + TICK_MS);
      probeLasting(context);
      steerAmongPeople(context);
      ringMissingLegs(context);
      if (context.now - state.surveyedAt >= SURVEY_MS && state.run === 'running') {
        state.surveyedAt = context.now;
        send(context, {
          port: 'leads',
          method: 'survey',
          command: { campaignId: state.settings.campaignId, at: context.now },
        });
      }
    } else if (timerId === 'recover') {
      if (state.recovering) recover(context);
    } else if (timerId === 'reconcile') askFates(context);
    else takeKeyedTimer(context, timerId);
  }

  /** The pacer, for benchmarks and for those who plug in their own. */
  get pacer(): Pacer {
    return this.#context.pacer;
  }

  /** Live figures as of `at`, epoch ms. Cost: one pass over agents and calls. */
  statistics(at: number): CampaignStatistics {
    return readStatistics(this.#context, Math.max(at, this.#context.now));
  }

  /**
   * Everything it remembers, as versioned JSON: restored, it answers the facts that follow with the same
   * commands.
   */
  snapshot(): CampaignSnapshot {
    return takeSnapshot(this.#context);
  }

  /**
   * A campaign as it was when `snapshot` was taken; its live figures start anew. @throws InvariantError on
   * another version's snapshot.
   */
  static restore(snapshot: CampaignSnapshot, parts: CampaignParts = {}): Campaign {
    const { state, governor, pacer } = readSnapshot(snapshot);
    const campaign = new Campaign(state.settings, snapshot.at, {
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
    openingPaced: 0,
    agents: new Map(),
    idle: new Set(),
    pausing: new Set(),
    held: [],
    promised: [],
    claim: null,
    claimNotBefore: 0,
    supply: null,
    surveyedAt: 0,
    lastDryAt: 0,
    telephonyUp: false,
    probedAt: at,
    steeredAt: at,
    heldUntil: 0,
    dialTokens: Math.max(1, settings.callsPerSecond),
    dialTokensAt: at,
    unreconciled: new Map(),
    sampleDebt: 0,
    dialRate: { windowStart: at, count: 0, perSecond: 0 },
  };
}

function takeCall(context: Context, fact: CallFact): void {
  if (fact.type === 'call.reconciled') {
    reconciled(context, fact);
    return;
  }
  const call = context.state.calls.get(fact.attemptId);
  if (!call) {
    overtaking(context, fact);
    return;
  }
  switch (fact.type) {
    case 'call.dialing':
      break;
    case 'call.ringing':
      // It rang before our hang-up arrived: a call for every cap.
      if (call.stage === 'ending') call.ringingAt ??= context.now;
      if (call.stage !== 'dialing') break;
      moveTo(context, call, 'ringing');
      call.ringingAt = context.now;
      emit(context, { type: 'call.ringing', attemptId: call.attemptId, leadId: call.lead.leadId });
      break;
    case 'call.answered':
      answered(context, call);
      break;
    case 'call.detected':
      detected(context, call, fact.verdict);
      break;
    case 'call.connected':
      connected(context, call, fact.agentId);
      break;
    case 'call.connect-failed':
      connectFailed(context, call, fact.agentId, fact.reason);
      break;
    case 'call.ended':
      callEnded(context, call, fact.cause);
      break;
    case 'call.played':
    case 'call.digit':
    case 'call.beep':
    case 'call.recorded':
      flowFact(context, call, fact);
      break;
    default:
      assertNever(fact, 'call fact');
  }
}

function takeLeads(context: Context, fact: LeadFact): void {
  switch (fact.type) {
    case 'leads.claimed':
      if (!manualLeads(context, fact)) claimed(context, fact);
      break;
    case 'leads.claim-failed':
      if (!manualLeads(context, { requestId: fact.requestId, leads: [] }))
        claimFailed(context, fact.requestId, fact.error);
      break;
    case 'leads.surveyed':
      context.state.supply = fact.supply;
      break;
    case 'leads.withdrawn':
      withdrawn(context, fact);
      break;
    default:
      assertNever(fact, 'lead fact');
  }
}

function takeJournal(context: Context, fact: JournalFact): void {
  if (fact.type === 'campaign.recovered') return recovered(context, fact);
  if (fact.type === 'callback.checked') return callbackChecked(context, fact);
  const call = context.state.calls.get(fact.attemptId);
  if (!call) return;
  switch (fact.type) {
    case 'attempt.opened':
      return opened(context, call);
    case 'attempt.refused':
      return refused(context, call, fact.refusals, fact.nextAllowedAt);
    case 'attempt.in-progress':
      return inProgress(context, call);
    case 'attempt.open-failed':
      return openFailed(context, call, fact.error);
    case 'attempt.closed':
      return attemptClosed(context, call);
    case 'attempt.close-failed':
      return emit(context, { type: 'fault', what: 'closing an attempt', detail: fact.error });
    default:
      assertNever(fact, 'journal fact');
  }
}

function takeTelephony(
  context: Context,
  fact: Extract<TelephonyFact, { type: 'telephony.up' | 'telephony.down' }>,
): void {
  context.state.telephonyUp = fact.type === 'telephony.up';
  if (fact.type === 'telephony.up') askFates(context);
  else emit(context, { type: 'fault', what: 'telephony is down', detail: fact.reason });
}

/** Timers of a call or an agent: `<kind>:<id>`, a flow's with its own id behind a bar. */
function takeKeyedTimer(context: Context, timerId: string): void {
  const colon = timerId.indexOf(':');
  const kind = timerId.slice(0, colon);
  const id = timerId.slice(colon + 1);
  const agent = context.state.agents.get(id);
  if (kind === 'preview' && agent) return previewTimer(context, agent);
  if (kind === 'manual' && agent) return manualTimer(context, agent);
  if (kind === 'agent-leg' && agent) return legNeverCame(context, agent);
  const bar = id.indexOf('|');
  const call = context.state.calls.get(kind === 'flow' ? id.slice(0, bar) : id);
  if (!call) return;
  if (kind === 'flow') flowTimer(context, call, id.slice(bar + 1));
  else if (kind === 'deadline') deadlinePassed(context, call);
  else if (kind === 'detection') detected(context, call, 'unsure');
  else if (kind === 'wrap-up') finishWrapUp(context, call);
  else if (kind === 'expiry' || kind === 'close') expired(context, call);
  else cancelTimer(context, timerId);
}

function readStatistics(context: Context, at: number): CampaignStatistics {
  const { state, statistics, governor } = context;
  const agents: Record<AgentState, number> = {
    ready: 0,
    reserved: 0,
    talking: 0,
    'wrap-up': 0,
    pausing: 0,
    paused: 0,
    offline: 0,
  };
  const spent: Record<AgentState, number> = { ...statistics.agentMs() };
  for (const agent of state.agents.values()) {
    agents[agent.state] += 1;
    spent[agent.state] += at - agent.since;
  }
  const staffed = spent.ready + spent.reserved + spent.talking + spent['wrap-up'] + spent.pausing;
  const withAgents = state.tally.connected;
  return {
    at,
    campaignId: state.settings.campaignId,
    state: state.run,
    mode: state.settings.mode,
    dials: statistics.dials,
    liveAnswers: statistics.liveAnswers,
    answerRate: statistics.resolved === 0 ? 0 : Math.min(1, statistics.liveAnswers / statistics.resolved),
    connected: statistics.connected,
    abandoned: statistics.abandoned,
    reneged: statistics.reneged,
    machines: statistics.machines,
    abandonment: governor.readings(at),
    outcomes: { ...statistics.outcomes },
    dispositions: { ...statistics.dispositions },
    refusals: { ...statistics.refusals },
    callsInFlight: linesInUse(state) - withAgents,
    callsWithAgents: withAgents,
    agents,
    occupancy: staffed === 0 ? 0 : (spent.talking + spent['wrap-up']) / staffed,
    meanWait: statistics.meanWait(),
    connectTime: statistics.connectTime(),
    penetration: state.supply && state.supply.total > 0 ? state.supply.attempted / state.supply.total : null,
    supply: state.supply,
    falsePositiveRate: governor.falsePositiveRate(),
  };
}
