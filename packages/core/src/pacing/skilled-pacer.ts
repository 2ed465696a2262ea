/** The pacer of a campaign whose leads ask for skills: a floor of one campaign, with a part for each set. */
import { defined } from '../defined.js';
import type { SavedArrivals } from '../estimation/arrival-rate.js';
import type { AgentRecord } from './agent-roster.js';
import type { SavedCampaign } from './campaign-side.js';
import type {
  Pacer,
  PacerDecision,
  PacerFact,
  PacerOptions,
  PacerSnapshot,
  TakerRequest,
} from './contract.js';
import { createFloorPacer } from './create-floor-pacer.js';
import type { FloorPacer, FloorPacerSnapshot } from './floor-contract.js';
import type { SavedServiceLevel } from './service-level.js';

/** The state of a pacer, as `createPacer` saves it. */
export interface SavedPacer extends SavedCampaign {
  readonly clock: { now: number; shift: number };
  readonly agents: readonly AgentRecord[];
  readonly otherWork?: SavedArrivals;
  readonly service?: SavedServiceLevel;
  /** Absent: no lead has asked for skills. */
  readonly parts?: SavedParts;
}

/** What `FloorPacer.snapshotOf` adds where leads ask for skills. */
export interface SavedParts {
  readonly campaigns: readonly { readonly campaignId: string }[];
  readonly reaches: readonly (readonly [agentId: string, reach: { readonly skills?: readonly string[] }])[];
}

/** The campaign's id on the floor that it has to itself. */
const ONLY = 'only';

/** Paces one campaign by parts. */
export class SkilledPacer implements Pacer {
  readonly #floor: FloorPacer;
  readonly #campaignId: string;

  /**
   * Goes on from the state of a pacer.
   *
   * @param skillsOf the skills that agents have stated
   */
  constructor(
    options: PacerOptions,
    { at, state }: PacerSnapshot,
    skillsOf: ReadonlyMap<string, readonly string[]>,
  ) {
    const { clock, agents, otherWork, service, parts, ...campaign } = state as SavedPacer;
    this.#campaignId = parts?.campaigns[0]?.campaignId ?? ONLY;
    const whole = {
      campaigns: [{ campaignId: this.#campaignId, ...campaign }],
      reaches: [...skillsOf].map(([agentId, skills]) => [agentId, { skills }]),
    };
    const snapshot: FloorPacerSnapshot = {
      version: 1,
      at,
      state: {
        clock,
        agents: parts === undefined ? agents.map((agent) => ({ ...agent, campaignId: ONLY })) : agents,
        ...defined({ otherWork, service }),
        ...(parts ?? whole),
      },
    };
    this.#floor = createFloorPacer({ campaigns: [{ ...options, campaignId: this.#campaignId }] }, snapshot);
  }

  observe(fact: PacerFact): void {
    if (fact.type !== 'agent') return this.#floor.observe({ ...fact, campaignId: this.#campaignId });
    const { skills } = fact;
    this.#floor.observe(skills === undefined ? fact : { ...fact, reach: { skills } });
  }

  decide(now: number, atHand?: readonly (readonly string[])[]): PacerDecision {
    const id = this.#campaignId;
    const decided = this.#floor.decide(now, atHand === undefined ? undefined : new Map([[id, atHand]]));
    const { campaignId: _id, worth: _worth, rank: _rank, ...decision } = decided.get(id)!;
    return decision;
  }

  chooseAgent({ among, ownerId, skills }: TakerRequest): string | undefined {
    return this.#floor.chooseAgent(this.#campaignId, among, ownerId, skills);
  }

  configure(changes: Partial<PacerOptions>, at: number): void {
    this.#floor.configure(this.#campaignId, changes, at);
  }

  snapshot(): PacerSnapshot {
    return this.#floor.snapshotOf(this.#campaignId);
  }
}
