/** Groups of agents that campaigns compete for. */

/** A class of agents: those who take calls of exactly these campaigns. */
export interface ReachClass {
  /** Places of the campaigns. */
  readonly campaigns: ReadonlySet<number>;
}

/** Campaigns, and all agents who can take a call of any of them; both by place. */
export interface CrowdMembers {
  readonly campaigns: readonly number[];
  readonly classes: readonly number[];
}

/** Most groups looked at: with few classes of agents there are far fewer. */
const MOST_CROWDS = 48;

/**
 * The groups in which answers may outnumber agents.
 *
 * Answers can all be served if, and only if, for every set of campaigns the answers of the set do not
 * outnumber the agents in its reach (P. Hall, "On representatives of subsets", J. London Math. Soc. 10
 * (1935) 26-30). Of the sets with the same agents the largest binds, and sets without common agents add
 * nothing, so that campaigns which share all agents are one group, whatever their number.
 */
export function crowdsOf(campaigns: number, classes: readonly ReachClass[]): readonly CrowdMembers[] {
  const reaches = Array.from({ length: campaigns }, (_, k) =>
    classes.flatMap((reach, place) => (reach.campaigns.has(k) ? [place] : [])),
  );
  const found = new Map<string, readonly number[]>();
  for (const reach of reaches) if (reach.length > 0) found.set(reach.join(), reach);
  const unions = [...found.values()];
  for (let i = 0; i < unions.length && unions.length < MOST_CROWDS; i += 1) {
    for (const other of unions.slice(0, i)) {
      const union = joined(unions[i]!, other);
      if (union === undefined || found.has(union.join())) continue;
      found.set(union.join(), union);
      unions.push(union);
    }
  }
  return unions.map((union) => ({
    classes: union,
    campaigns: reaches.flatMap((reach, k) => (reach.length > 0 && isWithin(reach, union) ? [k] : [])),
  }));
}

/** Both together, in order; undefined when they have nothing in common. */
function joined(a: readonly number[], b: readonly number[]): readonly number[] | undefined {
  if (!a.some((place) => b.includes(place))) return undefined;
  return [...new Set([...a, ...b])].toSorted((x, y) => x - y);
}

function isWithin(part: readonly number[], whole: readonly number[]): boolean {
  return part.every((place) => whole.includes(place));
}
