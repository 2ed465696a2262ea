/** The contract of a pacer for several campaigns that share agents. */
import type {
  AbandonedFact,
  AgentFact,
  AnsweredFact,
  CallTaker,
  ConnectedFact,
  DialedFact,
  EndedFact,
  PacerDecision,
  PacerOptions,
  PacerSnapshot,
} from './contract.js';

/** Options of one campaign of a floor; those of {@link PacerOptions} mean what they mean there. */
export interface PacedCampaignOptions extends PacerOptions {
  readonly campaignId: string;
  /**
   * What one second of an agent's talk or wrap-up for this campaign is worth beside the others (> 0). Default
   * 1. Only ratios matter.
   */
  readonly priority?: number;
  /** Skills that an agent must have, all of them, to take this campaign's calls. Default none. */
  readonly skills?: readonly string[];
}

/** Options of a floor. */
export interface FloorPacerOptions {
  /** Campaigns with different ids, in any order; the order decides nothing. */
  readonly campaigns: readonly PacedCampaignOptions[];
}

/** Whose calls an agent takes. */
export interface AgentReach {
  /** Ids of campaigns; absent: every campaign of the floor. */
  readonly campaigns?: readonly string[];
  /** Skills; a campaign that asks for others is not taken. Absent: none. */
  readonly skills?: readonly string[];
}

/**
 * An agent entered a state. What the agent can take is stated with the first fact, and again when it
 * changes; a fact without `reach` leaves it as it was. An agent of whom it was never stated takes every
 * campaign's calls that need no skill.
 */
export interface FloorAgentFact extends AgentFact {
  readonly reach?: AgentReach;
}

/** A fact about a call, and the campaign that placed it. */
export type FloorCallFact = (DialedFact | AnsweredFact | EndedFact | ConnectedFact | AbandonedFact) & {
  readonly campaignId: string;
};

/** Every fact a floor pacer takes. Facts of unknown campaigns are ignored. */
export type FloorPacerFact = FloorAgentFact | FloorCallFact;

/** What one campaign is to do now. */
export interface FloorCampaignDecision extends PacerDecision {
  readonly campaignId: string;
  /**
   * Priority times the occupancy that this campaign reaches alone on the agents in its reach: shared agents
   * go first to the campaign of most worth.
   */
  readonly worth: number;
  /** Place in the order of worth, from 0; campaigns of nearly the same worth share a place. */
  readonly rank: number;
}

/** What to do now, by campaign id. */
export type FloorPacerDecision = ReadonlyMap<string, FloorCampaignDecision>;

/** JSON of a floor pacer's whole state; give it back to `createFloorPacer`. */
export interface FloorPacerSnapshot {
  readonly version: 1;
  /** Instant of the last fact or decision. */
  readonly at: number;
  readonly state: unknown;
}

/**
 * The different sets of skills that the leads at hand ask for, by campaign id; see {@link Pacer.decide}. A
 * campaign that is not named has leads of every kind that it dialed before.
 */
export type LeadsAtHand = ReadonlyMap<string, readonly (readonly string[])[]>;

/** A pacer of several campaigns; times, shares and the tolerance of facts as in {@link Pacer}. */
export interface FloorPacer {
  /** Records a fact; never throws on a well-formed fact, whatever its order. */
  observe(fact: FloorPacerFact): void;
  /**
   * How many calls each campaign is to place now. It does not remember what it requested: calls count once
   * they are reported as `dialed`. A campaign that places none for two seconds (its leads are out) no longer
   * holds agents back from the others.
   */
  decide(now: number, atHand?: LeadsAtHand): FloorPacerDecision;
  /**
   * Which of these ready agents takes an answered call of the campaign: the owner of the called person, if
   * among them, else the agent whose going costs the other campaigns, and leads that ask for other skills,
   * least, by the last decision. Undefined when none of them can take it.
   * `skills`: those that the called person asks for.
   */
  chooseAgent(
    campaignId: string,
    among: readonly CallTaker[],
    ownerId?: string,
    skills?: readonly string[],
  ): string | undefined;
  /**
   * Changes options of a campaign while running; what was learned is kept. @throws RangeError as at
   * creation.
   */
  configure(campaignId: string, changes: Partial<Omit<PacedCampaignOptions, 'campaignId'>>, at: number): void;
  /** Adds a campaign. @throws RangeError when its id is taken or an option is out of range. */
  add(campaign: PacedCampaignOptions, at: number): void;
  /** Removes a campaign; its conversations that still run count as other work. */
  remove(campaignId: string, at: number): void;
  /** The whole state as versioned JSON. */
  snapshot(): FloorPacerSnapshot;
  /**
   * What is known of one campaign and the agents in its reach, for `createPacer`. @throws RangeError when the
   * campaign is not on the floor.
   */
  snapshotOf(campaignId: string): PacerSnapshot;
}
