/** Baselines for a floor: fixed assignment, proportional shares, VICIdial's shared agents. */
import { AssignedFloor } from './assigned-floor.js';
import type { AssignedAgent, AssignedCampaign, Assignment } from './assigned-floor.js';
import type { FloorPacing } from '../pacing-simulation/simulate-floor.js';
import { vicidialBaseline } from './vicidial.js';

/** The campaign that has the fewest agents for its share; the first among equals. */
function neediest(
  campaigns: readonly AssignedCampaign[],
  agents: readonly AssignedAgent[],
  counts: (agent: AssignedAgent) => boolean,
): string {
  const need = ({ campaignId, share = 1 }: AssignedCampaign): number =>
    agents.filter((agent) => agent.assigned === campaignId && counts(agent)).length / share;
  return campaigns.reduce((least, other) => (need(other) < need(least) ? other : least)).campaignId;
}

const FIXED: Assignment = {
  choose: (agent, campaigns, agents) =>
    neediest(campaigns, agents, ({ reach }) => reach.campaigns?.join() === agent.reach.campaigns?.join()),
  every: undefined,
  takesAll: false,
};
const PROPORTIONAL: Assignment = {
  choose: (agent, campaigns, agents) => neediest(campaigns, agents, (other) => other !== agent),
  every: 1_000,
  takesAll: true,
};

/** Every agent works for one campaign, in equal parts (or by `share`), and is never shared. */
export function fixedAssignmentBaseline(campaigns: readonly AssignedCampaign[]): FloorPacing {
  return new AssignedFloor(campaigns, FIXED);
}

/**
 * Every campaign dials for its share of the agents in common, counted anew each second; an answered call
 * takes the agent who has waited longest, of whichever campaign.
 */
export function proportionalBaseline(campaigns: readonly AssignedCampaign[]): FloorPacing {
  return new AssignedFloor(campaigns, PROPORTIONAL);
}

const REASSIGNED_EVERY_MS = 60_000;

/**
 * VICIdial's `SHARED_` methods: every minute each agent counts, for dialing only, for the campaign that they
 * have been dialed for least recently; all campaigns together have no more calls than the mean dial level
 * times the agents in common. Public source `ccabrerar/vicidial` (SVN revision 3884, 2024),
 * `bin/AST_VDauto_dial.pl`; re-implemented from a description of its behaviour. `maxLevel` as in
 * `vicidialBaseline`.
 */
export function vicidialSharedBaseline(
  campaignIds: readonly string[],
  { maxLevel = 3 }: { readonly maxLevel?: number } = {},
): FloorPacing {
  const paced = campaignIds.map((campaignId) => ({
    campaignId,
    pacer: vicidialBaseline({ method: 'ADAPT_HARD_LIMIT', availableOnly: true, maxLevel }),
  }));
  return new AssignedFloor(paced, {
    choose: ({ lastFor }, campaigns) =>
      campaigns.reduce((oldest, other) =>
        (lastFor.get(other.campaignId) ?? -1) < (lastFor.get(oldest.campaignId) ?? -1) ? other : oldest,
      ).campaignId,
    every: REASSIGNED_EVERY_MS,
    takesAll: true,
    mostInFlight: (_, agents) => {
      const level = paced.reduce((sum, { pacer }) => sum + pacer.level, 0) / Math.max(1, paced.length);
      return Math.ceil(level * agents.length);
    },
  });
}
