/** The exact distributions behind the risk that answers outnumber agents. */
import type { AgeLadder } from './age-ladder.js';

/**
 * Probability that answers outnumber (or equal) the agents there are to take them.
 *
 * A: answers, F: agents who come free, each a sum of independent Bernoulli variables; the risk is P(A - F >=
 * free).
 */

/** Above these sizes moments stand in for the exact distribution everywhere. */
const EXACT_AGENTS = 30;
const EXACT_CALLS = 160;

/** Whether the exact distribution is worth its cost. */
export function isSmall(agents: readonly AgeLadder[], calls: readonly AgeLadder[]): boolean {
  return sizeOf(agents) <= EXACT_AGENTS && sizeOf(calls) <= EXACT_CALLS;
}

/** Members of all these ladders. */
export function sizeOf(ladders: readonly AgeLadder[]): number {
  let size = 0;
  for (const ladder of ladders) size += ladder.size;
  return size;
}

/**
 * Distributions of the count of "within the j-th horizon" over these ladders, for each of these horizons, cut
 * at `cap`: the last place holds everything at or above it.
 *
 * Cost: O(members x cap x horizons); each ladder's cells are gone through once.
 */
export function distributions(
  ladders: readonly AgeLadder[],
  horizons: readonly number[],
  cap: number,
): Float64Array[] {
  const into = horizons.map(() => new Float64Array(cap + 1));
  for (const known of into) known[0] = 1;
  let top = 0;
  for (const ladder of ladders) {
    const { counts } = ladder;
    for (let slot = 0; slot < counts.length; slot += 1) {
      for (let i = counts[slot]!; i > 0; i -= 1) {
        top = Math.min(cap, top + 1);
        for (let n = 0; n < into.length; n += 1)
          addBernoulli(into[n]!, top, cap, ladder.probability(slot, horizons[n]!));
      }
    }
  }
  return into;
}

/** One more Bernoulli variable; `top` is the highest place in use after it. */
export function addBernoulli(into: Float64Array, top: number, cap: number, q: number): void {
  if (cap === 0 || q === 0) return;
  for (let k = top; k >= 1; k -= 1) {
    const stay = k === cap ? into[k]! : into[k]! * (1 - q);
    into[k] = stay + into[k - 1]! * q;
  }
  into[0]! *= 1 - q;
}

/** P(A - F >= free) from the two distributions; `answers` is cut at `cap` >= free + top of `freed`. */
export function exactRisk(
  answers: Float64Array,
  freed: Float64Array,
  free: number,
  cap: number,
  busy: number,
): number {
  let tail = 0;
  let from = cap + 1;
  let risk = 0;
  for (let f = busy; f >= 0; f -= 1) {
    const needed = Math.max(0, free + f);
    while (from > needed) {
      from -= 1;
      tail += answers[from]!;
    }
    risk += freed[f]! * tail;
  }
  return Math.min(1, risk);
}
