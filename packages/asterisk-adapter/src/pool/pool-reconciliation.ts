/** What became of open attempts after a restart, put together from what every server says. */
import type { AttemptId, Fact } from '@outdial/core';
import type { FactOutlet } from '../roles.js';
import { endsOfLinkName } from './link-names.js';
import type { Links } from './links.js';
import type { PoolCalls } from './pool-calls.js';
import type { PoolLegs } from './pool-legs.js';
import type { PoolServer } from './pool-server.js';

/** What reconciliation needs. */
export interface PoolReconciliationParts {
  readonly facts: FactOutlet;
  readonly servers: readonly PoolServer[];
  readonly calls: PoolCalls;
  readonly links: Pick<Links, 'adopt'>;
  readonly legs: Pick<PoolLegs, 'adopt'>;
}

/** The open attempts of one campaign. */
export interface ReconcileOrder {
  readonly campaignId: string;
  readonly attemptIds: readonly AttemptId[];
  readonly at: number;
}

type ReconciledFact = Extract<Fact, { type: 'call.reconciled' }>;

/** An attempt is gone when every server says so; a server that has it speaks for all. */
export class PoolReconciliation {
  readonly #parts: PoolReconciliationParts;
  /** Servers that have not spoken about an attempt. */
  readonly #open = new Map<AttemptId, { readonly campaignId: string; readonly silent: Set<PoolServer> }>();

  constructor(parts: PoolReconciliationParts) {
    this.#parts = parts;
  }

  /** Asks every server. One that is out of reach answers when it is back, or is given up. */
  reconcile(command: ReconcileOrder): void {
    const { servers } = this.#parts;
    for (const attemptId of command.attemptIds)
      this.#open.set(attemptId, { campaignId: command.campaignId, silent: new Set(servers) });
    for (const server of servers) server.telephony.reconcile(command);
  }

  /** A server is given up: nothing is known there. */
  giveUp(server: PoolServer): void {
    for (const attemptId of [...this.#open.keys()]) this.#absent(server, attemptId);
  }

  /** Takes what a server says of an attempt. */
  take(server: PoolServer, fact: ReconciledFact): void {
    const { calls, facts } = this.#parts;
    const { attemptId, campaignId } = fact;
    const known = calls.get(attemptId);
    if (fact.fate === 'gone') {
      if (!known) this.#absent(server, attemptId);
      return;
    }
    if (known && known.server !== server) return;
    this.#open.delete(attemptId);
    const call = known ?? calls.add({ attemptId, campaignId, server });
    if (fact.agentIds === undefined) {
      facts.deliver(fact);
      return;
    }
    const agentIds = fact.agentIds.map((name) => this.#partner(server, name, attemptId));
    call.members = new Set([...call.members, ...agentIds]);
    facts.deliver({ ...fact, agentIds });
  }

  #absent(server: PoolServer, attemptId: AttemptId): void {
    const { facts } = this.#parts;
    const open = this.#open.get(attemptId);
    if (!open) return;
    open.silent.delete(server);
    if (open.silent.size > 0) return;
    this.#open.delete(attemptId);
    const { campaignId } = open;
    facts.deliver({ type: 'call.reconciled', at: facts.now(), campaignId, attemptId, fate: 'gone' });
  }

  /** The agent of a conversation, by their own leg there or by a link from their server. */
  #partner(server: PoolServer, name: string, serves: AttemptId): string {
    const { legs, links, servers } = this.#parts;
    const ends = endsOfLinkName(name);
    const home = servers.find((each) => each.name === ends?.home);
    if (ends === null || !home) {
      legs.adopt(name, server);
      return name;
    }
    legs.adopt(ends.agentId, home);
    links.adopt({ agentId: ends.agentId, home, far: server, serves });
    return ends.agentId;
  }
}
