/** Which of several ready agents takes an answered call. */

/** An agent who could take the call. */
export interface Candidate {
  readonly agentId: string;
  /** Instant since which the agent is ready. */
  readonly readySince: number;
  /** The other campaigns whose calls this agent takes, too. */
  readonly others: readonly string[];
}

/** What the choice rests on. */
export interface AgentChoice {
  readonly candidates: readonly Candidate[];
  /** The agent whom the called person belongs to, if any: goes before everyone else. */
  readonly ownerId?: string | undefined;
  /**
   * What it costs a campaign to have one agent fewer: its worth times the probability that its next answer
   * finds nobody. 0 where absent.
   */
  readonly scarcity: ReadonlyMap<string, number>;
}

/**
 * The owner if ready; else the agent whose going costs the other campaigns least: first those who take no
 * other campaign's calls. Among equals the one who has waited longest, then the smaller id. Undefined
 * without candidates.
 *
 * Pure; cost O(candidates x campaigns). The rule is greedy: it looks at one call at a time. "Specialists
 * first" as in overflow routing: P. Chevalier, R. Shumsky, N. Tabordon, "Routing and staffing in large call
 * centers with specialized and fully flexible servers" (2004).
 */
export function chooseAgent({ candidates, ownerId, scarcity }: AgentChoice): string | undefined {
  let best: Candidate | undefined;
  let least = Infinity;
  for (const candidate of candidates) {
    if (candidate.agentId === ownerId) return ownerId;
    const cost = candidate.others.reduce((sum, campaignId) => sum + (scarcity.get(campaignId) ?? 0), 0);
    if (cost > least || (cost === least && best !== undefined && !goesBefore(candidate, best))) continue;
    [best, least] = [candidate, cost];
  }
  return best?.agentId;
}

/** With no scarcity anywhere, an agent of fewer campaigns still goes first. */
function goesBefore(one: Candidate, other: Candidate): boolean {
  if (one.others.length !== other.others.length) return one.others.length < other.others.length;
  if (one.readySince !== other.readySince) return one.readySince < other.readySince;
  return one.agentId < other.agentId;
}
