/** Conversations in a pool: agents at home on another server come by a link, under the link's name. */
import type { ArrangeCommand, ConnectCommand, Fact, PartyRef, PlacedParty } from '@outdial/core';
import { defined } from '@outdial/core';
import type { FactOutlet } from '../roles.js';
import { endsOfLinkName, linkNameOf } from './link-names.js';
import type { Links } from './links.js';
import type { PoolCall, PoolCalls } from './pool-calls.js';
import type { PoolLegs } from './pool-legs.js';

/** What conversations need. */
export interface PoolConversationsParts {
  readonly facts: FactOutlet;
  readonly calls: PoolCalls;
  readonly links: Pick<Links, 'bring' | 'release' | 'whenFree'>;
  readonly legs: Pick<PoolLegs, 'homeOf'>;
}

/** An agent who does not come, and why. */
interface Absence {
  readonly agentId: string;
  readonly code: 'leg-busy' | 'no-leg';
  readonly reason: string;
}

/** Passes orders about conversations on, in their turn, once everyone has a leg on the call's server. */
export class PoolConversations {
  readonly #parts: PoolConversationsParts;

  constructor(parts: PoolConversationsParts) {
    this.#parts = parts;
  }

  /** Connects a call with an agent, wherever they are at home. */
  connect(call: PoolCall, command: ConnectCommand): void {
    const { facts } = this.#parts;
    const { agentId } = command;
    const agents = new Set([agentId]);
    call.asked.set(agentId, agents);
    this.#inTurn(call, (next) => {
      this.#bring(call, [...agents], (absence) => {
        if (absence === null)
          call.server.telephony.connect({ ...command, agentId: this.#nameAt(call, agentId) });
        else {
          const { attemptId, campaignId } = call;
          const stamp = { at: facts.now(), campaignId, attemptId };
          this.#answered(call, agentId, null);
          facts.deliver({ type: 'call.connect-failed', ...stamp, agentId, reason: absence.reason });
        }
        next();
      });
    });
  }

  /** Arranges a conversation with agents of any server. Its calls are all on one. */
  arrange(call: PoolCall, command: ArrangeCommand): void {
    const agents = agentsOf(command.parties);
    const stranger = this.#callElsewhere(call, command.parties);
    if (stranger) {
      this.#refuse(call, command.revision, {
        code: 'not-supported',
        reason: 'the other call is on another server: it has to be dialed beside this one',
        party: stranger,
      });
      return;
    }
    call.asked.set(command.revision, agents);
    this.#inTurn(call, (next) => {
      this.#bring(call, [...agents], (absence) => {
        if (absence === null)
          call.server.telephony.arrange({
            ...command,
            parties: command.parties.map((each) => this.#placedAt(call, each)),
          });
        else {
          const { agentId, ...refusal } = absence;
          this.#refuse(call, command.revision, { ...refusal, party: { kind: 'agent', agentId } });
        }
        next();
      });
    });
  }

  /** Notes who is in the conversation, and ends the links of those who are not. */
  note(call: PoolCall, fact: Fact): void {
    switch (fact.type) {
      case 'call.connected':
        this.#answered(call, fact.agentId, new Set([...call.members, fact.agentId]));
        break;
      case 'call.connect-failed':
        this.#answered(call, fact.agentId, null);
        break;
      case 'conversation.arranged':
        this.#answered(call, fact.revision, call.asked.get(fact.revision) ?? null);
        break;
      case 'conversation.refused':
        this.#answered(call, fact.revision, null);
        break;
      default:
    }
  }

  /** An order is answered. `members`: who is in the conversation from now on; null: the same as before. */
  #answered(call: PoolCall, order: number | string, members: ReadonlySet<string> | null): void {
    call.members = members ?? call.members;
    for (const key of [...call.asked.keys()])
      if (key === order || (typeof key === 'number' && typeof order === 'number' && key < order))
        call.asked.delete(key);
    const stay = new Set([...call.members, ...[...call.asked.values()].flatMap((agents) => [...agents])]);
    this.#parts.links.release(call.attemptId, stay);
  }

  #refuse(
    call: PoolCall,
    revision: number,
    fault: {
      readonly code: 'leg-busy' | 'no-leg' | 'not-supported';
      readonly reason: string;
      readonly party: PartyRef;
    },
  ): void {
    const { facts } = this.#parts;
    const { attemptId, campaignId } = call;
    const { code, party, reason } = fault;
    this.#answered(call, revision, null);
    facts.deliver({
      type: 'conversation.refused',
      at: facts.now(),
      campaignId,
      attemptId,
      revision,
      refusal: { code, reason },
      party,
    });
  }

  #inTurn(call: PoolCall, order: (next: () => void) => void): void {
    call.orders.push(order);
    if (call.orders.length === 1) this.#next(call);
  }

  #next(call: PoolCall): void {
    call.orders[0]?.(() => {
      call.orders.shift();
      this.#next(call);
    });
  }

  /** Sees to it that every agent has a leg on the call's server, one after the other. */
  #bring(call: PoolCall, agentIds: readonly string[], done: (absence: Absence | null) => void): void {
    const { calls, legs, links } = this.#parts;
    const [agentId, ...others] = agentIds;
    if (agentId === undefined) {
      done(null);
      return;
    }
    const home = legs.homeOf(agentId);
    const goOn = (): void => this.#bring(call, others, done);
    if (home === undefined || home === call.server) {
      links.whenFree(agentId, goOn);
      return;
    }
    if (calls.isBusyElsewhere(agentId, call.attemptId)) {
      done({ agentId, code: 'leg-busy', reason: "the agent's leg is not free" });
      return;
    }
    links.bring({ agentId, home, far: call.server, serves: call.attemptId }, (reason) => {
      if (reason === null) goOn();
      else done({ agentId, code: 'no-leg', reason });
    });
  }

  /** The agent's name on the call's server. */
  #nameAt({ server }: PoolCall, agentId: string): string {
    const home = this.#parts.legs.homeOf(agentId);
    return home === undefined || home === server ? agentId : linkNameOf({ agentId, home: home.name });
  }

  #placedAt(call: PoolCall, placed: PlacedParty): PlacedParty {
    const { party, watchedAgentId } = placed;
    const watched = watchedAgentId === undefined ? undefined : this.#nameAt(call, watchedAgentId);
    return {
      ...placed,
      party: party.kind === 'call' ? party : { ...party, agentId: this.#nameAt(call, party.agentId) },
      ...defined({ watchedAgentId: watched }),
    };
  }

  #callElsewhere(call: PoolCall, parties: readonly PlacedParty[]): PartyRef | undefined {
    return parties
      .map(({ party }) => party)
      .find((party) => {
        const other = party.kind === 'call' ? this.#parts.calls.get(party.attemptId) : undefined;
        return other !== undefined && other.server !== call.server;
      });
  }
}

/** The fact with agents under their own names. */
export function withOwnNames(fact: Fact): Fact {
  switch (fact.type) {
    case 'call.connected':
    case 'call.connect-failed':
      return { ...fact, agentId: ownNameOf(fact.agentId) };
    case 'conversation.refused':
      return fact.party?.kind === 'agent'
        ? { ...fact, party: { kind: 'agent', agentId: ownNameOf(fact.party.agentId) } }
        : fact;
    default:
      return fact;
  }
}

const ownNameOf = (name: string): string => endsOfLinkName(name)?.agentId ?? name;

function agentsOf(parties: readonly PlacedParty[]): ReadonlySet<string> {
  return new Set(parties.flatMap(({ party }) => (party.kind === 'agent' ? [party.agentId] : [])));
}
