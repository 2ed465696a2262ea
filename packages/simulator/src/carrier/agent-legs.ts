/** Agents' legs of the simulated telephone side. */
import type { AttemptId, LegEnding } from '@outdial/core';
import type { Booking, VirtualClock } from '../clock/virtual-clock.js';
import { sample } from '../random/distribution.js';
import type { RandomStream } from '../random/random-source.js';
import type { AgentLegRecord, CarrierLog, LegUse } from './carrier-log.js';
import type { CarrierModel } from './carrier-model.js';

interface Leg {
  state: 'ringing' | 'up' | 'down';
  ringing: Booking | undefined;
  record: AgentLegRecord | undefined;
  /** The call that is bridged with this leg. */
  attemptId: AttemptId | null;
  use: LegUse | undefined;
  /** The station is unreachable: nobody picks up. */
  dead: boolean;
}

/** What legs report. */
export interface LegListener {
  legUp(agentId: string): void;
  legDown(agentId: string, reason: string, how: LegEnding): void;
  /** The leg went down while bridged: the called party hears silence from now on. */
  bridgeBroken(attemptId: AttemptId, agentId: string): void;
}

/**
 * Agents' legs: rung, picked up or not, up, bridged, gone. They belong to the carrier and outlive the
 * dialer's process.
 */
export class AgentLegs {
  readonly #clock: VirtualClock;
  readonly #model: CarrierModel;
  readonly #stream: RandomStream;
  readonly #log: CarrierLog;
  readonly #listener: LegListener;
  readonly #legs = new Map<string, Leg>();

  constructor(parts: {
    readonly clock: VirtualClock;
    readonly model: CarrierModel;
    readonly stream: RandomStream;
    readonly log: CarrierLog;
    readonly listener: LegListener;
  }) {
    this.#clock = parts.clock;
    this.#model = parts.model;
    this.#stream = parts.stream;
    this.#log = parts.log;
    this.#listener = parts.listener;
  }

  isUp(agentId: string): boolean {
    return this.#legs.get(agentId)?.state === 'up';
  }

  /** The call on this leg, if it is up and bridged. */
  callOf(agentId: string): AttemptId | null {
    return this.#legs.get(agentId)?.attemptId ?? null;
  }

  /** Legs up or ringing. */
  standing(): number {
    return [...this.#legs.values()].filter((leg) => leg.state !== 'down').length;
  }

  ring(agentId: string): void {
    const leg = this.#leg(agentId);
    if (leg.state === 'up') this.#listener.legUp(agentId);
    if (leg.state !== 'down') return;
    leg.state = 'ringing';
    const picksUp = !this.#stream.chance(this.#model.agentNoAnswerShare) && !leg.dead;
    leg.ringing = this.#clock.after(picksUp ? sample(this.#model.agentPickup, this.#stream) : 20_000, () =>
      this.#rung(agentId, leg, picksUp),
    );
  }

  /** The station has begun anew: what is left of its leg ends without a report, and it is called. */
  ringAnew(agentId: string): void {
    this.#drop(agentId, () => undefined);
    this.ring(agentId);
  }

  hangUp(agentId: string, reason = 'hung-up', how: LegEnding = 'ordered'): void {
    this.#drop(agentId, () => this.#listener.legDown(agentId, reason, how));
  }

  /** The network to the agent breaks; with `dead` nobody picks up any more until {@link revive}. */
  vanish(agentId: string): void {
    const leg = this.#leg(agentId);
    leg.dead = true;
    if (leg.state !== 'down') this.hangUp(agentId, 'lost', 'lost');
  }

  revive(agentId: string): void {
    this.#leg(agentId).dead = false;
  }

  bridge(agentId: string, attemptId: AttemptId): void {
    const leg = this.#leg(agentId);
    if (leg.attemptId === attemptId) return;
    this.#endUse(leg);
    leg.attemptId = attemptId;
    leg.use = { agentId, attemptId, from: this.#clock.now(), to: null };
    this.#log.legUses.push(leg.use);
  }

  unbridge(agentId: string, attemptId: AttemptId): void {
    const leg = this.#leg(agentId);
    if (leg.attemptId === attemptId) this.#endUse(leg);
  }

  #drop(agentId: string, report: () => void): void {
    const leg = this.#leg(agentId);
    this.#clock.cancel(leg.ringing);
    const { attemptId } = leg;
    if (leg.record && leg.state === 'up') leg.record.downAt = this.#clock.now();
    leg.state = 'down';
    this.#endUse(leg);
    report();
    if (attemptId !== null) this.#listener.bridgeBroken(attemptId, agentId);
  }

  #endUse(leg: Leg): void {
    if (leg.use) leg.use.to = this.#clock.now();
    leg.use = undefined;
    leg.attemptId = null;
  }

  #rung(agentId: string, leg: Leg, picksUp: boolean): void {
    if (leg.state !== 'ringing') return;
    if (!picksUp) {
      leg.state = 'down';
      this.#log.legs.push({ agentId, upAt: this.#clock.now(), downAt: this.#clock.now() });
      this.#listener.legDown(agentId, 'no-answer', 'ordered');
      return;
    }
    leg.state = 'up';
    leg.record = { agentId, upAt: this.#clock.now(), downAt: null };
    this.#log.legs.push(leg.record);
    this.#listener.legUp(agentId);
  }

  #leg(agentId: string): Leg {
    let leg = this.#legs.get(agentId);
    if (!leg) {
      leg = {
        state: 'down',
        ringing: undefined,
        record: undefined,
        attemptId: null,
        use: undefined,
        dead: false,
      };
      this.#legs.set(agentId, leg);
    }
    return leg;
  }
}
