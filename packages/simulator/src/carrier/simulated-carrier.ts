/** The Telephony port on virtual time: a trunk and the called parties behind it, drawn from a seed. */
import {
  defined,
  type AttemptId,
  type ConversationTelephony,
  type DialCommand,
  type Fact,
  type FactSink,
  type HangupCause,
  type Telephony,
} from '@outdial/core';
import type { VirtualClock } from '../clock/virtual-clock.js';
import { sample } from '../random/distribution.js';
import type { RandomSource } from '../random/random-source.js';
import { AgentLegs } from './agent-legs.js';
import { drawCallPlan, type CallPlan } from './call-plan.js';
import type { CarrierCallRecord, CarrierLog } from './carrier-log.js';
import { DEFAULT_CARRIER, type CarrierModel } from './carrier-model.js';
import { Conversations } from './conversations.js';
import { SimulatedCall, type CallNetwork, type UnstampedCallFact } from './simulated-call.js';
import { LineQueue, type TrunkLimits } from './line-queue.js';

/** How a simulated carrier is made. */
export interface SimulatedCarrierOptions {
  readonly clock: VirtualClock;
  readonly random: RandomSource;
  /** Default {@link DEFAULT_CARRIER}. */
  readonly model?: CarrierModel;
  /** Default: 10,000 lines, 1,000 calls a second. */
  readonly trunk?: TrunkLimits;
  /** Overrides random draws of the `nth` call (from 0) to a number, for tests of a given case. */
  readonly script?: (phone: string, nth: number) => Partial<CallPlan>;
}

/** The trunk and the called parties behind it. It outlives the process that dials. */
export interface SimulatedCarrier {
  readonly telephony: Telephony;
  readonly log: CarrierLog;
  /**
   * A process connects: facts go to its sink, stamped by its clock (`offset` ms ahead of true time). Say
   * `setUp` afterwards to report 'telephony.up'.
   */
  attach(process: { readonly sink: FactSink; readonly offset?: number }): void;
  /**
   * The process died: no fact is delivered. Answered calls without an agent stay silent until reconciliation;
   * people who answer later hear the fallback.
   */
  detach(): void;
  /** The event socket came up: ends that the process missed are reported, then facts flow again. */
  setUp(): void;
  /** The event socket broke. */
  setDown(reason: string): void;
  /** Refuses new calls: 'refused' on our own side, 'congestion' by the network; null: places them again. */
  refuse(how: 'refused' | 'congestion' | null): void;
  /** The network to an agent breaks (and is repaired). */
  vanishAgent(agentId: string): void;
  reviveAgent(agentId: string): void;
  /** The agent hangs up their station. */
  hangUpStation(agentId: string): void;
  /** True while the agent's leg is bridged with a call. */
  isTalking(agentId: string): boolean;
  /** Notes in the log that a fact about a call reached the engine. */
  noteDelivery(fact: Fact): void;
  /** Calls that are not over, waiting for a slot included. */
  liveCalls(): number;
  /** Agents' legs up or ringing. */
  standingLegs(): number;
}

/**
 * A carrier whose every number and call is drawn from the seed. See {@link CarrierModel} for what it models.
 */
export function createSimulatedCarrier(options: SimulatedCarrierOptions): SimulatedCarrier {
  return new Carrier(options);
}

class Carrier implements SimulatedCarrier {
  readonly log: CarrierLog = { calls: [], legs: [], legUses: [], outages: [] };
  readonly telephony: Telephony;
  readonly #options: SimulatedCarrierOptions;
  readonly #clock: VirtualClock;
  readonly #model: CarrierModel;
  readonly #lines: LineQueue;
  readonly #legs: AgentLegs;
  readonly #network: CallNetwork;
  readonly #conversations: Conversations;
  readonly #calls = new Map<AttemptId, SimulatedCall>();
  /** Calls in the queue for a slot, with the way out of it. */
  readonly #queued = new Map<AttemptId, { readonly command: DialCommand; readonly leave: () => void }>();
  readonly #fallbacks = new Set<AttemptId>();
  readonly #records = new Map<AttemptId, CarrierCallRecord>();
  readonly #callsTo = new Map<string, number>();
  readonly #mediaLengths = new Map<string, number>();
  /** Facts that happened while the socket was down. */
  #missed: Fact[] = [];
  #ordersMissed: (() => void)[] = [];
  #process: { readonly sink: FactSink; readonly offset: number; up: boolean } | null = null;
  #refusing: 'refused' | 'congestion' | null = null;

  constructor(options: SimulatedCarrierOptions) {
    this.#options = options;
    this.#clock = options.clock;
    this.#model = options.model ?? DEFAULT_CARRIER;
    this.#lines = new LineQueue(options.clock, options.trunk ?? { lines: 10_000, callsPerSecond: 1_000 });
    this.#legs = new AgentLegs({
      clock: options.clock,
      model: this.#model,
      stream: options.random.stream('agent-legs'),
      log: this.log,
      listener: {
        legUp: (agentId) => this.#report({ type: 'agent.leg-up', at: this.#now(), agentId }),
        legDown: (agentId, reason, how) =>
          this.#report({ type: 'agent.leg-down', at: this.#now(), agentId, reason, how }),
        bridgeBroken: (attemptId, agentId) => this.#calls.get(attemptId)?.bridgeBroken(agentId),
      },
    });
    this.#network = this.#createNetwork();
    this.#conversations = new Conversations({
      clock: options.clock,
      legs: this.#legs,
      call: (attemptId) => this.#calls.get(attemptId),
      tell: (attemptId, fact) =>
        this.#report({ ...fact, at: this.#now(), campaignId: campaignOf(attemptId), attemptId } as Fact),
    });
    this.telephony = this.#createTelephony();
  }

  attach(process: { readonly sink: FactSink; readonly offset?: number }): void {
    this.#process = { sink: process.sink, offset: process.offset ?? 0, up: false };
    this.#missed = [];
    this.#ordersMissed = [];
    if (this.log.outages.at(-1)?.to !== null)
      this.log.outages.push({ from: this.#clock.now(), to: null, why: 'not up yet' });
  }

  detach(): void {
    this.#outage('process died');
    this.#process = null;
    for (const call of this.#calls.values()) call.adopted = false;
    for (const queued of [...this.#queued.values()]) queued.leave();
    this.#queued.clear();
  }

  setUp(): void {
    if (!this.#process || this.#process.up) return;
    this.#process.up = true;
    const outage = this.log.outages.at(-1);
    if (outage) outage.to = this.#clock.now();
    this.#report({ type: 'telephony.up', at: this.#now() });
    for (const order of this.#ordersMissed) order();
    const missed = this.#missed;
    this.#missed = [];
    this.#ordersMissed = [];
    // The adapter compares the channels with what it knew: endings and legs are reported late. What came and
    // went meanwhile is not reported.
    for (const fact of missed) {
      if (fact.type === 'call.ended' && this.#fallbacks.has(fact.attemptId))
        this.#tellFate(fact.campaignId, fact.attemptId);
      if (fact.type === 'call.ended' || fact.type.startsWith('agent.leg'))
        this.#report({ ...fact, at: this.#now() });
    }
    for (const call of this.#calls.values())
      if (call.adopted && call.record.fallbackAt !== undefined)
        this.#tellFate(call.record.campaignId, call.attemptId);
  }

  setDown(reason: string): void {
    if (!this.#process?.up) return;
    this.#report({ type: 'telephony.down', at: this.#now(), reason });
    this.#process.up = false;
    this.#outage(reason);
  }

  refuse(how: 'refused' | 'congestion' | null): void {
    this.#refusing = how;
  }

  vanishAgent(agentId: string): void {
    this.#legs.vanish(agentId);
  }

  reviveAgent(agentId: string): void {
    this.#legs.revive(agentId);
  }

  hangUpStation(agentId: string): void {
    if (this.#legs.isUp(agentId)) this.#legs.hangUp(agentId, 'agent hung up', 'hung-up');
  }

  isTalking(agentId: string): boolean {
    return this.#legs.callOf(agentId) !== null;
  }

  noteDelivery(fact: Fact): void {
    if (!('attemptId' in fact) || !fact.type.startsWith('call.')) return;
    const record = this.#records.get(fact.attemptId);
    if (record) record.reachedEngineAt[fact.type] ??= this.#clock.now();
  }

  liveCalls(): number {
    return this.#calls.size + this.#queued.size;
  }

  standingLegs(): number {
    return this.#legs.standing();
  }

  #outage(why: string): void {
    const last = this.log.outages.at(-1);
    if (!last || last.to !== null) this.log.outages.push({ from: this.#clock.now(), to: null, why });
  }

  /** The connected process's time. */
  #now(): number {
    return this.#clock.now() + (this.#process?.offset ?? 0);
  }

  /** Delivers a fact after the time a report takes, unless the process has ended by then. */
  #report(fact: Fact): void {
    const process = this.#process;
    if (!process) return;
    if (!process.up) {
      this.#missed.push(fact);
      return;
    }
    this.#clock.after(this.#model.reportDelay, () => {
      if (this.#process === process) process.sink(fact);
    });
  }

  #createNetwork(): CallNetwork {
    return {
      clock: this.#clock,
      model: this.#model,
      legs: this.#legs,
      inControl: () => this.#process?.up === true,
      tell: (call, fact) => {
        if (!call.adopted) return;
        this.#report({
          ...fact,
          at: this.#now(),
          campaignId: call.record.campaignId,
          attemptId: call.attemptId,
        });
      },
      mediaLength: (name) => this.#mediaLength(name),
      ended: (call) => {
        this.#calls.delete(call.attemptId);
        this.#conversations.ended(call.attemptId);
        if (call.record.fallbackAt !== undefined) this.#fallbacks.add(call.attemptId);
        this.#lines.release();
      },
    };
  }

  #mediaLength(name: string): number {
    if (name.startsWith('silence:')) return Number(name.slice('silence:'.length)) || 0;
    let length = this.#mediaLengths.get(name);
    if (length === undefined) {
      length = sample(this.#model.mediaLength, this.#options.random.stream('media', name));
      this.#mediaLengths.set(name, length);
    }
    return length;
  }

  #createTelephony(): Telephony {
    return {
      dial: (command) => this.#dial(command),
      hangUp: (command) => this.#hangUp(command.attemptId),
      connect: (command) => this.#connect(command.attemptId, command.agentId),
      ringAgent: (command) => this.#ringAgent(command.agentId),
      hangUpAgent: (command) => this.#legs.hangUp(command.agentId),
      play: ({ attemptId, playId, media }) =>
        this.#onCall(attemptId, (call) => call.play(playId, media), {
          type: 'call.played',
          playId,
          completed: false,
        }),
      stopPlay: ({ attemptId, playId }) => this.#onCall(attemptId, (call) => call.stopPlay(playId)),
      record: ({ attemptId, recordingId, maxMs }) =>
        this.#onCall(attemptId, (call) => call.startRecording(recordingId, maxMs), {
          type: 'call.recorded',
          recordingId,
          durationMs: 0,
        }),
      stopRecord: ({ attemptId, recordingId }) =>
        this.#onCall(attemptId, (call) => call.stopRecording(recordingId)),
      waitForBeep: ({ attemptId, timeoutMs }) =>
        this.#onCall(attemptId, (call) => call.waitForBeep(timeoutMs), { type: 'call.beep' }),
      probe: (command) => this.#probe(command.attemptIds),
      reconcile: (command) => this.#reconcile(command.campaignId, new Set(command.attemptIds)),
      ...this.#createConversations(),
    };
  }

  #createConversations(): ConversationTelephony {
    const whenUp = (order: () => void): void => {
      if (this.#process?.up === true) order();
      else this.#ordersMissed.push(order);
    };
    return {
      arrange: (command) => whenUp(() => this.#conversations.arrange(command)),
      setRecording: (command) => whenUp(() => this.#conversations.setRecording(command)),
      sendDigits: (command) =>
        whenUp(() => {
          const { attemptId, digitsId } = command;
          const refusal = this.#conversations.sendDigits(command);
          const sent = { type: 'call.digits-sent', digitsId } as const;
          if (refusal !== undefined)
            this.#reportOf(campaignOf(attemptId), attemptId, refusal ? { ...sent, refusal } : sent);
        }),
      admitInbound: ({ campaignId, attemptId }) =>
        this.#notPlaced(campaignId, attemptId, { q850: 0, by: 'lost' }),
      refuseInbound: ({ inboundId }) => this.#report({ type: 'inbound.ended', at: this.#now(), inboundId }),
    };
  }

  /**
   * Carries out an order about a call, now or when the socket is up. An unknown call gets `answer`, if any.
   */
  #onCall(attemptId: AttemptId, order: (call: SimulatedCall) => void, answer?: UnstampedCallFact): void {
    const call = this.#calls.get(attemptId);
    if (!call) {
      if (answer) this.#reportOf(campaignOf(attemptId), attemptId, answer);
    } else if (this.#process?.up === true) {
      order(call);
    } else {
      this.#ordersMissed.push(() => order(call));
    }
  }

  #ringAgent(agentId: string): void {
    if (this.#process?.up === true) this.#legs.ring(agentId);
    else this.#report({ type: 'agent.leg-down', at: this.#now(), agentId, reason: 'telephony down' });
  }

  #probe(attemptIds: readonly AttemptId[]): void {
    if (this.#process?.up !== true) return;
    for (const attemptId of attemptIds) {
      if (!this.#calls.has(attemptId) && !this.#queued.has(attemptId))
        this.#notPlaced(campaignOf(attemptId), attemptId, { q850: 0, by: 'lost' });
    }
  }

  /** Reports a fact about an attempt that is not a call in progress, or not any more. */
  #reportOf(campaignId: string, attemptId: AttemptId, fact: UnstampedCallFact): void {
    this.#report({ ...fact, at: this.#now(), campaignId, attemptId } as Fact);
  }

  /** A call that ended before it was placed. */
  #notPlaced(campaignId: string, attemptId: AttemptId, cause: HangupCause): void {
    this.#reportOf(campaignId, attemptId, { type: 'call.ended', cause });
  }

  #dial(command: DialCommand): void {
    const { campaignId, attemptId } = command;
    if (this.#calls.has(attemptId) || this.#queued.has(attemptId)) return;
    const refuse = (): void => this.#notPlaced(campaignId, attemptId, { q850: 0, by: 'refused' });
    if (!command.callerNumber || this.#refusing === 'refused') return refuse();
    if (this.#process?.up !== true) {
      // Without a socket the request itself fails at once, so the process learns of it without an event.
      const process = this.#process;
      this.#clock.after(this.#model.reportDelay, () => {
        if (process && this.#process === process)
          process.sink({
            type: 'call.ended',
            at: this.#now(),
            campaignId,
            attemptId,
            cause: { q850: 0, by: 'refused' },
          });
      });
      return;
    }
    const leave = this.#lines.request({
      expiresAt: command.expiresAt - this.#process.offset,
      go: () => {
        this.#queued.delete(attemptId);
        this.#invite(command);
      },
      expire: () => {
        this.#queued.delete(attemptId);
        this.#notPlaced(campaignId, attemptId, { q850: 0, by: 'expired' });
      },
    });
    this.#queued.set(attemptId, { command, leave });
  }

  #invite(command: DialCommand): void {
    const nth = this.#callsTo.get(command.phone) ?? 0;
    this.#callsTo.set(command.phone, nth + 1);
    const now = this.#clock.now();
    const drawn = drawCallPlan(this.#model, this.#options.random, command.phone, nth, now);
    const refused: Partial<CallPlan> = this.#refusing === 'congestion' ? { fate: 'congestion' } : {};
    const plan: CallPlan = { ...drawn, ...this.#options.script?.(command.phone, nth), ...refused };
    const { attemptId, campaignId, phone, callerNumber, detectMachine } = command;
    const record: CarrierCallRecord = {
      attemptId,
      campaignId,
      phone,
      callerNumber,
      detectMachine,
      invitedAt: now,
      fate: plan.fate,
      verdict: plan.verdict,
      heard: [],
      keys: [],
      connectOrders: [],
      reachedEngineAt: {},
    };
    this.log.calls.push(record);
    this.#records.set(attemptId, record);
    const call = new SimulatedCall(this.#network, record, plan, command);
    this.#calls.set(attemptId, call);
    call.start();
  }

  #hangUp(attemptId: AttemptId): void {
    const call = this.#calls.get(attemptId);
    const queued = this.#queued.get(attemptId);
    if (queued) {
      queued.leave();
      this.#queued.delete(attemptId);
      this.#notPlaced(queued.command.campaignId, attemptId, { q850: 0, by: 'us' });
    } else if (!call) {
      this.#notPlaced(campaignOf(attemptId), attemptId, { q850: 0, by: 'lost' });
    } else if (this.#process?.up === true) {
      call.hangUp();
    } else {
      this.#ordersMissed.push(() => call.hangUp());
    }
  }

  #connect(attemptId: AttemptId, agentId: string): void {
    const call = this.#calls.get(attemptId);
    const fail = (reason: string): void =>
      this.#reportOf(campaignOf(attemptId), attemptId, { type: 'call.connect-failed', agentId, reason });
    if (!call) fail('no such call');
    else if (this.#process?.up === true) call.connect(agentId);
    else this.#ordersMissed.push(() => fail('telephony down'));
  }

  #reconcile(campaignId: string, attemptIds: ReadonlySet<AttemptId>): void {
    for (const attemptId of attemptIds) this.#tellFate(campaignId, attemptId);
    for (const call of [...this.#calls.values()]) {
      if (call.record.campaignId !== campaignId || call.adopted || attemptIds.has(call.attemptId)) continue;
      // A channel of ours that is in no journal: the message where it was answered, then the end.
      if (call.phase !== 'answered') call.end({ q850: 16, by: 'us' });
      else if (call.agentId === null) call.fallback();
      else call.hangUp();
    }
  }

  #tellFate(campaignId: string, attemptId: AttemptId): void {
    const call = this.#calls.get(attemptId);
    const fate = call ? fateOf(call) : this.#fallbacks.has(attemptId) ? 'abandoned' : 'gone';
    if (call) call.adopted = true;
    this.#conversations.reconciled(attemptId);
    const agentId = fate === 'connected' ? (call?.agentId ?? undefined) : undefined;
    this.#reportOf(campaignId, attemptId, { type: 'call.reconciled', fate, ...defined({ agentId }) });
  }
}

function fateOf(call: SimulatedCall): 'abandoned' | 'ringing' | 'answered' | 'connected' {
  if (call.record.fallbackAt !== undefined) return 'abandoned';
  if (call.phase !== 'answered') return 'ringing';
  const hears = call.record.heard.at(-1)?.what;
  return hears === 'agent' || (hears === 'music' && call.agentId !== null) ? 'connected' : 'answered';
}

/** The campaign in an attempt's id, `<campaignId>-<epoch>-<n>`. */
function campaignOf(attemptId: AttemptId): string {
  return attemptId.replace(/-\d+-\d+$/, '');
}
