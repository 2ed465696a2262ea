/** What campaigns that share agents have in common: one pacer, and whose calls each agent takes. */
import { createFloorPacer } from '../pacing/index.js';
import type {
  AgentReach,
  FloorPacerDecision,
  PacedCampaignOptions,
  Pacer,
  PacerDecision,
  PacerFact,
  PacerOptions,
  PacerSnapshot,
  TakerRequest,
} from '../pacing/index.js';
import { defined } from '../defined.js';
import { invariant } from '../invariant.js';

/** One floor pacer behind the pacers of several campaigns. */
export class JointPacer {
  readonly #pacer = createFloorPacer({ campaigns: [] });
  /** The decision for all campaigns, while no fact has come since. */
  #decided: { readonly at: number; readonly decision: FloorPacerDecision } | undefined;
  /** Campaigns whose calls an agent takes, by agent: stated to the pacer with their next fact. */
  readonly #unstated = new Map<string, readonly string[]>();
  /** What was stated of each agent. */
  readonly #reaches = new Map<string, AgentReach>();
  /** What the leads at hand ask for, by campaign: as each said at its last decision. */
  readonly #atHand = new Map<string, readonly (readonly string[])[]>();

  /** The pacer of one campaign. @throws RangeError when its id is taken or an option is out of range. */
  pacerFor(options: PacedCampaignOptions, at: number): Pacer {
    this.#pacer.add(options, at);
    this.#decided = undefined;
    const { campaignId } = options;
    return {
      observe: (fact) => this.#observe(campaignId, fact),
      decide: (now, atHand) => this.#decisionOf(campaignId, now, atHand),
      configure: (changes, now) => this.#configure(campaignId, changes, now),
      snapshot: (): PacerSnapshot => this.#pacer.snapshotOf(campaignId),
    };
  }

  /** The campaign leaves the floor. */
  remove(campaignId: string, at: number): void {
    this.#pacer.remove(campaignId, at);
    this.#atHand.delete(campaignId);
    this.#decided = undefined;
  }

  /** The agent takes the calls of these campaigns from their next fact on. */
  expect(agentId: string, campaigns: readonly string[]): void {
    this.#unstated.set(agentId, campaigns);
  }

  /** Which of these agents takes an answered call of the campaign; undefined: none of them may. */
  choose(campaignId: string, { among, ownerId, skills }: TakerRequest): string | undefined {
    return this.#pacer.chooseAgent(campaignId, among, ownerId, skills);
  }

  #observe(campaignId: string, fact: PacerFact): void {
    this.#decided = undefined;
    if (fact.type !== 'agent') return this.#pacer.observe({ ...fact, campaignId });
    const { agentId, skills } = fact;
    const campaigns = this.#unstated.get(agentId);
    const stated = this.#reaches.get(agentId);
    if (campaigns === undefined && (skills === undefined || skills === stated?.skills))
      return this.#pacer.observe(fact);
    this.#unstated.delete(agentId);
    const reach = { ...stated, ...defined({ campaigns, skills }) };
    this.#reaches.set(agentId, reach);
    this.#pacer.observe({ ...fact, reach });
  }

  #decisionOf(campaignId: string, now: number, atHand: readonly (readonly string[])[] = []): PacerDecision {
    if (!isSame(atHand, this.#atHand.get(campaignId) ?? [])) {
      this.#decided = undefined;
      if (atHand.length === 0) this.#atHand.delete(campaignId);
      else this.#atHand.set(campaignId, atHand);
    }
    if (this.#decided?.at !== now)
      this.#decided = { at: now, decision: this.#pacer.decide(now, this.#atHand) };
    const decision = this.#decided.decision.get(campaignId);
    invariant(decision, `campaign ${campaignId} is not paced with the others of its floor`);
    return decision;
  }

  #configure(campaignId: string, changes: Partial<PacerOptions>, at: number): void {
    this.#decided = undefined;
    this.#pacer.configure(campaignId, changes, at);
  }
}

function isSame(one: readonly (readonly string[])[], other: readonly (readonly string[])[]): boolean {
  return one.length === other.length && one.every((skills, i) => skills.join('\n') === other[i]!.join('\n'));
}
