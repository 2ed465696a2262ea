/**
 * The groups of agents that campaigns compete for, with who is in them at a decision: agents ready and
 * pausing, answered calls that wait, calls in flight.
 */
import type { CampaignSide } from './campaign-side.js';
import { CrowdRisk } from './crowd-risk.js';
import type { CrowdMembers } from './crowds.js';
import type { AgentClass } from './floor-agents.js';
import type { Outlook } from './outlook.js';

/** What the groups are counted from. */
export interface CountedFloor {
  readonly sides: readonly CampaignSide[];
  /** Agents by what they take; campaigns whose answers want no agent are not among what they take. */
  readonly classes: readonly AgentClass[];
  readonly crowds: readonly CrowdMembers[];
  readonly outlook: Outlook;
}

/** Members of a group at a decision: its agents, and the calls of its campaigns. */
interface Headcount {
  ready: number;
  pausing: number;
  /** Answered calls that wait for an agent. */
  waiting: number;
  /** Calls in flight, and calls that this decision places. */
  claimed: number;
}

const NOBODY: Readonly<Headcount> = { ready: 0, pausing: 0, waiting: 0, claimed: 0 };

/** A group of agents and the campaigns that want them. */
export interface CountedCrowd extends Headcount {
  readonly members: CrowdMembers;
  readonly risk: CrowdRisk;
  /** The largest group that is part of this one, and the members that this one has in addition. */
  readonly within: CountedCrowd | undefined;
  readonly more: CrowdMembers;
}

/** The groups of a floor, small ones before the larger ones that they are part of. Nobody is counted yet. */
export function countedCrowds({ crowds, sides, outlook }: CountedFloor): readonly CountedCrowd[] {
  const counted: CountedCrowd[] = [];
  for (const members of crowds.toSorted((a, b) => sizeOf(a) - sizeOf(b))) {
    const largest = counted.findLast((other) => isPart(other.members, members));
    const ladders = {
      calls: members.campaigns.map((place) => sides[place]!.outlook.calls),
      agents: members.classes.map((place) => outlook.classes[place]!.agents),
    };
    counted.push({
      members,
      within: largest,
      more: largest === undefined ? members : without(members, largest.members),
      risk: new CrowdRisk(ladders, largest?.risk),
      ...NOBODY,
    });
  }
  return counted;
}

/** Counts every group for a decision. Each starts from the group within it, which was counted before. */
export function beginCrowds(crowds: readonly CountedCrowd[], { classes, sides }: CountedFloor): void {
  for (const crowd of crowds) {
    const { within, more } = crowd;
    let { ready, pausing, waiting, claimed } = within ?? NOBODY;
    for (const place of more.classes) {
      const { counts } = classes[place]!.agents;
      ready += counts.ready;
      pausing += counts.pausing;
    }
    for (const place of more.campaigns) {
      const { ledger } = sides[place]!;
      waiting += ledger.waiting;
      claimed += ledger.inFlight;
    }
    [crowd.ready, crowd.pausing, crowd.waiting, crowd.claimed] = [ready, pausing, waiting, claimed];
    crowd.risk.begin({ free: ready - waiting, pausing });
  }
}

/**
 * Ready agents whom other campaigns leave to one with `inFlight` calls, in the group where they are fewest.
 * Infinite where the campaign is in no group.
 */
export function agentsLeft(crowds: readonly CountedCrowd[], inFlight: number): number {
  let left = Infinity;
  for (const { ready, claimed } of crowds) left = Math.min(left, ready - claimed + inFlight);
  return left;
}

function sizeOf({ campaigns, classes }: CrowdMembers): number {
  return campaigns.length + classes.length;
}

function isPart(part: CrowdMembers, whole: CrowdMembers): boolean {
  return (
    part.campaigns.every((place) => whole.campaigns.includes(place)) &&
    part.classes.every((place) => whole.classes.includes(place))
  );
}

function without(whole: CrowdMembers, part: CrowdMembers): CrowdMembers {
  return {
    campaigns: whole.campaigns.filter((place) => !part.campaigns.includes(place)),
    classes: whole.classes.filter((place) => !part.classes.includes(place)),
  };
}
