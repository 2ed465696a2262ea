/** The Telephony port on virtual time: a trunk and the called parties behind it, drawn from a seed. */
import {
  type AttemptId,
  type ConversationTelephony,
  type Fact,
  type FactSink,
  type RingCommand,
  type Telephony,
} from '@outdial/core';
import { AgentLegs } from './agent-legs.js';
import { campaignOf } from './campaign-of-attempt.js';
import type { SimulatedCarrier, SimulatedCarrierOptions, TrunkFault } from './carrier-contract.js';
import type { CarrierLog } from './carrier-log.js';
import { DEFAULT_CARRIER, type CarrierModel } from './carrier-model.js';
import { Conversations } from './conversations.js';
import { InboundCalls, type Caller } from './inbound-calls.js';
import { mediaLengths } from './media-length.js';
import { PlacedCalls } from './placed-calls.js';
import { OrderPath } from './order-path.js';
import { ProcessLink } from './process-link.js';
import { ReturnedCalls } from './returned-calls.js';
import type { CallNetwork, SimulatedCall, UnstampedCallFact } from './simulated-call.js';

/**
 * A carrier whose every number and call is drawn from the seed. See {@link CarrierModel} for what it models.
 */
export function createSimulatedCarrier(options: SimulatedCarrierOptions): SimulatedCarrier {
  return new Carrier(options);
}

class Carrier implements SimulatedCarrier {
  readonly log: CarrierLog = { calls: [], callers: [], legs: [], legUses: [], slowOrders: [], outages: [] };
  readonly telephony: Telephony;
  readonly #model: CarrierModel;
  readonly #link: ProcessLink;
  readonly #orders: OrderPath;
  readonly #legs: AgentLegs;
  readonly #calls: PlacedCalls;
  readonly #conversations: Conversations;
  readonly #inbound: InboundCalls;
  readonly #returns: ReturnedCalls;

  constructor(options: SimulatedCarrierOptions) {
    const { clock, random } = options;
    this.#model = options.model ?? DEFAULT_CARRIER;
    const link = new ProcessLink(clock, this.log, this.#model.reportDelay);
    this.#link = link;
    this.#orders = new OrderPath(clock, () => this.#orderDelay(options));
    this.#legs = new AgentLegs({
      clock,
      model: this.#model,
      stream: random.stream('agent-legs'),
      log: this.log,
      listener: {
        legUp: (agentId) => link.report({ type: 'agent.leg-up', at: link.now(), agentId }),
        legDown: (agentId, reason, how) =>
          link.report({ type: 'agent.leg-down', at: link.now(), agentId, reason, how }),
        bridgeBroken: (attemptId, agentId) => this.#conversations.bridgeBroken(attemptId, agentId),
      },
    });
    const network = this.#createNetwork(options);
    this.#calls = new PlacedCalls({ options, model: this.#model, log: this.log, link, network });
    this.#conversations = new Conversations({
      clock,
      legs: this.#legs,
      call: (attemptId) => this.#calls.get(attemptId),
      tell: (attemptId, fact) =>
        link.report({ ...fact, at: link.now(), campaignId: campaignOf(attemptId), attemptId } as Fact),
    });
    this.#inbound = new InboundCalls({
      clock,
      random,
      model: this.#model,
      log: this.log,
      link,
      network: this.#calls.network,
      adopt: (call) => this.#calls.adopt(call),
    });
    const returns = { clock, random, model: this.#model };
    this.#returns = new ReturnedCalls({ ...returns, callIn: (caller) => this.#inbound.callIn(caller) });
    this.telephony = this.#inTurn(this.#createTelephony());
  }

  attach(process: { readonly sink: FactSink; readonly offset?: number }): void {
    this.#link.attach(process);
  }

  detach(): void {
    this.#orders.drop();
    this.#link.stallEnds('process frozen');
    this.#link.detach();
    this.#calls.forsake();
  }

  setUp(): void {
    const missed = this.#link.setUp();
    if (missed === null) return;
    // The adapter compares the channels with what it knew: endings and legs are reported late. What came and
    // went meanwhile is not reported.
    for (const fact of missed) {
      if (fact.type === 'call.ended' && this.#calls.hadFallback(fact.attemptId))
        this.#tellFate(fact.campaignId, fact.attemptId);
      if (fact.type === 'call.ended' || fact.type.startsWith('agent.leg'))
        this.#link.report({ ...fact, at: this.#link.now() });
    }
    this.#inbound.reportAgain();
    for (const call of this.#calls.inProgress())
      if (call.adopted && call.record.fallbackAt !== undefined)
        this.#tellFate(call.record.campaignId, call.attemptId);
  }

  setDown(reason: string): void {
    this.#link.setDown(reason);
  }

  refuse(how: TrunkFault | null): void {
    this.#calls.refuse(how);
  }

  freeze(): void {
    this.#orders.freeze();
    this.#link.freeze();
  }

  thaw(): void {
    this.#link.thaw();
    this.#orders.thaw();
  }

  processStalls(): void {
    this.#link.stallBegins('process frozen');
  }

  processGoesOn(): void {
    this.#link.stallEnds('process frozen');
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

  agentHearsRinging(agentId: string): boolean {
    return this.#conversations.rings(agentId);
  }

  noteDelivery(fact: Fact): void {
    this.#calls.noteDelivery(fact);
  }

  callIn(caller: Caller): string {
    return this.#inbound.callIn(caller);
  }

  liveCalls(): number {
    return this.#calls.live() + this.#inbound.ringing + this.#orders.waiting;
  }

  standingLegs(): number {
    return this.#legs.standing();
  }

  #orderDelay({ clock, orderDelay }: SimulatedCarrierOptions): number {
    const delay = orderDelay?.() ?? 0;
    if (delay > 0) this.log.slowOrders.push({ from: clock.now(), to: clock.now() + delay });
    return delay;
  }

  #createNetwork({ clock, random }: SimulatedCarrierOptions): CallNetwork {
    return {
      clock,
      model: this.#model,
      legs: this.#legs,
      inControl: () => this.#link.isUp,
      tell: (call, fact) => {
        if (call.adopted) this.#link.reportOf(call.record.campaignId, call.attemptId, fact);
      },
      mediaLength: mediaLengths(this.#model, random),
      ended: (call) => {
        this.#conversations.ended(call.attemptId);
        this.#returns.ended(call.record);
      },
    };
  }

  /** Every order goes the way of orders. */
  #inTurn(telephony: Telephony): Telephony {
    return new Proxy(telephony, {
      get: (target, name) => {
        const method = Reflect.get(target, name) as (...args: unknown[]) => unknown;
        return (...args: unknown[]): void =>
          this.#orders.give(() => void Reflect.apply(method, target, args));
      },
    });
  }

  #createTelephony(): Telephony {
    return {
      dial: (command) => this.#calls.dial(command),
      hangUp: (command) => this.#hangUp(command.attemptId),
      connect: (command) => this.#connect(command.attemptId, command.agentId),
      ringAgent: (command) => this.#ringAgent(command),
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
    const link = this.#link;
    return {
      arrange: (command) => link.whenUp(() => this.#conversations.arrange(command)),
      setRecording: (command) => link.whenUp(() => this.#conversations.setRecording(command)),
      sendDigits: (command) =>
        link.whenUp(() => {
          const { attemptId, digitsId } = command;
          const refusal = this.#conversations.sendDigits(command);
          const sent = { type: 'call.digits-sent', digitsId } as const;
          if (refusal !== undefined)
            link.reportOf(campaignOf(attemptId), attemptId, refusal ? { ...sent, refusal } : sent);
        }),
      admitInbound: (command) => link.whenUp(() => this.#inbound.admit(command)),
      refuseInbound: ({ inboundId }) => link.whenUp(() => this.#inbound.refuse(inboundId)),
    };
  }

  /**
   * Carries out an order about a call, now or when the socket is up. An unknown call gets `answer`, if any.
   */
  #onCall(attemptId: AttemptId, order: (call: SimulatedCall) => void, answer?: UnstampedCallFact): void {
    const call = this.#calls.get(attemptId);
    if (!call) {
      if (answer) this.#link.reportOf(campaignOf(attemptId), attemptId, answer);
    } else {
      this.#link.whenUp(() => order(call));
    }
  }

  #ringAgent({ agentId, anew }: RingCommand): void {
    if (this.#link.isUp && anew) this.#legs.ringAnew(agentId);
    else if (this.#link.isUp) this.#legs.ring(agentId);
    else
      this.#link.report({ type: 'agent.leg-down', at: this.#link.now(), agentId, reason: 'telephony down' });
  }

  #probe(attemptIds: readonly AttemptId[]): void {
    if (!this.#link.isUp) return;
    for (const attemptId of attemptIds) {
      if (!this.#calls.has(attemptId))
        this.#link.notPlaced(campaignOf(attemptId), attemptId, { q850: 0, by: 'lost' });
    }
  }

  #hangUp(attemptId: AttemptId): void {
    const call = this.#calls.get(attemptId);
    const queued = this.#calls.leaveQueue(attemptId);
    if (queued) this.#link.notPlaced(queued.campaignId, attemptId, { q850: 0, by: 'us' });
    else if (!call) this.#link.notPlaced(campaignOf(attemptId), attemptId, { q850: 0, by: 'lost' });
    else this.#link.whenUp(() => call.hangUp());
  }

  #connect(attemptId: AttemptId, agentId: string): void {
    const call = this.#calls.get(attemptId);
    const fail = (reason: string): void =>
      this.#link.reportOf(campaignOf(attemptId), attemptId, { type: 'call.connect-failed', agentId, reason });
    if (!call) fail('no such call');
    else if (this.#link.isUp) call.connect(agentId);
    else this.#link.whenUp(() => fail('telephony down'));
  }

  #reconcile(campaignId: string, attemptIds: ReadonlySet<AttemptId>): void {
    for (const attemptId of attemptIds) this.#tellFate(campaignId, attemptId);
    for (const call of [...this.#calls.inProgress()]) {
      if (call.record.campaignId !== campaignId || call.adopted || attemptIds.has(call.attemptId)) continue;
      // A channel of ours that is in no journal: the message where it was answered, then the end.
      if (call.phase !== 'answered') call.end({ q850: 16, by: 'us' });
      else if (call.agentId === null) call.fallback();
      else call.hangUp();
    }
  }

  #tellFate(campaignId: string, attemptId: AttemptId): void {
    const call = this.#calls.get(attemptId);
    const fate = call ? fateOf(call) : this.#calls.hadFallback(attemptId) ? 'abandoned' : 'gone';
    if (call) call.adopted = true;
    this.#conversations.reconciled(attemptId);
    const partners = fate === 'connected' && call ? this.#partnersOf(call) : {};
    this.#link.reportOf(campaignId, attemptId, { type: 'call.reconciled', fate, ...partners });
  }

  /** Who is in the conversation of a call: the agents with it, else the other call in its room. */
  #partnersOf({ agentId, attemptId, partnerId }: SimulatedCall): {
    readonly agentIds?: readonly string[];
    readonly partnerId?: AttemptId;
  } {
    const aside = this.#conversations.agentsOf(attemptId);
    const agentIds = [...new Set([...(agentId === null ? [] : [agentId]), ...aside])];
    if (agentIds.length > 0) return { agentIds };
    return partnerId === null ? {} : { partnerId };
  }
}

function fateOf(call: SimulatedCall): 'abandoned' | 'ringing' | 'answered' | 'connected' {
  if (call.record.fallbackAt !== undefined) return 'abandoned';
  if (call.phase !== 'answered') return 'ringing';
  const hears = call.record.heard.at(-1)?.what;
  if (hears === 'agent' || hears === 'party') return 'connected';
  return hears === 'music' && call.agentId !== null ? 'connected' : 'answered';
}
