/** The floor: which agent works for which campaign, and which campaign a fact concerns. */
import type { CallMove } from '../campaign/call/calls.js';
import type { Campaign, Handled } from '../campaign/campaign.js';
import type { CampaignEvent } from '../campaign/events.js';
import type { AgentActionFact, Fact } from '../campaign/facts.js';
import { invariant } from '../invariant.js';
import type { Command } from '../ports.js';

type Login = Extract<AgentActionFact, { type: 'agent.login' }>;

/** What one fact has led to so far, in all campaigns that it concerns. */
interface Effects {
  readonly commands: Command[];
  readonly events: CampaignEvent[];
  readonly moves: CallMove[];
}

/**
 * The floor stands above the campaigns: it gives each agent to one of them at a time, so that two campaigns
 * never dial for one free agent. Moving an agent is 'offline' in the one campaign and a login in the other,
 * once the call in hand is done.
 */
export class Floor {
  readonly #campaigns = new Map<string, Campaign>();
  /** Which campaign an agent works for. */
  readonly #seats = new Map<string, string>();
  /** Agents on their way to another campaign. */
  readonly #moves = new Map<string, Login>();

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
    for (const [agentId, seat] of this.#seats) if (seat === campaignId) this.#seats.delete(agentId);
  }

  campaign(campaignId: string): Campaign | undefined {
    return this.#campaigns.get(campaignId);
  }

  campaigns(): readonly Campaign[] {
    return [...this.#campaigns.values()];
  }

  /** The campaign an agent works for, if any. */
  seatOf(agentId: string): string | undefined {
    return this.#seats.get(agentId);
  }

  /**
   * Takes one fact to the campaign it concerns, or to all. Facts of campaigns that are not here are ignored.
   */
  handle(fact: Fact): Handled {
    const commands: Command[] = [];
    const events: CampaignEvent[] = [];
    const moves: CallMove[] = [];
    for (const routed of this.#route(fact, events)) {
      for (const campaign of this.#concerned(routed)) {
        const handled = campaign.handle(routed);
        commands.push(...handled.commands);
        events.push(...handled.events);
        moves.push(...handled.moves);
        for (const login of this.#freed(handled.events)) this.#take(login, { commands, events, moves });
      }
    }
    return { commands, events, moves };
  }

  /** A login elsewhere first empties the old seat. */
  #route(fact: Fact, events: CampaignEvent[]): readonly Fact[] {
    if (fact.type !== 'agent.login') return [fact];
    const seat = this.#seats.get(fact.agentId);
    if (!this.#campaigns.has(fact.campaignId)) {
      events.push({
        type: 'order.rejected',
        at: fact.at,
        campaignId: fact.campaignId,
        order: fact.type,
        agentId: fact.agentId,
        reason: 'there is no such campaign',
      });
      return [];
    }
    if (seat !== undefined && seat !== fact.campaignId) {
      this.#moves.set(fact.agentId, fact);
      return [{ type: 'agent.logout', agentId: fact.agentId, at: fact.at }];
    }
    this.#seats.set(fact.agentId, fact.campaignId);
    return [fact];
  }

  #concerned(fact: Fact): readonly Campaign[] {
    if ('campaignId' in fact) return this.#one(fact.campaignId);
    if ('agentId' in fact) return this.#one(this.#seats.get(fact.agentId));
    return this.campaigns();
  }

  #one(campaignId: string | undefined): readonly Campaign[] {
    const campaign = campaignId === undefined ? undefined : this.#campaigns.get(campaignId);
    return campaign ? [campaign] : [];
  }

  /** Agents who have just left their campaign: their seat is free, and a move goes on. */
  #freed(events: readonly CampaignEvent[]): readonly Login[] {
    const logins: Login[] = [];
    for (const event of events) {
      if (
        event.type !== 'agent.state' ||
        event.state !== 'offline' ||
        this.#seats.get(event.agentId) !== event.campaignId
      )
        continue;
      this.#seats.delete(event.agentId);
      const move = this.#moves.get(event.agentId);
      this.#moves.delete(event.agentId);
      if (move) logins.push({ ...move, at: Math.max(move.at, event.at) });
    }
    return logins;
  }

  #take(login: Login, effects: Effects): void {
    const handled = this.handle(login);
    effects.commands.push(...handled.commands);
    effects.events.push(...handled.events);
    effects.moves.push(...handled.moves);
  }
}
