/** The floor: which agent works for which campaign, and which campaign a fact concerns. */
import type { CallMove } from '../campaign/call/call-move.js';
import type { Campaign, Handled } from '../campaign/campaign.js';
import type { CampaignEvent } from '../campaign/events.js';
import type { AgentActionFact, Fact, OrderFact } from '../campaign/facts.js';
import type { OrderRejection } from '../campaign/orders/rejections.js';
import { defined } from '../defined.js';
import { invariant } from '../invariant.js';
import type { Command } from '../ports.js';

type Login = Extract<AgentActionFact, { type: 'agent.login' }>;

/** What one fact has led to so far, in all campaigns that it concerns. */
interface Effects {
  readonly commands: Command[];
  readonly events: CampaignEvent[];
  readonly moves: CallMove[];
  rejection: OrderRejection | null;
}

/**
 * The floor stands above the campaigns: it gives each agent to one of them at a time, so that two campaigns
 * never dial for one free agent. An agent who moves goes offline in the one campaign, after the present call,
 * and logs in to the other.
 */
export class Floor {
  readonly #campaigns = new Map<string, Campaign>();
  /** Which campaign an agent works for. */
  readonly #campaignOf = new Map<string, string>();
  /** Agents on their way to another campaign. */
  readonly #moving = new Map<string, Login>();

  /** Adds a campaign. @throws InvariantError when its id is taken. */
  add(campaign: Campaign): void {
    invariant(
      !this.#campaigns.has(campaign.campaignId),
      `campaign ${campaign.campaignId} is on the floor already`,
    );
    this.#campaigns.set(campaign.campaignId, campaign);
  }

  /** Takes a campaign off the floor. Its agents work for no campaign, and facts about it are ignored. */
  remove(campaignId: string): void {
    this.#campaigns.delete(campaignId);
    for (const [agentId, present] of this.#campaignOf)
      if (present === campaignId) this.#campaignOf.delete(agentId);
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

  /**
   * Takes one fact to the campaign it concerns, or to all. An order that concerns no campaign is rejected;
   * other facts of campaigns that are not here are ignored.
   */
  handle(fact: Fact): Handled {
    const effects: Effects = { commands: [], events: [], moves: [], rejection: null };
    this.#take(fact, effects);
    return effects;
  }

  #take(fact: Fact, effects: Effects): void {
    const routed = this.#route(fact);
    const concerned = this.#concerned(routed);
    if (concerned.length === 0 && isOrder(fact)) rejectUnplaced(fact, effects);

    for (const campaign of concerned) {
      const handled = campaign.handle(routed);
      effects.commands.push(...handled.commands);
      effects.events.push(...handled.events);
      effects.moves.push(...handled.moves);
      effects.rejection ??= handled.rejection;
      for (const login of this.#freed(handled.events)) this.#take(login, effects);
    }
  }

  /** A login to another campaign begins as a logout from the present one. */
  #route(fact: Fact): Fact {
    if (fact.type !== 'agent.login' || !this.#campaigns.has(fact.campaignId)) return fact;
    const present = this.#campaignOf.get(fact.agentId);
    if (present !== undefined && present !== fact.campaignId) {
      this.#moving.set(fact.agentId, fact);
      return { type: 'agent.logout', agentId: fact.agentId, at: fact.at };
    }
    this.#campaignOf.set(fact.agentId, fact.campaignId);
    return fact;
  }

  #concerned(fact: Fact): readonly Campaign[] {
    if ('campaignId' in fact) return this.#one(fact.campaignId);
    if ('agentId' in fact) return this.#one(this.#campaignOf.get(fact.agentId));
    return this.campaigns();
  }

  #one(campaignId: string | undefined): readonly Campaign[] {
    const campaign = campaignId === undefined ? undefined : this.#campaigns.get(campaignId);
    return campaign ? [campaign] : [];
  }

  /** Agents who have just left their campaign: they belong to none, and those who move log in to the other. */
  #freed(events: readonly CampaignEvent[]): readonly Login[] {
    const logins: Login[] = [];
    for (const event of events) {
      if (event.type !== 'agent.state' || event.state !== 'offline') continue;
      if (this.#campaignOf.get(event.agentId) !== event.campaignId) continue;
      this.#campaignOf.delete(event.agentId);
      const move = this.#moving.get(event.agentId);
      this.#moving.delete(event.agentId);
      if (move) logins.push({ ...move, at: Math.max(move.at, event.at) });
    }
    return logins;
  }
}

/** Orders expect a verdict; facts from ports do not. */
type Order = AgentActionFact | Exclude<OrderFact, { readonly type: 'kill-switch' }>;

const ORDERS: Readonly<Record<Order['type'], true>> = {
  'agent.login': true,
  'agent.logout': true,
  'agent.ready': true,
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
  'campaign.configure': true,
};

function isOrder(fact: Fact): fact is Order {
  return Object.hasOwn(ORDERS, fact.type);
}

/** No campaign takes the order: it names none that is here, or its agent works for none. */
function rejectUnplaced(order: Order, effects: Effects): void {
  const campaignId = 'campaignId' in order ? order.campaignId : '';
  const agentId = 'agentId' in order ? order.agentId : undefined;
  const rejection: OrderRejection =
    campaignId === ''
      ? { code: 'agent-not-logged-in', reason: 'this agent is not logged in' }
      : { code: 'unknown-campaign', reason: 'there is no such campaign' };
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
