/** The Markov chain of a memoryless floor of two campaigns, valued by policy iteration in sweeps. */

/** A memoryless campaign of a shared floor; times in any one unit. */
export interface MemorylessFloorCampaign {
  /** Probability that a call is answered live. */
  readonly answerRate: number;
  readonly ringTime: number;
  readonly handleTime: number;
  /** Worth of one agent busy with this campaign, per unit of time; default 1. */
  readonly weight?: number;
  /** Share of the campaign's live answers that may be abandoned. */
  readonly target: number;
}

/** Two memoryless campaigns and the agents of each, without grace. */
export interface MemorylessFloor {
  readonly campaigns: readonly [MemorylessFloorCampaign, MemorylessFloorCampaign];
  /** Agents who take calls of the first campaign only, of the second only, and of both. */
  readonly agents: { readonly first: number; readonly second: number; readonly both: number };
}

/** What each abandoned answer beyond the target costs, by campaign. */
export type Prices = readonly [number, number];

/** Rates of a policy in the long run, per unit of time. */
export interface FloorRates {
  /** Agents busy with each campaign. */
  readonly busy: readonly [number, number];
  /** Abandoned answers, less those that the target allows. */
  readonly excess: readonly [number, number];
}

/** Agents busy: specialists of each campaign, and those of both by the campaign they serve. */
interface Config {
  readonly only: readonly [number, number];
  readonly both: readonly [number, number];
}

/** A move to another configuration. */
interface Move {
  readonly to: number;
  readonly rate: number;
}

interface ConfigMoves {
  readonly ended: readonly Move[];
  readonly endedRate: number;
  /** Configurations that an answer of each campaign may lead to; empty: the answer is abandoned. */
  readonly taken: readonly [readonly number[], readonly number[]];
  readonly busy: readonly [number, number];
}

const QUANTITIES = 5;
const [TIME, BUSY, EXCESS] = [0, 1, 3];
const SWEEPS = 15;
const MOST_POLICIES = 100;
const LEAST_POLICIES = 3;
const LOOSE = 1e-3;
/** Calls are dialed for no less than this: a policy must not change for rounding. */
const LEAST_GAIN = 1e-9;

/**
 * States (agents busy, calls in flight of each campaign) with the relative values of the best policy known.
 *
 * Carried for each state are time, busy agents and excess abandonments, so that the value at any prices is a
 * sum of them and a change of prices starts from what is known. A sweep improves the policy and values it at
 * once (modified policy iteration, Gauss-Seidel order). Source: M. L. Puterman, "Markov Decision Processes"
 * (1994), sections 8.7 and 11.4.
 */
export class FloorChain {
  readonly #floor: MemorylessFloor;
  readonly #configs: readonly ConfigMoves[];
  readonly #rows: number;
  readonly #columns: number;
  /** Relative quantities of each state, before any call is dialed in it. */
  readonly #known: Float64Array;
  /**
   * Where the quantities of the state are that dialing in a state leads to: its own, or one with more in
   * flight.
   */
  readonly #dialedAt: Int32Array;
  /** Worth of one unit of each quantity: their sum is the relative value of a state. */
  readonly #worth = new Float64Array(QUANTITIES);
  readonly #drift = new Float64Array(QUANTITIES);

  constructor(floor: MemorylessFloor, mostInFlight: readonly [number, number]) {
    this.#floor = floor;
    this.#configs = configurations(floor);
    this.#rows = mostInFlight[0] + 1;
    this.#columns = mostInFlight[1] + 1;
    const size = this.#configs.length * this.#rows * this.#columns;
    this.#known = new Float64Array(size * QUANTITIES);
    this.#dialedAt = new Int32Array(size);
  }

  /** Rates of the best policy at these prices; values are correct to this share of the gain. */
  solve(prices: Prices, precision: number): FloorRates {
    const [first, second] = this.#floor.campaigns;
    this.#worth.set([0, first.weight ?? 1, second.weight ?? 1, -prices[0], -prices[1]]);
    let before = -Infinity;
    for (let policies = 0; policies < MOST_POLICIES; policies += 1) {
      // Several sweeps of one policy: improved after each, policies chase each other.
      const changed = this.#dial();
      let residual = Infinity;
      for (let sweep = 0; sweep < SWEEPS && residual > precision * Math.abs(this.#gain()); sweep += 1) {
        this.#worth[TIME] = -this.#gain();
        residual = this.#sweep();
        this.#normalise();
      }
      const gain = this.#gain();
      const settled = residual < LOOSE * gain && Math.abs(gain - before) < precision * gain;
      if (settled && (!changed || policies >= LEAST_POLICIES)) break;
      before = gain;
    }
    const rate = (quantity: number): number => this.#drift[quantity]! / this.#drift[TIME]!;
    return { busy: [rate(BUSY), rate(BUSY + 1)], excess: [rate(EXCESS), rate(EXCESS + 1)] };
  }

  /** What the last sweep gained for each unit of time that it took. */
  #gain(): number {
    const drift = this.#drift;
    if (!(drift[TIME]! > 0)) return 0;
    let sum = 0;
    for (let q = BUSY; q < QUANTITIES; q += 1) sum += this.#worth[q]! * drift[q]!;
    return sum / drift[TIME]!;
  }

  #valueAt(at: number): number {
    const [known, worth] = [this.#known, this.#worth];
    return (
      known[at]! * worth[0]! +
      known[at + 1]! * worth[1]! +
      known[at + 2]! * worth[2]! +
      known[at + 3]! * worth[3]! +
      known[at + 4]! * worth[4]!
    );
  }

  /**
   * For each state the best state that dialing more calls leads to: itself, or one with more in flight.
   * Returns whether this differs from before.
   */
  #dial(): boolean {
    let changed = false;
    const [rows, columns, dialedAt] = [this.#rows, this.#columns, this.#dialedAt];
    const best = new Float64Array(rows * columns);
    for (let config = 0; config < this.#configs.length; config += 1) {
      const base = config * rows * columns;
      for (let cell = rows * columns - 1; cell >= 0; cell -= 1) {
        const state = base + cell;
        let where = state * QUANTITIES;
        // With nobody busy and nothing in flight the floor would never dial again.
        let value = state === 0 ? -Infinity : this.#valueAt(where);
        if (cell + columns < best.length && best[cell + columns]! > value + LEAST_GAIN) {
          value = best[cell + columns]!;
          where = dialedAt[state + columns]!;
        }
        if ((cell + 1) % columns !== 0 && best[cell + 1]! > value + LEAST_GAIN) {
          value = best[cell + 1]!;
          where = dialedAt[state + 1]!;
        }
        best[cell] = value;
        if (dialedAt[state] !== where) changed = true;
        dialedAt[state] = where;
      }
    }
    return changed;
  }

  /**
   * Values each state by those that its next event leads to; states with fewer calls in flight come first.
   * Returns by how much the gain of any state that is dialed to may still be wrong.
   */
  #sweep(): number {
    let worst = 0;
    for (let row = 0; row < this.#rows; row += 1) {
      for (let column = 0; column < this.#columns; column += 1) {
        for (let config = 0; config < this.#configs.length; config += 1) {
          if (config + row + column > 0) worst = Math.max(worst, this.#valueState(config, row, column));
        }
      }
    }
    return worst;
  }

  #valueState(config: number, row: number, column: number): number {
    const [known, dialedAt, size] = [this.#known, this.#dialedAt, this.#rows * this.#columns];
    const moves = this.#configs[config]!;
    const [first, second] = this.#floor.campaigns;
    const cell = row * this.#columns + column;
    const sums = this.#sums;
    sums[0] = 1;
    sums[1] = moves.busy[0];
    sums[2] = moves.busy[1];
    sums[3] = 0;
    sums[4] = 0;
    const { ended } = moves;
    for (let i = 0; i < ended.length; i += 1)
      this.#flow(dialedAt[ended[i]!.to * size + cell]!, ended[i]!.rate);
    const [rate1, rate2] = [row / first.ringTime, column / second.ringTime];
    if (row > 0) this.#ring(0, first, rate1, config, cell - this.#columns);
    if (column > 0) this.#ring(1, second, rate2, config, cell - 1);
    const at = (config * size + cell) * QUANTITIES;
    const out = moves.endedRate + rate1 + rate2;
    const before = this.#valueAt(at);
    for (let q = 0; q < QUANTITIES; q += 1) known[at + q] = sums[q]! / out;
    return dialedAt[config * size + cell] === at ? Math.abs(this.#valueAt(at) - before) * out : 0;
  }

  readonly #sums = new Float64Array(QUANTITIES);

  /** Events of the calls of one campaign in flight: answered, or ended otherwise. */
  #ring(k: 0 | 1, campaign: MemorylessFloorCampaign, rate: number, config: number, left: number): void {
    const taken = this.#configs[config]!.taken[k];
    const size = this.#rows * this.#columns;
    const answers = rate * campaign.answerRate;
    this.#sums[EXCESS + k]! += answers * ((taken.length === 0 ? 1 : 0) - campaign.target);
    const stay = this.#dialedAt[config * size + left]!;
    this.#flow(stay, rate - answers);
    let best = taken.length === 0 ? stay : this.#dialedAt[taken[0]! * size + left]!;
    if (taken.length > 1) {
      const other = this.#dialedAt[taken[1]! * size + left]!;
      if (this.#valueAt(other) > this.#valueAt(best)) best = other;
    }
    this.#flow(best, answers);
  }

  #flow(from: number, rate: number): void {
    const [known, sums] = [this.#known, this.#sums];
    sums[0]! += rate * known[from]!;
    sums[1]! += rate * known[from + 1]!;
    sums[2]! += rate * known[from + 2]!;
    sums[3]! += rate * known[from + 3]!;
    sums[4]! += rate * known[from + 4]!;
  }

  /** Takes the quantities of one state off all others: what a sweep added to it is the drift. */
  #normalise(): void {
    const [known, drift] = [this.#known, this.#drift];
    const at = (this.#configs.length - 1) * this.#rows * this.#columns * QUANTITIES;
    for (let q = 0; q < QUANTITIES; q += 1) drift[q] = known[at + q]!;
    for (let i = 0; i < known.length; i += QUANTITIES)
      for (let q = 0; q < QUANTITIES; q += 1) known[i + q]! -= drift[q]!;
  }
}

/** Every configuration of busy agents; the first has nobody busy, the last everybody. */
function configurations({ campaigns, agents }: MemorylessFloor): readonly ConfigMoves[] {
  const all: Config[] = [];
  for (let a = 0; a <= agents.first; a += 1)
    for (let b = 0; b <= agents.second; b += 1)
      for (let total = 0; total <= agents.both; total += 1)
        for (let y = 0; y <= total; y += 1) all.push({ only: [a, b], both: [y, total - y] });
  const key = ({ only, both }: Config): string => [...only, ...both].join();
  const indexOf = new Map(all.map((config, i) => [key(config), i]));
  return all.map((config) => movesOf(config, { campaigns, agents }, (other) => indexOf.get(key(other))!));
}

function movesOf(
  { only, both }: Config,
  { campaigns, agents }: MemorylessFloor,
  indexOf: (config: Config) => number,
): ConfigMoves {
  const plus = (pair: readonly [number, number], k: number, by: number): [number, number] =>
    k === 0 ? [pair[0] + by, pair[1]] : [pair[0], pair[1] + by];
  const ended: Move[] = [];
  const taken: [number[], number[]] = [[], []];
  const specialists = [agents.first, agents.second];
  for (const k of [0, 1]) {
    const { handleTime } = campaigns[k]!;
    if (only[k]! > 0)
      ended.push({ to: indexOf({ only: plus(only, k, -1), both }), rate: only[k]! / handleTime });
    if (both[k]! > 0)
      ended.push({ to: indexOf({ only, both: plus(both, k, -1) }), rate: both[k]! / handleTime });
    if (only[k]! < specialists[k]!) taken[k]!.push(indexOf({ only: plus(only, k, 1), both }));
    if (both[0] + both[1] < agents.both) taken[k]!.push(indexOf({ only, both: plus(both, k, 1) }));
  }
  return {
    ended,
    endedRate: ended.reduce((sum, { rate }) => sum + rate, 0),
    taken,
    busy: [only[0] + both[0], only[1] + both[1]],
  };
}
