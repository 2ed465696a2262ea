/** How many calls a campaign may place in all the groups of agents that it competes in. */
import { weighted } from './crowd-risk.js';
import type { CrowdRisk } from './crowd-risk.js';
import type { CrowdMembers } from './crowds.js';
import { mostCalls } from './predictive.js';

/** A campaign whose accepted risk bounds the calls of another. */
export interface Harmed {
  readonly place: number;
  readonly parts: Float64Array;
  readonly level: number;
}

/** A group of agents, and the risk that answers outnumber them. */
export interface SearchedCrowd {
  readonly members: CrowdMembers;
  readonly risk: CrowdRisk;
}

/** What the search rests on. */
export interface CrowdSearchParts {
  /** The groups that the campaign competes in. */
  readonly crowds: readonly SearchedCrowd[];
  readonly harmed: readonly Harmed[];
  /** The campaign's own call, the parts of its answers and the risk it accepts. */
  readonly newCall: Float64Array;
  readonly parts: Float64Array;
  readonly level: number;
  /** Own risk of one call, from moments, in the group where it is largest. */
  readonly first: number;
}

/** The outcome of the search. */
export interface CrowdRequest {
  readonly calls: number;
  /** Own risk of the first call beyond the request, in the group where it is largest. */
  readonly risk: number;
  /** Whether another campaign's accepted risk ended the search, and not the own. */
  readonly isShared: boolean;
}

/** A group with those whom more calls harm in it. */
interface Strain {
  readonly risk: CrowdRisk;
  /** Whether the exact distribution decides. */
  readonly exact: boolean;
  readonly harmed: readonly Harmed[];
}

/** Risks of one more call in a group: the own one, infinite where another campaign does not accept it. */
interface Asked {
  readonly own: number;
  readonly risk: number;
}

/**
 * The most calls that every group accepts. Each group's risk grows with the calls, so that the tightest
 * group is searched first, and of the others it is asked whether they accept as many.
 */
export class CrowdSearch {
  readonly #parts: CrowdSearchParts;

  constructor(parts: CrowdSearchParts) {
    this.#parts = parts;
  }

  run(): CrowdRequest {
    const { crowds, first, level } = this.#parts;
    const [tightest, ...others] = this.#tightestFirst();
    if (tightest === undefined) return { ...mostCalls(() => 0, level), isShared: false };
    const asked = [this.#strainOf(tightest)];
    let most = this.#mostOf(asked[0]!);
    // Most searches end here: not one call is accepted. The risk of one more is known from the moments.
    if (most.calls === 0 && crowds.every(({ risk }) => !risk.isSmall))
      return { calls: 0, risk: first, isShared: first <= level };
    for (const crowd of others) {
      if (crowd.risk.isClearOf(most.calls)) continue;
      const strain = this.#strainOf(crowd);
      asked.push(strain);
      const { risk } = this.#ask(strain, most.calls);
      if (risk <= level || this.#accepts(strain, most.calls))
        most = { calls: most.calls, risk: Math.max(most.risk, risk) };
      else most = this.#mostOf(strain);
    }
    if (Number.isFinite(most.risk)) return { ...most, isShared: false };
    const own = Math.max(...asked.map((strain) => this.#ask(strain, most.calls).own));
    return { calls: most.calls, risk: own, isShared: own <= level };
  }

  #mostOf(strain: Strain): { calls: number; risk: number } {
    return mostCalls((added) => this.#ask(strain, added).risk, this.#parts.level);
  }

  /** Whether the group accepts the last of so many calls. */
  #accepts(strain: Strain, calls: number): boolean {
    return calls === 0 || this.#ask(strain, calls - 1).risk <= this.#parts.level;
  }

  #tightestFirst(): readonly SearchedCrowd[] {
    const { crowds } = this.#parts;
    let tightest = crowds[0];
    for (const crowd of crowds) if (crowd.risk.worst >= tightest!.risk.worst) tightest = crowd;
    return tightest === undefined ? [] : [tightest, ...crowds.filter((crowd) => crowd !== tightest)];
  }

  #strainOf({ risk, members }: SearchedCrowd): Strain {
    const { newCall, parts, level, harmed } = this.#parts;
    return {
      risk,
      exact: risk.isClose(parts, newCall, level),
      harmed: harmed.filter(({ place }) => members.campaigns.includes(place)),
    };
  }

  /** The group's risks of one more call after so many. */
  #ask({ risk, exact, harmed }: Strain, added: number): Asked {
    const { newCall, parts } = this.#parts;
    const risks = exact ? risk.exactly(newCall, added) : risk.byMoments(newCall, added);
    const own = weighted(risks, parts);
    for (const other of harmed)
      if (weighted(risks, other.parts) > other.level) return { own, risk: Infinity };
    return { own, risk: own };
  }
}
