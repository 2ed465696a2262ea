/**
 * Orders of agents, given in turn. A log-in asks the store first whether the agent works at another dialer,
 * so that one agent is in one conversation; what the agent orders meanwhile follows it.
 */
import { faultText, type AgentActionFact, type ConversationOrderFact, type Engine } from '@outdial/core';
import type { AgentPresence } from '@outdial/store';
import { Outstanding } from '../records/outstanding.js';
import { placeOrder } from './order-answers.js';
import type { OrderAnswer } from './orders.js';

/** An order of an agent with its stamp. */
export type StampedAgentOrder = (AgentActionFact | ConversationOrderFact) & { readonly campaignId: string };

/** What giving orders of agents needs. */
export interface AgentOrdersParts {
  readonly engine: Engine;
  /** Absent: agents are not looked for elsewhere. */
  readonly presence: AgentPresence | undefined;
  /** Epoch ms. */
  readonly now: () => number;
}

/** The orders of all agents of an engine. */
export class AgentOrders {
  readonly #parts: AgentOrdersParts;
  /** The last order of each agent that waits for the store, or for an order before it. */
  readonly #last = new Map<string, Promise<OrderAnswer>>();
  readonly #outstanding = new Outstanding();
  /** The last log-in: they take effect in the order in which they were given. */
  #lastLogin: Promise<unknown> = Promise.resolve();
  #serial = 0;

  constructor(parts: AgentOrdersParts) {
    this.#parts = parts;
    parts.engine.on('agent.state', ({ agentId, state }) => {
      if (state === 'offline') void this.releaseAbsent([agentId]);
    });
  }

  /** Gives an order. One that waits for nothing takes effect before this returns. */
  give(order: StampedAgentOrder): Promise<OrderAnswer> {
    const { engine, presence } = this.#parts;
    const before = this.#last.get(order.agentId);
    const asks = presence !== undefined && (order.type === 'agent.login' || order.type === 'agent.logout');
    if (!asks && before === undefined) return placeOrder(engine, order);
    const place = (): Promise<OrderAnswer> => {
      if (!asks) return placeOrder(engine, this.#stampedAnew(order));
      return order.type === 'agent.login' ? this.#logIn(order, presence) : this.#logOut(order);
    };
    return this.#keep(order.agentId, before === undefined ? place() : before.then(place, place));
  }

  /** Frees those of these agents who have left for other dialers. Resolves when that is stored. */
  async releaseAbsent(agentIds: readonly string[]): Promise<void> {
    const { engine, presence } = this.#parts;
    if (!presence) return;
    const absent = agentIds.filter((agentId) => engine.floor.campaignOf(agentId) === undefined);
    await Promise.all(absent.map((agentId) => presence.release(agentId)));
  }

  /** Resolves when no order waits for the store; undefined when none does. */
  idle(): Promise<void> | undefined {
    return this.#outstanding.idle();
  }

  async #logIn(order: StampedAgentOrder, presence: AgentPresence): Promise<OrderAnswer> {
    const { engine } = this.#parts;
    const { agentId, campaignId, type } = order;
    const asked = whyElsewhere(presence, agentId, campaignId);
    const turn = this.#lastLogin.then(() => asked);
    this.#lastLogin = turn;
    const refused = await turn;
    if (refused) {
      const fact = {
        ...refused,
        type: 'order.refused',
        order: type,
        agentId,
        campaignId,
        at: order.at,
      } as const;
      return placeOrder(engine, this.#stampedAnew(fact));
    }
    const answer = await placeOrder(engine, this.#stampedAnew(order));
    await this.releaseAbsent([agentId]);
    return answer;
  }

  /** Answers once an agent who has left may log in elsewhere. */
  async #logOut(order: StampedAgentOrder): Promise<OrderAnswer> {
    const answer = await placeOrder(this.#parts.engine, this.#stampedAnew(order));
    await this.releaseAbsent([order.agentId]);
    return answer;
  }

  #stampedAnew<Order extends { readonly at: number }>(order: Order): Order {
    return { ...order, at: this.#parts.now() };
  }

  #keep(agentId: string, answer: Promise<OrderAnswer>): Promise<OrderAnswer> {
    const key = `order ${(this.#serial += 1)}`;
    this.#outstanding.ask(key);
    this.#last.set(agentId, answer);
    const done = (): void => {
      if (this.#last.get(agentId) === answer) this.#last.delete(agentId);
      this.#outstanding.answer(key);
    };
    answer.then(done, done);
    return answer;
  }
}

type Refused = { readonly code: 'agent-elsewhere' | 'agent-place-unknown'; readonly reason: string };

/** Takes the agent for this dialer. Null when they are its own now. */
async function whyElsewhere(
  presence: AgentPresence,
  agentId: string,
  campaignId: string,
): Promise<Refused | null> {
  try {
    const place = await presence.take(agentId, campaignId);
    if (place === null) return null;
    const reason = `this agent works elsewhere: ${presence.placeText(place)}; log them out there first`;
    return { code: 'agent-elsewhere', reason };
  } catch (error) {
    const reason = `whether this agent works elsewhere is not known, try again: ${faultText(error)}`;
    return { code: 'agent-place-unknown', reason };
  }
}
