/** The order in which campaigns that share agents are served. */
import type { CampaignSide } from './campaign-side.js';
import { reachableOccupancy } from './worth.js';

/** A campaign in the order of worth. */
export interface Ranked {
  /** Place among the campaigns of the floor. */
  readonly place: number;
  /** Priority times the occupancy that the campaign reaches alone. */
  readonly worth: number;
  /** Place in the order, from 0. */
  readonly rank: number;
}

/**
 * Campaigns are served alike while one may be worth as much as the best, less this share: so far as the
 * estimates are certain to one standard error.
 */
const ALIKE = 0.005;
/** Conversations from which the handle time of a campaign counts as known, if vaguely. */
const ENOUGH_TALKS = 20;

/** Worth as estimated, and what it may be with luck. */
interface Estimate {
  readonly place: number;
  readonly worth: number;
  readonly atBest: number;
}

/**
 * The campaigns by worth, the most first.
 *
 * Where agents are shared and none lacks leads, the optimum (by value iteration) serves the campaign of most
 * worth alone: a mix of campaigns, each within its own target, is never better than the best of them. Of a
 * campaign of which little is known the best is assumed, so that it comes to be known.
 *
 * @param partOf the campaign that each is part of: parts of one are served alike
 */
export function rankingOf(
  sides: readonly CampaignSide[],
  priorities: readonly number[],
  partOf: readonly string[],
): readonly Ranked[] {
  const known = sides.map((side, place) => estimateOf(side, place, priorities[place]!));
  const best = Math.max(0, ...known.map((estimate, place) => (estimate?.worth ?? 0) / priorities[place]!));
  const estimates = ofWhole(known, partOf).map((estimate, place) => {
    const assumed = priorities[place]! * (best > 0 ? best : 1);
    return estimate ?? { place, worth: assumed, atBest: assumed };
  });
  const ranked: Ranked[] = [];
  let rest = estimates.toSorted((a, b) => b.worth - a.worth || a.place - b.place);
  while (rest.length > 0) {
    const least = rest[0]!.worth * (1 - ALIKE);
    const rank = ranked.length;
    for (const { place, worth, atBest } of rest) if (atBest >= least) ranked.push({ place, worth, rank });
    rest = rest.filter(({ atBest }) => atBest < least);
  }
  return ranked;
}

/**
 * Parts of one campaign are worth what the best of them is: which of its leads are dialed first is not for
 * the pacer to choose.
 */
function ofWhole(
  known: readonly (Estimate | undefined)[],
  partOf: readonly string[],
): readonly (Estimate | undefined)[] {
  if (new Set(partOf).size === partOf.length) return known;
  return known.map((_, place) => {
    const parts = known.flatMap((part, k) =>
      part !== undefined && partOf[k] === partOf[place] ? [part] : [],
    );
    if (parts.length === 0) return undefined;
    const worth = Math.max(...parts.map((part) => part.worth));
    return { place, worth, atBest: Math.max(...parts.map((part) => part.atBest)) };
  });
}

/** Undefined while too little is known. */
function estimateOf(side: CampaignSide, place: number, priority: number): Estimate | undefined {
  const { calls, talk, talks } = side.learning;
  if (!side.isKnown || talks < ENOUGH_TALKS) return undefined;
  const { answerRate } = side.outlook;
  const { ringTime, handleTime } = side.outlook.meanTimes;
  const occupancy = (rate: number, handle: number): number =>
    reachableOccupancy({
      agents: side.roster.staffed,
      answerRate: Math.min(1, rate),
      ringTime,
      handleTime: handle,
      target: side.target,
    });
  const rateError = Math.sqrt((1 - answerRate) / (answerRate * Math.max(1, calls.observations)));
  const handleError = 1 / Math.sqrt(Math.max(1, talk.observations));
  return {
    place,
    worth: priority * occupancy(answerRate, handleTime),
    atBest: priority * occupancy(answerRate * (1 + rateError), handleTime * (1 + handleError)),
  };
}
