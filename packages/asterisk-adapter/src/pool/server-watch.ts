/** Servers that come, go and come back. Facts: `telephony.up`, `telephony.down`. */
import type { Fact } from '@outdial/core';
import type { Taking } from '../connection/connection.js';
import type { FactOutlet, NoticeOutlet } from '../roles.js';
import type { CallRoutes } from './call-routes.js';
import type { PoolReconciliation } from './pool-reconciliation.js';
import { isLinkAttempt, endsOfLinkName } from './link-names.js';
import type { Links } from './links.js';
import type { PoolLegs } from './pool-legs.js';
import type { PoolTiming } from './pool-options.js';
import type { PoolServer } from './pool-server.js';

/** What the watch needs. */
export interface ServerWatchParts {
  readonly facts: FactOutlet;
  readonly notices: NoticeOutlet;
  readonly servers: readonly PoolServer[];
  readonly timing: PoolTiming;
  readonly links: Pick<Links, 'down' | 'giveUp'>;
  readonly legs: Pick<PoolLegs, 'loseAll'>;
  readonly routes: Pick<CallRoutes, 'loseAll' | 'moveWaiting'>;
  readonly reconciliation: Pick<PoolReconciliation, 'giveUp'>;
}

type DownFact = Extract<Fact, { type: 'telephony.down' }>;

/** The watch over the servers. */
export class ServerWatch {
  readonly #parts: ServerWatchParts;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  #isAnnounced = false;
  #hasLeft = false;

  constructor(parts: ServerWatchParts) {
    this.#parts = parts;
  }

  /** True while calls can be placed on a server. */
  get isUp(): boolean {
    return this.#isAnnounced;
  }

  /** Another process has taken over: nothing that servers say counts any more. */
  get hasLeft(): boolean {
    return this.#hasLeft;
  }

  /** Every server connects. One that does not in time is given up as one that was lost. */
  start(taking: Taking): void {
    for (const server of this.#parts.servers) {
      if (!server.isUp) this.#expect(server);
      server.telephony.start(taking);
    }
  }

  /** Nothing is reported any more. */
  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  /** A server is up. Nothing of what was given up there may live on. */
  up(server: PoolServer): void {
    const { facts, notices, servers, timing } = this.#parts;
    server.isUp = true;
    server.upSince = this.#isAnnounced ? facts.now() : facts.now() - timing.rampMs;
    this.#cancel(`links ${server.name}`, `give up ${server.name}`);
    this.#endLeftovers(server);
    if (this.#isAnnounced)
      notices.report('server-up', `server ${server.name} takes calls again`, { server: server.name });
    else if (servers.every(({ isUp }) => isUp)) this.#announce();
    else if (!this.#timers.has('gather')) this.#after('gather', timing.gatherMs, () => this.#announce());
  }

  /** A server is out of reach. The others go on. */
  down(server: PoolServer, fact: DownFact): void {
    const { facts, links, notices, routes, servers, timing } = this.#parts;
    if (fact.forGood) {
      this.#leave(fact);
      return;
    }
    server.isUp = false;
    links.down(server);
    routes.moveWaiting(server);
    notices.report('server-down', `server ${server.name} is out of reach: ${fact.reason}`, {
      server: server.name,
    });
    this.#after(`links ${server.name}`, timing.linkGraceMs, () => links.giveUp(server));
    this.#expect(server);
    if (servers.some(({ isUp }) => isUp)) return;
    this.#cancel('gather');
    if (!this.#isAnnounced) return;
    this.#isAnnounced = false;
    facts.deliver({ ...fact, at: facts.now() });
  }

  #announce(): void {
    const { facts } = this.#parts;
    this.#cancel('gather');
    if (this.#isAnnounced) return;
    this.#isAnnounced = true;
    facts.deliver({ type: 'telephony.up', at: facts.now() });
  }

  /** A server that stays away is given up. While no server is there, the fault is likely on our own side. */
  #expect(server: PoolServer): void {
    const { reconciliation, legs, notices, routes, servers, timing } = this.#parts;
    this.#after(`give up ${server.name}`, timing.giveUpMs, () => {
      if (!servers.some(({ isUp }) => isUp)) {
        this.#expect(server);
        return;
      }
      const reason = `server ${server.name} stays out of reach`;
      notices.report('server-given-up', `${reason}: its calls and legs count as lost`);
      routes.loseAll(reason, server);
      legs.loseAll(reason, server);
      reconciliation.giveUp(server);
    });
  }

  /** Calls and legs that count as lost are ended. */
  #endLeftovers(server: PoolServer): void {
    const at = this.#parts.facts.now();
    for (const attemptId of [...server.givenUpCalls]) {
      if (isLinkAttempt(attemptId)) server.givenUpCalls.delete(attemptId);
      server.telephony.hangUp({ attemptId, at });
    }
    for (const agentId of [...server.givenUpLegs]) {
      if (endsOfLinkName(agentId) !== null) server.givenUpLegs.delete(agentId);
      server.telephony.hangUpAgent({ agentId, at });
    }
  }

  /**
   * Another process has a server, and so the campaigns: this one ends on all servers. Calls and legs count as
   * lost a moment later, when the other has had time to take them; their channels stay.
   */
  #leave(fact: DownFact): void {
    const { facts, legs, notices, routes, servers, timing } = this.#parts;
    if (this.#hasLeft) return;
    this.#hasLeft = true;
    this.#isAnnounced = false;
    this.stop();
    facts.deliver({ ...fact, at: facts.now() });
    for (const server of servers) {
      server.isUp = false;
      notices.run(`leave server ${server.name}`, () => server.telephony.stop());
    }
    this.#after('hand over', timing.handOverMs, () => {
      routes.loseAll(fact.reason);
      legs.loseAll(fact.reason);
    });
  }

  #after(name: string, ms: number, action: () => void): void {
    this.#cancel(name);
    const timer = setTimeout(() => {
      this.#timers.delete(name);
      action();
    }, ms);
    this.#timers.set(name, timer);
  }

  #cancel(...names: readonly string[]): void {
    for (const name of names) {
      const timer = this.#timers.get(name);
      if (timer) clearTimeout(timer);
      this.#timers.delete(name);
    }
  }
}
