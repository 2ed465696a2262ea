/** Agents' legs in a pool: each at home on one server. Facts: `agent.leg-up`, `agent.leg-down`. */
import type { Fact, RingCommand } from '@outdial/core';
import type { FactOutlet } from '../roles.js';
import type { Links } from './links.js';
import type { PoolCalls } from './pool-calls.js';
import type { PoolServer } from './pool-server.js';
import { homeOfStation } from './routing.js';

/** What the legs need. */
export interface PoolLegsParts {
  readonly facts: FactOutlet;
  readonly servers: readonly PoolServer[];
  readonly calls: Pick<PoolCalls, 'leave'>;
  readonly links: Pick<Links, 'end'>;
}

/** All agents' legs. */
export class PoolLegs {
  readonly #parts: PoolLegsParts;
  readonly #homes = new Map<string, PoolServer>();
  /** Legs that were reported down already; their server's own report is not passed on. */
  readonly #reportedDown = new Set<string>();

  constructor(parts: PoolLegsParts) {
    this.#parts = parts;
  }

  /** Legs ringing or up. */
  get size(): number {
    return this.#homes.size;
  }

  /** The server on which the agent's leg is. */
  homeOf(agentId: string): PoolServer | undefined {
    return this.#homes.get(agentId);
  }

  /** Calls the station from the server that has the leg, or from one that may have it. */
  ring(order: RingCommand): void {
    const { agentId, station } = order;
    const { facts, servers } = this.#parts;
    const known = this.#homes.get(agentId) ?? servers.find((each) => each.telephony.hasLeg(agentId));
    const other = homeOfStation(station, servers);
    const home = known?.isUp === true || other === null ? (known ?? other) : other;
    if (home === null) {
      const reason = servers.some(({ isUp }) => isUp)
        ? `no server that takes new legs can call the station '${station}'`
        : 'no server is connected';
      facts.deliver({ type: 'agent.leg-down', at: facts.now(), agentId, reason, how: 'ordered' });
      return;
    }
    if (known && known !== home) this.#leave(agentId, known);
    if (known === home && order.anew) this.#forget(agentId, 'the station is called anew');
    this.#reportedDown.delete(agentId);
    this.#settleOn(agentId, home);
    home.telephony.ringAgent(order);
  }

  /** Hangs the leg up, on the server that has it. */
  hangUp(order: { readonly agentId: string; readonly at: number }): void {
    const { servers } = this.#parts;
    const { agentId } = order;
    const home = this.#homes.get(agentId) ?? servers.find((each) => each.telephony.hasLeg(agentId));
    (home ?? servers[0])?.telephony.hangUpAgent(order);
  }

  /** A leg of an earlier process is in a conversation. */
  adopt(agentId: string, home: PoolServer): void {
    if (!this.#homes.has(agentId)) this.#settleOn(agentId, home);
  }

  /** Takes what a server says of a leg. */
  take(server: PoolServer, fact: Extract<Fact, { type: 'agent.leg-up' | 'agent.leg-down' }>): void {
    const { facts } = this.#parts;
    const { agentId } = fact;
    const home = this.#homes.get(agentId);
    if (fact.type === 'agent.leg-up') {
      if (home === server) facts.deliver(fact);
      else if (!home && !server.givenUpLegs.has(agentId)) {
        this.#settleOn(agentId, server);
        facts.deliver(fact);
      }
      return;
    }
    if (server.givenUpLegs.delete(agentId) || this.#reportedDown.delete(agentId)) return;
    if (home !== undefined && home !== server) return;
    this.#forget(agentId, fact.reason);
    facts.deliver(fact);
  }

  /** The leg's agent cannot be heard any more: it is reported down at once, and hung up. */
  lose(agentId: string, reason: string): void {
    const { facts } = this.#parts;
    const home = this.#homes.get(agentId);
    if (!home) return;
    this.#forget(agentId, reason);
    if (home.isUp) {
      this.#reportedDown.add(agentId);
      home.telephony.hangUpAgent({ agentId, at: facts.now() });
    } else home.givenUpLegs.add(agentId);
    facts.deliver({ type: 'agent.leg-down', at: facts.now(), agentId, reason, how: 'lost' });
  }

  /** Loses every leg at home on a server, or every leg. */
  loseAll(reason: string, server: PoolServer | null = null): void {
    for (const [agentId, home] of [...this.#homes])
      if (server === null || home === server) this.lose(agentId, reason);
  }

  #settleOn(agentId: string, home: PoolServer): void {
    if (this.#homes.get(agentId) === home) return;
    this.#homes.set(agentId, home);
    home.legs += 1;
    home.givenUpLegs.delete(agentId);
  }

  #forget(agentId: string, reason: string): void {
    const { calls, links } = this.#parts;
    const home = this.#homes.get(agentId);
    if (home) home.legs -= 1;
    this.#homes.delete(agentId);
    calls.leave(agentId);
    links.end(agentId, reason);
  }

  /** The agent is called elsewhere: what is left of their leg is hung up when its server is back. */
  #leave(agentId: string, home: PoolServer): void {
    this.#forget(agentId, `the agent is called from another server than ${home.name}`);
    home.givenUpLegs.add(agentId);
  }
}
