/** What a simulated carrier is made of and what it offers. */
import type { Fact, FactSink, Telephony } from '@outdial/core';
import type { VirtualClock } from '../clock/virtual-clock.js';
import type { RandomSource } from '../random/random-source.js';
import type { CallPlan } from './call-plan.js';
import type { CarrierLog } from './carrier-log.js';
import type { CarrierModel } from './carrier-model.js';
import type { Caller } from './inbound-calls.js';
import type { TrunkLimits } from './line-queue.js';

/** How a simulated carrier is made. */
export interface SimulatedCarrierOptions {
  readonly clock: VirtualClock;
  readonly random: RandomSource;
  /** Default {@link DEFAULT_CARRIER}. */
  readonly model?: CarrierModel;
  /** Default: 10,000 lines, 1,000 calls a second. */
  readonly trunk?: TrunkLimits;
  /** ms that an order takes to be carried out, drawn for each; default 0. */
  readonly orderDelay?: () => number;
  /** Overrides random draws of the `nth` call (from 0) to a number, for tests of a given case. */
  readonly script?: (phone: string, nth: number) => Partial<CallPlan>;
}

/** How a trunk fails. */
export type TrunkFault = 'refused' | 'congestion' | 'dead';

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
  /** Somebody calls one of our numbers. Returns telephony's name of the call. */
  callIn(caller: Caller): string;
  /**
   * Refuses new calls: 'refused' on our own side, 'congestion' by the network; 'dead': nothing comes back
   * from the trunk. Null: places them again, and what a dead trunk swallowed rings at once.
   */
  refuse(how: TrunkFault | null): void;
  /** The server stands still: it reports nothing and carries out no order until `thaw`. */
  freeze(): void;
  thaw(): void;
  /** The process stands still, and acts on nothing, until it goes on or another one is attached. */
  processStalls(): void;
  processGoesOn(): void;
  /** The network to an agent breaks (and is repaired). */
  vanishAgent(agentId: string): void;
  reviveAgent(agentId: string): void;
  /** The agent hangs up their station. */
  hangUpStation(agentId: string): void;
  /** True while the agent's leg is bridged with a call. */
  isTalking(agentId: string): boolean;
  /** The agent's leg hears ringing: it is alone in a room while somebody is being reached. */
  agentHearsRinging(agentId: string): boolean;
  /** Notes in the log that a fact about a call reached the engine. */
  noteDelivery(fact: Fact): void;
  /** Calls that are not over, waiting for a slot included. */
  liveCalls(): number;
  /** Agents' legs up or ringing. */
  standingLegs(): number;
}
