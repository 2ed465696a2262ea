/** The exact optimum of a memoryless campaign whose agents also take calls that come in. */
import { solveBanded } from './banded-system.js';
import { progressivePolicy } from './memoryless-optimum.js';
import type { DialUpTo, MemorylessCampaign } from './memoryless-optimum.js';

/**
 * A Markov decision process on (conversations and callers who wait, calls in flight). Calls come in at a
 * constant rate, wait in order until an agent is free, and go before answers of dialed calls; these are
 * abandoned at once where no agent is free. Handle times of both kinds are exponential and alike.
 *
 * What is maximised is the time of agents with either kind of call, less a price for each abandoned answer
 * and one for each caller who waits too long. How long a caller waits depends only on those before them and
 * on departures: the probability is a tail of Erlang's distribution, known on arrival. The prices are those
 * at which both promises are kept; between deterministic policies values are interpolated.
 *
 * Source: M. L. Puterman, "Markov Decision Processes" (1994), sections 8.6 and 11.4; constraints by prices:
 * E. Altman, "Constrained Markov Decision Processes" (1999), chapter 3.
 */

/** A memoryless campaign with calls that come in; times in any one unit, the same for all. */
export interface InboundCampaign extends MemorylessCampaign {
  readonly inbound: {
    /** Calls that come in, by unit of time. */
    readonly rate: number;
    /** Waiting longer than this is too long. */
    readonly within: number;
  };
}

/** What is promised: shares (0..1). */
export interface InboundTargets {
  /** Share of live answers that may be abandoned. */
  readonly abandonment: number;
  /** Share of callers who may wait too long. */
  readonly late: number;
}

/** A policy in the long run; shares are 0..1. */
export interface InboundValue {
  /** Dial up to this many calls in flight, by number of conversations and waiting callers. */
  readonly policy: DialUpTo;
  /** Share of time in which an agent is with either kind of call. */
  readonly occupancy: number;
  readonly abandonment: number;
  readonly late: number;
}

/** The best occupancy, with the abandonment and the late callers that come with it. */
export type InboundOptimum = Omit<InboundValue, 'policy'>;

interface Prices {
  readonly lost: number;
  readonly late: number;
}

/** Callers who may wait, at least and by the load; more are turned away, which hardly ever happens. */
const LEAST_PLACES = 12;
const PLACES_BY_LOAD = 2;
const MOST_POLICIES = 50;
const MOST_PRICES = 24;
const PRECISION = 1e-3;
/** Dearest abandonment and late caller, in handle times. */
const DEAREST = 40;
/** Share of agents busy in the state from which cycles are counted. */
const OFTEN_BUSY = 0.8;

/**
 * Best occupancy within both targets.
 *
 * @throws RangeError when even a campaign that never dials ahead lets too many callers wait.
 */
export function inboundOptimum(campaign: InboundCampaign, targets: InboundTargets): InboundOptimum {
  const free = atAbandonment(campaign, targets.abandonment, 0);
  if (free.late <= targets.late) return free;
  const dearest = DEAREST * campaign.handleTime;
  let kept = atAbandonment(campaign, targets.abandonment, dearest);
  if (kept.late > targets.late)
    throw new RangeError(
      `of ${campaign.agents} agents and ${campaign.inbound.rate} calls a unit of time, ` +
        `${(100 * kept.late).toFixed(1)} % wait too long whatever is dialed; allow more, or add agents`,
    );
  let [low, high, passed] = [0, dearest, free];
  for (let i = 0; i < MOST_PRICES && high - low > PRECISION * high; i += 1) {
    const price = (low + high) / 2;
    const value = atAbandonment(campaign, targets.abandonment, price);
    if (value.late > targets.late) [low, passed] = [price, value];
    else [high, kept] = [price, value];
  }
  return between(kept, passed, (targets.late - kept.late) / (passed.late - kept.late));
}

/** Long-run value of a policy. */
export function evaluateInbound(campaign: InboundCampaign, policy: DialUpTo): InboundValue {
  const whole = wholePolicy(campaign, policy);
  return valueOf(campaign, whole, relativeValues(campaign, whole, Math.max(...whole, 1) + 1));
}

/** The policy for all states; with more callers than it knows of it dials nothing. */
function wholePolicy(campaign: InboundCampaign, policy: DialUpTo): DialUpTo {
  return Array.from({ length: placesOf(campaign) + 1 }, (_, n) => policy[n] ?? 0);
}

/** The best occupancy at this abandonment, where late callers have a price. */
function atAbandonment(campaign: InboundCampaign, target: number, late: number): InboundOptimum {
  let [low, high] = [0, DEAREST * campaign.handleTime];
  let below = bestPolicy(
    campaign,
    { lost: high, late },
    wholePolicy(campaign, progressivePolicy(campaign.agents)),
  );
  let above: InboundValue | undefined;
  let { policy } = below;
  for (let i = 0; i < MOST_PRICES && high - low > PRECISION * high; i += 1) {
    const lost = (low + high) / 2;
    const value = bestPolicy(campaign, { lost, late }, policy);
    ({ policy } = value);
    if (value.abandonment > target) {
      low = lost;
      if (above === undefined || value.abandonment < above.abandonment) above = value;
    } else {
      high = lost;
      if (value.abandonment >= below.abandonment) below = value;
    }
  }
  if (above === undefined || above.abandonment === below.abandonment) return below;
  return between(below, above, (target - below.abandonment) / (above.abandonment - below.abandonment));
}

function between(first: InboundOptimum, second: InboundOptimum, part: number): InboundOptimum {
  const mixed = (of: 'occupancy' | 'abandonment' | 'late'): number =>
    first[of] + part * (second[of] - first[of]);
  return { occupancy: mixed('occupancy'), abandonment: mixed('abandonment'), late: mixed('late') };
}

function bestPolicy(campaign: InboundCampaign, prices: Prices, start: DialUpTo): InboundValue {
  let policy = start;
  for (let i = 0; i < MOST_POLICIES; i += 1) {
    const width = Math.ceil(Math.max(...policy, 1) * 1.15) + 4;
    const values = relativeValues(campaign, policy, width);
    const worth = ([, busy, lost, late]: readonly number[]): number =>
      busy! - prices.lost * lost! - prices.late * late!;
    const gain = worth(values.rates);
    const improved = policy.map((now, n) => {
      const valueAt = (m: number): number => {
        const at = n * width + m;
        return worth(values.sums.map((sum) => sum[at]!)) - gain * values.sums[0]![at]!;
      };
      let [best, bestValue] = [now, valueAt(now) + 1e-9];
      for (let m = n === 0 ? 1 : 0; m < width; m += 1) {
        const value = valueAt(m);
        if (value > bestValue) [best, bestValue] = [m, value];
      }
      return best;
    });
    if (improved.every((m, n) => m === policy[n])) break;
    policy = improved;
  }
  return evaluateInbound(campaign, policy);
}

/** Time, busy time, abandonments, late callers and answers: until the reference is reached, and as rates. */
interface Relative {
  readonly sums: readonly Float64Array[];
  readonly rates: readonly number[];
}

function valueOf({ agents, inbound }: InboundCampaign, policy: DialUpTo, { rates }: Relative): InboundValue {
  const [, busy, lost, late, answers] = rates as [number, number, number, number, number];
  return {
    policy,
    occupancy: busy / agents,
    abandonment: answers > 0 ? lost / answers : 0,
    late: inbound.rate > 0 ? late / inbound.rate : 0,
  };
}

/** Renewal-reward over cycles from a reference state, as for campaigns without calls that come in. */
function relativeValues(campaign: InboundCampaign, policy: DialUpTo, width: number): Relative {
  const chain = new InboundChain(campaign, policy, width);
  const often = Math.floor(campaign.agents * OFTEN_BUSY);
  const reference = chain.after(often, often === 0 ? 1 : 0);
  const start = chain.after(0, 1);
  const isPassing = (i: number): boolean => i === reference || i === 0;
  const sums = solveBanded({
    size: policy.length * width,
    band: 2 * width,
    row: (i) => {
      if (i === reference) return [[i, 1]];
      // With nobody busy and nothing in flight a call is dialed at once, which is another state.
      if (i === 0) return start === reference ? [[0, 1]] : dialsAt(start);
      const moves = chain.moves(i);
      const out = moves.reduce((sum, [, rate]) => sum + rate, 0);
      const others = moves.filter(([to]) => to !== reference);
      return [[i, out], ...others.map(([to, rate]): [number, number] => [to, -rate])];
    },
    rightHandSides: Array.from(
      { length: KINDS_OF_SUM },
      (_, kind) => (i: number) => (isPassing(i) ? 0 : chain.rates(i)[kind]!),
    ),
  });
  const own = chain.rates(reference);
  const moves = chain.moves(reference);
  const cycles = sums.map((sum, kind) =>
    moves.reduce((total, [to, rate]) => total + rate * sum[to]!, own[kind]!),
  );
  return { sums, rates: cycles.map((cycle) => cycle / cycles[0]!) };
}

const KINDS_OF_SUM = 5;

function dialsAt(start: number): [column: number, value: number][] {
  return [
    [0, 1],
    [start, -1],
  ];
}

/** States, their moves and what happens in them by unit of time, under a policy. */
class InboundChain {
  readonly #campaign: InboundCampaign;
  readonly #policy: DialUpTo;
  readonly #width: number;
  readonly #lateOnArrival: readonly number[];

  constructor(campaign: InboundCampaign, policy: DialUpTo, width: number) {
    this.#campaign = campaign;
    this.#policy = policy;
    this.#width = width;
    this.#lateOnArrival = policy.map((_, n) => lateOnArrival(campaign, n));
  }

  /** The state after the policy has dialed. */
  after(n: number, flying: number): number {
    return n * this.#width + Math.min(this.#width - 1, Math.max(flying, this.#policy[n]!));
  }

  moves(i: number): [to: number, rate: number][] {
    const { agents, answerRate, ringTime, handleTime, inbound } = this.#campaign;
    const [n, flying] = [Math.floor(i / this.#width), i % this.#width];
    const moves: [number, number][] = [];
    if (n > 0) moves.push([this.after(n - 1, flying), Math.min(n, agents) / handleTime]);
    if (n + 1 < this.#policy.length && inbound.rate > 0)
      moves.push([this.after(n + 1, flying), inbound.rate]);
    if (flying === 0) return moves;
    moves.push([this.after(n, flying - 1), (flying * (1 - answerRate)) / ringTime]);
    moves.push([this.after(n < agents ? n + 1 : n, flying - 1), (flying * answerRate) / ringTime]);
    return moves;
  }

  rates(i: number): readonly number[] {
    const { agents, answerRate, ringTime, inbound } = this.#campaign;
    const [n, flying] = [Math.floor(i / this.#width), i % this.#width];
    const answers = (flying * answerRate) / ringTime;
    const late = inbound.rate * this.#lateOnArrival[n]!;
    return [1, Math.min(n, agents), n >= agents ? answers : 0, late, answers];
  }
}

/** Probability that a caller who finds so many conversations and waiting callers waits too long. */
function lateOnArrival({ agents, handleTime, inbound }: InboundCampaign, n: number): number {
  const departures = (agents * inbound.within) / handleTime;
  let [term, sum] = [Math.exp(-departures), 0];
  for (let i = 0; i <= n - agents; i += 1) {
    sum += term;
    term *= departures / (i + 1);
  }
  return sum;
}

/** Most conversations and waiting callers of the chain. */
function placesOf({ agents, handleTime, inbound }: InboundCampaign): number {
  return agents + LEAST_PLACES + Math.ceil(PLACES_BY_LOAD * inbound.rate * handleTime);
}
