/** The exact optimum of a memoryless campaign, by policy iteration. */
import { solveBanded } from './banded-system.js';

/**
 * The exact optimum of a memoryless campaign by policy iteration.
 *
 * Exponential ring time (answered or not), exponential handle time, no grace: a continuous-time Markov
 * decision process on (busy agents, calls in flight). With a price on each abandoned answer its optimal
 * policy is "dial up to T(busy)"; varying the price traces the best occupancy at each abandonment rate.
 * Between two neighbouring deterministic policies the values are interpolated.
 *
 * Each policy is evaluated exactly (one banded linear system), so nothing depends on a stopping rule.
 * Source: M. L. Puterman, "Markov Decision Processes" (1994), sections 8.6 (policy iteration, average reward)
 * and 11.4 (semi-Markov).
 */

/** A memoryless campaign; times in any one unit. */
export interface MemorylessCampaign {
  readonly agents: number;
  /** Probability that a call is answered live. */
  readonly answerRate: number;
  readonly ringTime: number;
  readonly handleTime: number;
}

/** Dial up to this many calls in flight, by number of busy agents. */
export type DialUpTo = readonly number[];

/** Occupancy and abandonment of a policy in the long run. */
export interface PolicyValue {
  readonly policy: DialUpTo;
  readonly occupancy: number;
  readonly abandonment: number;
}

/** The best occupancy at an abandonment rate, and the deterministic policies on both sides of it. */
export interface Optimum {
  readonly occupancy: number;
  readonly below: PolicyValue;
  readonly above: PolicyValue | undefined;
}

const MOST_POLICIES = 50;
const MOST_PRICES = 30;
/** Share of agents busy in the reference state. */
const OFTEN_BUSY = 0.8;

/** Best occupancy of the campaign whose share of abandoned answers is `target`. */
export function memorylessOptimum(campaign: MemorylessCampaign, target: number): Optimum {
  let [low, high] = [0, campaign.handleTime * 40];
  let below = evaluatePolicy(campaign, progressivePolicy(campaign.agents));
  let above: PolicyValue | undefined;
  let policy: DialUpTo = below.policy;
  for (let i = 0; i < MOST_PRICES && high - low > 1e-4 * high; i += 1) {
    const price = (low + high) / 2;
    policy = optimalPolicy(campaign, price, policy);
    const value = evaluatePolicy(campaign, policy);
    if (value.abandonment > target) {
      low = price;
      if (above === undefined || value.abandonment < above.abandonment) above = value;
    } else {
      high = price;
      if (value.abandonment > below.abandonment) below = value;
    }
  }
  return { occupancy: interpolated(below, above, target), below, above };
}

/** One call in flight for each free agent. */
export function progressivePolicy(agents: number): DialUpTo {
  return Array.from({ length: agents + 1 }, (_, busy) => agents - busy);
}

/** Long-run occupancy and abandonment of a policy. */
export function evaluatePolicy(campaign: MemorylessCampaign, policy: DialUpTo): PolicyValue {
  const { occupancy, abandonment } = relativeValues(campaign, policy, Math.max(...policy, 1) + 1);
  return { policy, occupancy, abandonment };
}

/**
 * The policy that maximises busy agents less `price` for each abandonment, by policy iteration from `start`.
 */
export function optimalPolicy(campaign: MemorylessCampaign, price: number, start: DialUpTo): DialUpTo {
  let policy = start;
  for (let i = 0; i < MOST_POLICIES; i += 1) {
    // Room for a few calls more than now in every state: policies grow step by step.
    const width = Math.ceil(Math.max(...policy, 1) * 1.15) + 4;
    const values = relativeValues(campaign, policy, width);
    const gain = values.busyRate - price * values.lostRate;
    const improved = policy.map((_, busy) => {
      let [best, bestValue] = [0, -Infinity];
      // With nobody busy and nothing in flight the campaign would never dial again.
      for (let m = busy === 0 ? 1 : 0; m < width; m += 1) {
        const at = busy * width + m;
        const value = values.busy[at]! - price * values.lost[at]! - gain * values.time[at]!;
        if (value > bestValue + 1e-9) [best, bestValue] = [m, value];
      }
      return best;
    });
    if (improved.every((m, busy) => m === policy[busy])) break;
    policy = improved;
  }
  return policy;
}

interface RelativeValues {
  readonly occupancy: number;
  readonly abandonment: number;
  /** Busy agents and abandonments per unit of time. */
  readonly busyRate: number;
  readonly lostRate: number;
  /**
   * Expected time, busy time and abandonments until the reference state is next reached, by state (busy *
   * width + calls in flight).
   */
  readonly time: Float64Array;
  readonly busy: Float64Array;
  readonly lost: Float64Array;
}

/**
 * What happens until the chain under this policy returns to its reference state: renewal-reward gives the
 * long-run rates.
 */
function relativeValues(
  { agents: n, answerRate: p, ringTime, handleTime }: MemorylessCampaign,
  policy: DialUpTo,
  width: number,
): RelativeValues {
  const size = (n + 1) * width;
  // A state that is visited often: in very long cycles rounding would exceed the differences of values.
  const often = Math.floor(n * OFTEN_BUSY);
  const reference = often * width + Math.min(width - 1, Math.max(policy[often]!, often === 0 ? 1 : 0));
  const start = Math.min(width - 1, Math.max(1, policy[0]!));
  const after = (busy: number, flying: number): number =>
    busy * width + Math.min(width - 1, Math.max(flying, policy[busy]!));
  const flows = (i: number): [to: number, rate: number][] => {
    const [busy, flying] = [Math.floor(i / width), i % width];
    const moves: [number, number][] = [];
    if (busy > 0) moves.push([after(busy - 1, flying), busy / handleTime]);
    if (flying === 0) return moves;
    moves.push([after(busy, flying - 1), (flying * (1 - p)) / ringTime]);
    moves.push([after(Math.min(n, busy + 1), flying - 1), (flying * p) / ringTime]);
    return moves;
  };
  const lostRateOf = (i: number): number => (Math.floor(i / width) === n ? ((i % width) * p) / ringTime : 0);
  const [time, busy, lost] = solveBanded({
    size,
    band: 2 * width,
    row: (i) => {
      if (i === reference) return [[i, 1]];
      // Nobody busy, nothing in flight: dial at once, which is another state.
      if (i === 0)
        return start === reference
          ? [[0, 1]]
          : [
              [0, 1],
              [start, -1],
            ];
      const moves = flows(i);
      const out = moves.reduce((sum, [, rate]) => sum + rate, 0);
      return [
        [i, out],
        ...moves.filter(([to]) => to !== reference).map(([to, rate]): [number, number] => [to, -rate]),
      ];
    },
    rightHandSides: [
      (i) => (i === reference || i === 0 ? 0 : 1),
      (i) => (i === reference || i === 0 ? 0 : Math.floor(i / width)),
      (i) => (i === reference || i === 0 ? 0 : lostRateOf(i)),
    ],
  }) as [Float64Array, Float64Array, Float64Array];
  const cycle = (own: number, values: Float64Array): number =>
    flows(reference).reduce((sum, [to, rate]) => sum + rate * values[to]!, own);
  const length = cycle(1, time);
  const busyRate = cycle(Math.floor(reference / width), busy) / length;
  const lostRate = cycle(lostRateOf(reference), lost) / length;
  // Every conversation served takes one handle time: answers = served + lost.
  const answers = busyRate / handleTime + lostRate;
  return {
    occupancy: busyRate / n,
    abandonment: answers > 0 ? lostRate / answers : 0,
    busyRate,
    lostRate,
    time,
    busy,
    lost,
  };
}

function interpolated(below: PolicyValue, above: PolicyValue | undefined, target: number): number {
  if (above === undefined || above.abandonment === below.abandonment) return below.occupancy;
  const part = (target - below.abandonment) / (above.abandonment - below.abandonment);
  return below.occupancy + part * (above.occupancy - below.occupancy);
}
