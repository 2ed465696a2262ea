/** The calls that a process ordered: in the queue for a line, placed, in progress. */
import type { AttemptId, DialCommand, Fact } from '@outdial/core';
import { drawCallPlan, type CallPlan } from './call-plan.js';
import type { SimulatedCarrierOptions, TrunkFault } from './carrier-contract.js';
import type { CarrierCallRecord, CarrierLog } from './carrier-log.js';
import type { CarrierModel } from './carrier-model.js';
import { LineQueue } from './line-queue.js';
import type { ProcessLink } from './process-link.js';
import { SimulatedCall, type CallNetwork } from './simulated-call.js';

/** What placing calls works with. */
export interface PlacedCallsParts {
  readonly options: SimulatedCarrierOptions;
  readonly model: CarrierModel;
  readonly log: CarrierLog;
  readonly link: ProcessLink;
  /** `ended` is told once the call is in progress no more, before its line is free. */
  readonly network: CallNetwork;
}

/** Places calls on the trunk's lines and keeps those in progress. */
export class PlacedCalls {
  readonly #parts: PlacedCallsParts;
  readonly #network: CallNetwork;
  readonly #lines: LineQueue;
  readonly #calls = new Map<AttemptId, SimulatedCall>();
  /** Calls in the queue for a slot, with the way out of it. */
  readonly #queued = new Map<AttemptId, { readonly command: DialCommand; readonly leave: () => void }>();
  /** Calls over whose called party heard the fallback. */
  readonly #fallbacks = new Set<AttemptId>();
  readonly #records = new Map<AttemptId, CarrierCallRecord>();
  readonly #callsTo = new Map<string, number>();
  readonly #cameIn = new Set<SimulatedCall>();
  /** How new calls fail; null: they are placed. */
  #refusing: TrunkFault | null = null;

  constructor(parts: PlacedCallsParts) {
    const { clock, trunk } = parts.options;
    this.#parts = parts;
    this.#network = { ...parts.network, ended: (call) => this.#ended(call) };
    this.#lines = new LineQueue(clock, trunk ?? { lines: 10_000, callsPerSecond: 1_000 });
  }

  /** The call in progress. */
  get(attemptId: AttemptId): SimulatedCall | undefined {
    return this.#calls.get(attemptId);
  }

  /** Calls in progress. */
  inProgress(): Iterable<SimulatedCall> {
    return this.#calls.values();
  }

  /** True for a call in progress or in the queue. */
  has(attemptId: AttemptId): boolean {
    return this.#calls.has(attemptId) || this.#queued.has(attemptId);
  }

  /** True for a call over whose called party heard the fallback. */
  hadFallback(attemptId: AttemptId): boolean {
    return this.#fallbacks.has(attemptId);
  }

  /** Calls that are not over, those in the queue included. */
  live(): number {
    return this.#calls.size + this.#queued.size;
  }

  /** Notes in the log that a fact about a call reached the engine. */
  noteDelivery(fact: Fact): void {
    if (!('attemptId' in fact) || !fact.type.startsWith('call.')) return;
    const record = this.#records.get(fact.attemptId);
    if (!record) return;
    record.reachedEngineAt[fact.type] ??= this.#parts.options.clock.now();
    if (fact.type === 'call.played') record.playsReportedAt.push(this.#parts.options.clock.now());
  }

  /** New calls fail in this way; null: they are placed, and those that a dead trunk swallowed ring. */
  refuse(how: TrunkFault | null): void {
    this.#refusing = how;
    if (how !== 'dead') for (const call of this.#calls.values()) call.trunkBack();
  }

  /** A call that came in is in progress from now on. It holds none of the lines. */
  adopt(call: SimulatedCall): void {
    this.#calls.set(call.attemptId, call);
    this.#cameIn.add(call);
    this.#records.set(call.attemptId, call.record);
  }

  /** What every call needs of the network, with its end noted here. */
  get network(): CallNetwork {
    return this.#network;
  }

  dial(command: DialCommand): void {
    const { link } = this.#parts;
    const { campaignId, attemptId } = command;
    if (this.has(attemptId)) return;
    if (!command.callerNumber || this.#refusing === 'refused')
      return link.notPlaced(campaignId, attemptId, { q850: 0, by: 'refused' });
    if (!link.isUp) return link.refuseWithoutSocket(campaignId, attemptId);
    const leave = this.#lines.request({
      expiresAt: command.expiresAt - link.offsetMs,
      go: () => {
        this.#queued.delete(attemptId);
        this.#invite(command);
      },
      expire: () => {
        this.#queued.delete(attemptId);
        link.notPlaced(campaignId, attemptId, { q850: 0, by: 'expired' });
      },
    });
    this.#queued.set(attemptId, { command, leave });
  }

  /** Takes a call out of the queue; its order to dial, or undefined when it is not there. */
  leaveQueue(attemptId: AttemptId): DialCommand | undefined {
    const queued = this.#queued.get(attemptId);
    queued?.leave();
    this.#queued.delete(attemptId);
    return queued?.command;
  }

  /** The process that knew the calls is gone: nobody controls those in progress, and the queue is empty. */
  forsake(): void {
    for (const call of this.#calls.values()) call.adopted = false;
    for (const queued of [...this.#queued.values()]) queued.leave();
    this.#queued.clear();
  }

  #invite(command: DialCommand): void {
    const { options, model, log } = this.#parts;
    const nth = this.#callsTo.get(command.phone) ?? 0;
    this.#callsTo.set(command.phone, nth + 1);
    const now = options.clock.now();
    const drawn = drawCallPlan(model, options.random, command.phone, nth, now);
    const refused: Partial<CallPlan> = this.#refusing === 'congestion' ? { fate: 'congestion' } : {};
    const plan: CallPlan = { ...drawn, ...options.script?.(command.phone, nth), ...refused };
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
      playsReportedAt: [],
    };
    log.calls.push(record);
    this.#records.set(attemptId, record);
    const call = new SimulatedCall(this.#network, record, plan, command);
    this.#calls.set(attemptId, call);
    call.start(this.#refusing === 'dead');
  }

  #ended(call: SimulatedCall): void {
    this.#calls.delete(call.attemptId);
    this.#parts.network.ended(call);
    if (call.record.fallbackAt !== undefined) this.#fallbacks.add(call.attemptId);
    if (!this.#cameIn.delete(call)) this.#lines.release();
  }
}
