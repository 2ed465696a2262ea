/** What campaigns that share agents have in common: one pacer, and whose calls each agent takes. */
import { createFloorPacer } from '../pacing/index.js';
import type {
  CallTaker,
  FloorPacerDecision,
  PacedCampaignOptions,
  Pacer,
  PacerDecision,
  PacerFact,
  PacerOptions,
  PacerSnapshot,
} from '../pacing/index.js';
import { invariant } from '../invariant.js';

/** One floor pacer behind the pacers of several campaigns. */
export class JointPacer {
  readonly #pacer = createFloorPacer({ campaigns: [] });
  /** The decision for all campaigns, while no fact has come since. */
  #decided: { readonly at: number; readonly decision: FloorPacerDecision } | undefined;
  /** Campaigns whose calls an agent takes, by agent: stated to the pacer with their next fact. */
  readonly #unstated = new Map<string, readonly string[]>();

  /** The pacer of one campaign. @throws RangeError when its id is taken or an option is out of range. */
  pacerFor(options: PacedCampaignOptions, at: number): Pacer {
    this.#pacer.add(options, at);
    this.#decided = undefined;
    const { campaignId } = options;
    return {
      observe: (fact) => this.#observe(campaignId, fact),
      decide: (now) => this.#decisionOf(campaignId, now),
      configure: (changes, now) => this.#configure(campaignId, changes, now),
      snapshot: (): PacerSnapshot => this.#pacer.snapshotOf(campaignId),
    };
  }

  /** The campaign leaves the floor. */
  remove(campaignId: string, at: number): void {
    this.#pacer.remove(campaignId, at);
    this.#decided = undefined;
  }

  /** The agent takes the calls of these campaigns from their next fact on. */
  expect(agentId: string, campaigns: readonly string[]): void {
    this.#unstated.set(agentId, campaigns);
  }

  /** Which of these agents takes an answered call of the campaign; undefined: none of them may. */
  choose(campaignId: string, among: readonly CallTaker[], ownerId: string | undefined): string | undefined {
    return this.#pacer.chooseAgent(campaignId, among, ownerId);
  }

  #observe(campaignId: string, fact: PacerFact): void {
    this.#decided = undefined;
    if (fact.type !== 'agent') return this.#pacer.observe({ ...fact, campaignId });
    const campaigns = this.#unstated.get(fact.agentId);
    if (campaigns === undefined) return this.#pacer.observe(fact);
    this.#unstated.delete(fact.agentId);
    this.#pacer.observe({ ...fact, reach: { campaigns } });
  }

  #decisionOf(campaignId: string, now: number): PacerDecision {
    if (this.#decided?.at !== now) this.#decided = { at: now, decision: this.#pacer.decide(now) };
    const decision = this.#decided.decision.get(campaignId);
    invariant(decision, `campaign ${campaignId} is not paced with the others of its floor`);
    return decision;
  }

  #configure(campaignId: string, changes: Partial<PacerOptions>, at: number): void {
    this.#decided = undefined;
    this.#pacer.configure(campaignId, changes, at);
  }
}
