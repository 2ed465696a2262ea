/** Calls to us, from the caller's first ringing until they are admitted, refused, or give up. */
import type { AdmitInboundCommand, Fact, HangupCause, Unstamped } from '@outdial/core';
import type { Booking, VirtualClock } from '../clock/virtual-clock.js';
import type { RandomSource } from '../random/random-source.js';
import { sample } from '../random/distribution.js';
import { drawCallPlan, type CallPlan } from './call-plan.js';
import type { CallerRecord, CarrierCallRecord, CarrierLog } from './carrier-log.js';
import type { CarrierModel } from './carrier-model.js';
import type { ProcessLink } from './process-link.js';
import { SimulatedCall, type CallNetwork } from './simulated-call.js';

/** A call that nobody admits or refuses within this time is refused as busy. */
const ANSWER_MOST_MS = 20_000;

/** Somebody who calls. */
export interface Caller {
  /** E.164. Null: withheld. */
  readonly callerNumber: string | null;
  /** E.164. */
  readonly calledNumber: string;
  /** Overrides what is drawn of the call. */
  readonly plan?: Partial<CallPlan>;
  /** ms that the caller lets it ring. Default: a draw of the model's. */
  readonly ringPatience?: number;
}

/** What calls that come in need of the carrier. */
export interface InboundParts {
  readonly clock: VirtualClock;
  readonly random: RandomSource;
  readonly model: CarrierModel;
  readonly log: CarrierLog;
  readonly link: ProcessLink;
  readonly network: CallNetwork;
  /** An admitted call is in progress like any other. */
  readonly adopt: (call: SimulatedCall) => void;
}

interface Ringing {
  readonly record: CallerRecord;
  readonly caller: Caller;
  readonly bookings: readonly Booking[];
}

/** Calls that come in. They outlive the dialer's process. */
export class InboundCalls {
  readonly #parts: InboundParts;
  readonly #ringing = new Map<string, Ringing>();
  #serial = 0;

  constructor(parts: InboundParts) {
    this.#parts = parts;
  }

  /** Calls that ring. */
  get ringing(): number {
    return this.#ringing.size;
  }

  /** Somebody calls. Nobody in control: the network says that the lines are busy. */
  callIn(caller: Caller): string {
    const { clock, link, log, model, random } = this.#parts;
    this.#serial += 1;
    const inboundId = `in-${String(this.#serial)}`;
    const { callerNumber, calledNumber } = caller;
    const record: CallerRecord = { inboundId, callerNumber, calledNumber, arrivedAt: clock.now() };
    log.callers.push(record);
    if (!link.isUp) {
      record.refusedAt = clock.now();
      return inboundId;
    }
    const stream = random.stream('caller', inboundId);
    const patience = caller.ringPatience ?? sample(model.musicPatience, stream);
    const bookings = [
      clock.after(patience, () => this.#gone(inboundId)),
      clock.after(ANSWER_MOST_MS, () => this.refuse(inboundId)),
    ];
    this.#ringing.set(inboundId, { record, caller, bookings });
    this.#tell({ type: 'inbound.arrived', inboundId, callerNumber, calledNumber });
    return inboundId;
  }

  /** The call is answered, and the caller hears music. */
  admit({ inboundId, campaignId, attemptId }: AdmitInboundCommand): void {
    const { clock, link, model, network, random } = this.#parts;
    const ringing = this.#end(inboundId);
    if (!ringing) {
      link.notPlaced(campaignId, attemptId, LOST);
      return;
    }
    const { record, caller } = ringing;
    const phone = record.callerNumber ?? '';
    const drawn = drawCallPlan(model, random, `caller ${inboundId}`, 0, clock.now());
    const plan: CallPlan = { ...drawn, fate: 'human', recordingPatience: WAITING_MS, ...caller.plan };
    const call: CarrierCallRecord = {
      attemptId,
      campaignId,
      phone,
      callerNumber: record.calledNumber,
      detectMachine: false,
      invitedAt: record.arrivedAt,
      fate: 'human',
      verdict: 'human',
      heard: [],
      keys: [],
      connectOrders: [],
      reachedEngineAt: {},
      playsReportedAt: [],
    };
    record.call = call;
    const admitted = new SimulatedCall(network, call, plan, { ringTimeoutMs: 0, setupTimeoutMs: 0 });
    this.#parts.adopt(admitted);
    admitted.admitted();
  }

  /** The caller hears that they are not taken. */
  refuse(inboundId: string): void {
    const ringing = this.#end(inboundId);
    if (ringing) ringing.record.refusedAt = this.#parts.clock.now();
    this.#tell({ type: 'inbound.ended', inboundId });
  }

  /** Another process is in control: what rings still is reported to it. */
  reportAgain(): void {
    for (const [inboundId, { record }] of this.#ringing) {
      const { callerNumber, calledNumber } = record;
      this.#tell({ type: 'inbound.arrived', inboundId, callerNumber, calledNumber });
    }
  }

  #gone(inboundId: string): void {
    const ringing = this.#end(inboundId);
    if (!ringing) return;
    ringing.record.goneAt = this.#parts.clock.now();
    this.#tell({ type: 'inbound.ended', inboundId });
  }

  #end(inboundId: string): Ringing | undefined {
    const ringing = this.#ringing.get(inboundId);
    for (const booking of ringing?.bookings ?? []) this.#parts.clock.cancel(booking);
    this.#ringing.delete(inboundId);
    return ringing;
  }

  #tell(fact: Unstamped<Extract<Fact, { type: `inbound.${'arrived' | 'ended'}` }>>): void {
    const { link } = this.#parts;
    link.report({ ...fact, at: link.now() });
  }
}

/** A caller who hears announcements waits on: only music tires them. */
const WAITING_MS = 1_800_000;

const LOST: HangupCause = { q850: 0, by: 'lost' };
