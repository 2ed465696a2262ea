/** The floor: which agent works for which campaign, and which campaign a fact belongs to. */
import type { CallMove } from '../campaign/call/call-move.js';
import type { Campaign, CampaignParts, Handled } from '../campaign/campaign.js';
import type { CampaignEvent } from '../campaign/events.js';
import {
  CONVERSATION_ORDER_TYPES,
  type ConversationOrderFact,
} from '../campaign/conversation/order-facts.js';
import type { AgentActionFact, Fact, OrderFact, RefusedOrderFact } from '../campaign/facts.js';
import type { OrderRejection } from '../campaign/orders/rejections.js';
import { defined } from '../defined.js';
import { invariant } from '../invariant.js';
import type { CampaignSettings } from '../campaign/settings.js';
import type { Command } from '../ports/ports.js';
import { LentAgents, type FloorCampaignParts } from './lent-agents.js';

type Login = Extract<AgentActionFact, { type: 'agent.login' }>;

/** What one fact has led to so far, in all campaigns that it belongs to. */
interface Effects {
  readonly commands: Command[];
  readonly events: CampaignEvent[];
  readonly moves: CallMove[];
  rejection: OrderRejection | null;
}

/** How a floor is made. */
export interface FloorOptions {
  /**
   * Whether agents who log in with `alsoFor` take answered calls of other campaigns, and all campaigns are
   * paced together.
   */
  readonly sharesAgents?: boolean;
}

/**
 * Assigns each agent to one campaign at a time, so that two campaigns never dial for the same free agent. An
 * agent who moves logs out of the one campaign after the current call, then logs in to the other.
 *
 * Where campaigns share agents, a ready agent is lent to the campaign whose answered call needs them, and is
 * back in their own campaign when that call is over.
 */
export class Floor {
  readonly #campaigns = new Map<string, Campaign>();
  /** Campaign id by agent id. */
  readonly #campaignOf = new Map<string, string>();
  /** Log-ins of agents who move to another campaign, while their call in the present one goes on. */
  readonly #moving = new Map<string, Login>();
  /** Undefined: campaigns do not share agents. */
  readonly #lending: LentAgents | undefined;
  /** Instant of the last fact. */
  #now = 0;

  constructor({ sharesAgents = false }: FloorOptions = {}) {
    if (!sharesAgents) return;
    this.#lending = new LentAgents({
      campaign: (campaignId) => this.#campaigns.get(campaignId),
      campaigns: () => this.campaigns(),
      place: (agentId, campaignId) => void this.#campaignOf.set(agentId, campaignId),
    });
  }

  /** The parts of a campaign that is to join this floor. @throws RangeError when the priority is not > 0. */
  partsOf(settings: CampaignSettings, parts: FloorCampaignParts, at: number): CampaignParts {
    if (this.#lending) return this.#lending.partsOf(settings, parts, at);
    const { priority: _alone, ...own } = parts;
    return own;
  }

  /** Adds a campaign. @throws InvariantError when its id is taken. */
  add(campaign: Campaign): void {
    invariant(
      !this.#campaigns.has(campaign.campaignId),
      `campaign ${campaign.campaignId} is already on the floor`,
    );
    this.#campaigns.set(campaign.campaignId, campaign);
  }

  /** Removes a campaign. Its agents then have no campaign, and facts about it are ignored. */
  remove(campaignId: string): void {
    this.#campaigns.delete(campaignId);
    this.#lending?.remove(campaignId, this.#now);
    for (const [agentId, present] of this.#campaignOf) {
      if (present !== campaignId) continue;
      this.#campaignOf.delete(agentId);
      this.#moving.delete(agentId);
    }
  }

  /** A campaign by its id. */
  campaign(campaignId: string): Campaign | undefined {
    return this.#campaigns.get(campaignId);
  }

  /** All campaigns, in the order in which they were added. */
  campaigns(): readonly Campaign[] {
    return [...this.#campaigns.values()];
  }

  /** The campaign an agent works for, if any. */
  campaignOf(agentId: string): string | undefined {
    return this.#campaignOf.get(agentId);
  }

  /** Whether the agent has a call of another campaign than the one that they logged in to. */
  isLent(agentId: string): boolean {
    return this.#lending?.isLent(agentId) === true;
  }

  /**
   * Passes one fact to the campaign it belongs to, or to all. An order without a campaign is rejected. Other
   * facts of unknown campaigns are ignored.
   */
  handle(fact: Fact): Handled {
    const effects: Effects = { commands: [], events: [], moves: [], rejection: null };
    this.#now = Math.max(this.#now, fact.at);
    this.#take(fact, effects);
    if (this.#lending) this.#share(this.#lending, fact, effects);
    return effects;
  }

  /** Lent agents without a call go back, and what has happened may let the other campaigns dial. */
  #share(lending: LentAgents, fact: Fact, effects: Effects): void {
    const giveBack = (): void => {
      lending.returnLent(this.#now, (agentId) => this.#campaignOf.get(agentId));
      this.#addLent(effects);
    };
    giveBack();
    const done = this.#concerned(fact).map(({ campaignId }) => campaignId);
    for (const campaign of lending.othersThan(done)) this.#add(campaign.goOn(this.#now), effects);
    giveBack();
  }

  /** Campaigns speak in order: the one that gives an agent away before the one that takes them in. */
  #add(handled: Handled, effects: Effects): void {
    this.#addLent(effects);
    effects.commands.push(...handled.commands);
    effects.events.push(...handled.events);
    effects.moves.push(...handled.moves);
    effects.rejection ??= handled.rejection;
    for (const login of this.#loginsOfMovers(handled.events)) this.#take(login, effects);
  }

  #addLent(effects: Effects): void {
    for (const { commands, events, moves } of this.#lending?.takeEffects() ?? []) {
      effects.commands.push(...commands);
      effects.events.push(...events);
      effects.moves.push(...moves);
    }
  }

  #take(fact: Fact, effects: Effects): void {
    if (fact.type === 'agent.login') {
      const { agentId, campaignId, alsoFor } = fact;
      if (this.#lending?.isLentBy(agentId, campaignId) === true) return reject(fact, effects, LENT);
      this.#lending?.expect(agentId, campaignId, alsoFor);
      // They stay where they are lent.
      if (this.isLent(agentId) && this.#campaignOf.get(agentId) === campaignId)
        return this.#lending?.settle(agentId, campaignId);
    }
    // An agent who is to leave goes nowhere else.
    if (fact.type === 'agent.logout') this.#moving.delete(fact.agentId);
    const routed = this.#route(fact);
    const concerned = this.#concerned(routed);
    if (fact.type === 'inbound.arrived' && concerned.length === 0) effects.commands.push(refusalOf(fact));
    if (concerned.length === 0 && isOrder(fact)) rejectUnplaced(fact, effects);

    for (const campaign of concerned) {
      const handled = campaign.handle(routed);
      if (routed.type === 'agent.login') this.#seat(routed, campaign);
      this.#forgetMoveOfStayer(routed, campaign);
      this.#add(handled, effects);
    }
    for (const agentId of returningIn(routed)) this.#lending?.rejoin(agentId, this.#now);
  }

  /** Turns a login to another campaign into a logout from the current one. */
  #route(fact: Fact): Fact {
    if (fact.type !== 'agent.login' || !this.#campaigns.has(fact.campaignId)) return fact;
    const present = this.#campaignOf.get(fact.agentId);
    if (present !== undefined && present !== fact.campaignId) {
      this.#moving.set(fact.agentId, fact);
      return { type: 'agent.logout', agentId: fact.agentId, at: fact.at };
    }
    return fact;
  }

  /** An order such as 'ready' may keep an agent who was to move: a later logout does not move them. */
  #forgetMoveOfStayer(fact: Fact, campaign: Campaign): void {
    if (!('agentId' in fact) || fact.agentId === undefined || !this.#moving.has(fact.agentId)) return;
    const agent = campaign.agent(fact.agentId);
    if (agent !== undefined && agent.next !== 'offline') this.#moving.delete(fact.agentId);
  }

  /** The agent works for the campaign once it has taken them: a log-in that it rejects changes nothing. */
  #seat({ agentId }: Login, campaign: Campaign): void {
    if (!campaign.hasAgent(agentId)) return;
    this.#campaignOf.set(agentId, campaign.campaignId);
    this.#lending?.settle(agentId, campaign.campaignId);
  }

  #concerned(fact: Fact): readonly Campaign[] {
    // Orders of a lent agent name their own campaign; they are about the call that the agent has.
    if (isOrder(fact) && 'agentId' in fact && fact.agentId !== undefined && this.isLent(fact.agentId))
      return this.#one(this.#campaignOf.get(fact.agentId));
    if (fact.type === 'inbound.arrived') return this.#takersOf(fact.calledNumber);
    if ('campaignId' in fact) return this.#one(fact.campaignId);
    if ('agentId' in fact) return this.#one(this.#campaignOf.get(fact.agentId));
    return this.campaigns();
  }

  /** The campaign whose number was called. Where several name it: the first one that runs. */
  #takersOf(calledNumber: string): readonly Campaign[] {
    const named = this.campaigns().filter((campaign) => campaign.takesCallsTo(calledNumber));
    const taker = named.find((campaign) => campaign.takesCallers) ?? named[0];
    return taker ? [taker] : [];
  }

  #one(campaignId: string | undefined): readonly Campaign[] {
    const campaign = campaignId === undefined ? undefined : this.#campaigns.get(campaignId);
    return campaign ? [campaign] : [];
  }

  /**
   * Handles agents who have just left their campaign. Returns the logins of those who move to another one.
   */
  #loginsOfMovers(events: readonly CampaignEvent[]): readonly Login[] {
    const logins: Login[] = [];
    for (const event of events) {
      if (event.type !== 'agent.state' || event.state !== 'offline') continue;
      if (this.#campaignOf.get(event.agentId) !== event.campaignId) continue;
      this.#campaignOf.delete(event.agentId);
      this.#lending?.forget(event.agentId);
      const move = this.#moving.get(event.agentId);
      this.#moving.delete(event.agentId);
      if (move) logins.push({ ...move, at: Math.max(move.at, event.at) });
    }
    return logins;
  }
}

const LENT: OrderRejection = {
  code: 'agent-logged-in-already',
  reason: 'this agent is logged in already, and has a call of another campaign',
};

/** A call that came in is refused: no campaign takes its number. */
function refusalOf({ inboundId, at }: Extract<Fact, { type: 'inbound.arrived' }>): Command {
  return { port: 'telephony', method: 'refuseInbound', command: { inboundId, refusal: 'unassigned', at } };
}

/** Facts that expect a verdict. Facts from ports do not. */
type Order =
  | AgentActionFact
  | ConversationOrderFact
  | Exclude<OrderFact, { readonly type: 'kill-switch' }>
  | RefusedOrderFact;

const ORDERS: Readonly<Record<Order['type'], true>> = {
  'agent.login': true,
  'agent.logout': true,
  'agent.ready': true,
  'agent.call-station': true,
  'agent.pause': true,
  'agent.accept': true,
  'agent.skip': true,
  'agent.manual-dial': true,
  'agent.hang-up': true,
  'agent.dispose': true,
  'campaign.start': true,
  'campaign.pause': true,
  'campaign.resume': true,
  'campaign.stop': true,
  'campaign.halt': true,
  'campaign.hang-up': true,
  'campaign.configure': true,
  'order.refused': true,
  ...CONVERSATION_ORDER_TYPES,
};

function isOrder(fact: Fact): fact is Order {
  return Object.hasOwn(ORDERS, fact.type);
}

/** Rejects an order without a campaign: the named campaign is unknown, or the agent is not logged in. */
function rejectUnplaced(order: Order, effects: Effects): void {
  const campaignId = 'campaignId' in order ? order.campaignId : '';
  const rejection: OrderRejection =
    campaignId === ''
      ? { code: 'agent-not-logged-in', reason: 'this agent is not logged in' }
      : { code: 'unknown-campaign', reason: 'there is no such campaign' };
  reject(order, effects, rejection);
}

function reject(order: Order, effects: Effects, rejection: OrderRejection): void {
  const campaignId = 'campaignId' in order ? order.campaignId : '';
  const agentId = 'agentId' in order ? order.agentId : undefined;
  effects.rejection ??= rejection;
  effects.events.push({
    type: 'order.rejected',
    at: order.at,
    campaignId,
    order: order.type,
    ...defined({ agentId }),
    ...rejection,
  });
}

/** Agents who may have had a call of another campaign before a restart. */
function returningIn(fact: Fact): readonly string[] {
  if (fact.type === 'agent.login') return [fact.agentId];
  return fact.type === 'call.reconciled' ? (fact.agentIds ?? []) : [];
}
