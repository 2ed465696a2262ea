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
      const count = counts[slot]!;
      if (count === 0) continue;
      for (let n = 0; n < into.length; n += 1) {
        const known = into[n]!;
        const q = ladder.probability(slot, horizons[n]!);
        for (let i = 1; i <= count; i += 1) addBernoulli(known, Math.min(cap, top + i), cap, q);
      }
      top = Math.min(cap, top + count);
    }
  }
  return into;
}

/** One more Bernoulli variable; `top` is the highest place in use after it. */
export function addBernoulli(into: Float64Array, top: number, cap: number, q: number): void {
  if (cap === 0 || q === 0) return;
  const p = 1 - q;
  let k = top;
  // The last place holds everything above it, too.
  if (k === cap) {
    into[k]! += into[k - 1]! * q;
    k -= 1;
  }
  for (; k >= 1; k -= 1) into[k] = into[k]! * p + into[k - 1]! * q;
  into[0]! *= p;
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
