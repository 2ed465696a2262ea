/** The risk that one more answer finds no agent among those who can take it. */
import { integerTailFromCumulants } from '../queueing/poisson-binomial.js';
import type { AgeLadder } from './age-ladder.js';
import { HORIZONS } from './horizons.js';
import { addBernoulli, distributions, exactRisk, isSmall, sizeOf } from './surplus-risk.js';

/** Calls that want the same agents, and these agents. */
export interface CrowdLadders {
  /** Calls in flight of each campaign that only these agents can take. */
  readonly calls: readonly AgeLadder[];
  /** Busy agents of each class. */
  readonly agents: readonly AgeLadder[];
}

/** The agents of a crowd who are not busy, at the instant of a decision. */
export interface CrowdRoom {
  /** Agents ready now, less the calls that wait for one. */
  readonly free: number;
  readonly pausing: number;
}

/**
 * The risk computed from moments is wrong by less than this. Where it exceeds the accepted level by more, the
 * exact distribution is not computed.
 */
const MOMENT_ERROR = 0.1;
const MOMENT_ERROR_RATIO = 2;

/**
 * Standard deviations by which agents outnumber answers from which the risk counts as 0: it is below one in
 * ten million.
 */
const CLEAR = 5.5;

/**
 * Horizons at which answers less agents have a smaller variance have their exact distribution computed; at
 * the others four cumulants are as good: wrong by less than 0.01, and by a fiftieth of the accepted risk.
 */
const ROUGH_BELOW = 1;

/** Places of the horizons. */
const PLACES: readonly number[] = Array.from({ length: HORIZONS }, (_, j) => j);

/**
 * Distributions of the answers at the horizons where moments are too rough, after so many calls of the
 * campaign that is decided on.
 */
interface ExactState {
  readonly horizons: readonly number[];
  readonly cap: number;
  readonly busy: number;
  readonly freed: readonly Float64Array[];
  readonly answers: Float64Array[][];
}

/**
 * The risk of a crowd at each horizon, as calls are added to it: first of one campaign, then, after
 * {@link CrowdRisk.place}, of the next. It is kept from decision to decision; each opens with
 * {@link CrowdRisk.begin}.
 */
export class CrowdRisk {
  readonly #ladders: CrowdLadders;
  #room: CrowdRoom = { free: 0, pausing: 0 };
  #isSmall = false;
  #placements: { readonly newCall: Float64Array; readonly calls: number }[] = [];
  /** The largest crowd within this one, and the ladders that are not of it: its sums are begun from there. */
  readonly #within: CrowdRisk | undefined;
  readonly #more: CrowdLadders;
  /** Answers and agents who come free, as expected by horizon. */
  readonly #answers = new Float64Array(HORIZONS);
  readonly #freed = new Float64Array(HORIZONS);
  /** Answers less agents who come free: variance, third and fourth cumulant. */
  readonly #spread = new Float64Array(HORIZONS);
  readonly #skew = new Float64Array(HORIZONS);
  readonly #peak = new Float64Array(HORIZONS);
  /** Answers less agents who come free and are free, placed calls counted: mean and higher cumulants. */
  readonly #mean = new Float64Array(HORIZONS);
  readonly #variance = new Float64Array(HORIZONS);
  readonly #third = new Float64Array(HORIZONS);
  readonly #fourth = new Float64Array(HORIZONS);
  /** Agents that the crowd has beyond what its answers need at {@link CLEAR} standard deviations. */
  #slack = 0;
  #worst = 0;
  readonly #atFirst = new Float64Array(HORIZONS);
  /** Whether `#atFirst` holds the risks from moments with nothing added. */
  #knowsFirst = false;
  readonly #risks = new Float64Array(HORIZONS);
  /** Of one horizon; used again for the next, so that a decision allocates none. */
  readonly #cumulants = { mean: 0, variance: 0, third: 0, fourth: 0 };
  #exact: ExactState | undefined;

  /** @param within a crowd of some of these ladders, which opens each decision before this one */
  constructor(ladders: CrowdLadders, within?: CrowdRisk) {
    this.#ladders = ladders;
    this.#within = within;
    const known = within === undefined ? { calls: [], agents: [] } : within.#ladders;
    this.#more = {
      calls: ladders.calls.filter((calls) => !known.calls.includes(calls)),
      agents: ladders.agents.filter((agents) => !known.agents.includes(agents)),
    };
  }

  /** Opens a decision: reads the ladders and the agents as they are now. */
  begin(room: CrowdRoom): void {
    const { calls, agents } = this.#ladders;
    this.#room = room;
    this.#isSmall = isSmall(agents, calls);
    if (this.#placements.length > 0) this.#placements = [];
    this.#knowsFirst = false;
    this.#exact = undefined;
    this.#sum(room);
  }

  /** Whether the exact distribution decides, because the moments do not clearly do. */
  isClose(parts: Float64Array, newCall: Float64Array, level: number): boolean {
    return (
      this.#isSmall && weighted(this.byMoments(newCall, 0), parts) < MOMENT_ERROR + MOMENT_ERROR_RATIO * level
    );
  }

  /** Risks by horizon when so many calls have been added, from four cumulants. The array is used again. */
  byMoments(newCall: Float64Array, added: number): Float64Array {
    // Before anything is added the risks are those of every campaign.
    if (added === 0) return this.#knowsFirst ? this.#atFirst : this.#first();
    const [risks, cumulants] = [this.#risks, this.#cumulants];
    for (let j = 0; j < HORIZONS; j += 1) {
      const q = newCall[j]!;
      const v = q * (1 - q);
      cumulants.mean = this.#mean[j]! + added * q;
      cumulants.variance = this.#variance[j]! + added * v;
      cumulants.third = this.#third[j]! + added * v * (1 - 2 * q);
      cumulants.fourth = this.#fourth[j]! + added * v * (1 - 6 * v);
      risks[j] = integerTailFromCumulants(cumulants);
    }
    return risks;
  }

  /** Whether some of the agents will begin other work. */
  get expectsOtherWork(): boolean {
    return this.#ladders.agents.some(({ against }) => against[HORIZONS - 1]! > 0);
  }

  /** Whether the exact distribution may decide. */
  get isSmall(): boolean {
    return this.#isSmall;
  }

  /** The largest of the risks with nothing added, over the horizons: no campaign's risk is above it. */
  get worst(): number {
    if (!this.#knowsFirst) this.#first();
    return this.#worst;
  }

  /**
   * Whether so many calls more would still leave the crowd far more agents than it needs: risk 0. Of a small
   * crowd only the exact distribution would tell.
   */
  isClearOf(calls: number): boolean {
    if (!this.#knowsFirst) this.#first();
    return !this.#isSmall && this.#slack > calls;
  }

  /** The same, from the exact distribution where moments are too rough. */
  exactly(newCall: Float64Array, added: number): Float64Array {
    const { horizons, cap, busy, freed, answers } = (this.#exact ??= this.#exactState());
    while (answers.length <= added)
      answers.push(
        answers[answers.length - 1]!.map((known, n) => plusOneCall(known, cap, newCall[horizons[n]!]!)),
      );
    const risks = this.#risks;
    risks.set(this.byMoments(newCall, added));
    horizons.forEach((j, n) => {
      risks[j] = exactRisk(answers[added]![n]!, freed[n]!, this.#room.free, cap, busy);
    });
    return risks;
  }

  /** Counts these calls as in flight from now on. The next risks may be asked for another campaign. */
  place(newCall: Float64Array, calls: number): void {
    if (this.#exact !== undefined) {
      this.exactly(newCall, calls);
      this.#exact = { ...this.#exact, answers: [this.#exact.answers[calls]!] };
    }
    if (calls === 0) return;
    this.#placements.push({ newCall, calls });
    this.#slack -= calls;
    // Where the crowd had far more agents than it needs, and still has, all risks stay 0.
    this.#knowsFirst &&= this.#slack > 0;
    for (let j = 0; j < HORIZONS; j += 1) {
      const q = newCall[j]!;
      const v = q * (1 - q);
      this.#mean[j]! += calls * q;
      this.#variance[j]! += calls * v;
      this.#third[j]! += calls * v * (1 - 2 * q);
      this.#fourth[j]! += calls * v * (1 - 6 * v);
    }
  }

  #sum({ free, pausing }: CrowdRoom): void {
    const [answers, freed] = [this.#answers, this.#freed];
    const [spread, skew, peak] = [this.#spread, this.#skew, this.#peak];
    const within = this.#within;
    for (let j = 0; j < HORIZONS; j += 1) {
      answers[j] = within === undefined ? 0 : within.#answers[j]!;
      freed[j] = within === undefined ? 0 : within.#freed[j]!;
      spread[j] = within === undefined ? 0 : within.#spread[j]!;
      skew[j] = within === undefined ? 0 : within.#skew[j]!;
      peak[j] = within === undefined ? 0 : within.#peak[j]!;
    }
    for (const { mean, variance, third, fourth } of this.#more.calls) {
      for (let j = 0; j < HORIZONS; j += 1) {
        answers[j]! += mean[j]!;
        spread[j]! += variance[j]!;
        skew[j]! += third[j]!;
        peak[j]! += fourth[j]!;
      }
    }
    for (const { mean, variance, third, fourth } of this.#more.agents) {
      for (let j = 0; j < HORIZONS; j += 1) {
        freed[j]! += mean[j]!;
        spread[j]! += variance[j]!;
        skew[j]! -= third[j]!;
        peak[j]! += fourth[j]!;
      }
    }
    for (let j = 0; j < HORIZONS; j += 1) {
      // A pausing agent takes answers of calls in flight, and no more than there are.
      this.#mean[j] = Math.max(0, answers[j]! - pausing) - freed[j]! - free;
      this.#variance[j] = spread[j]!;
      this.#third[j] = skew[j]!;
      this.#fourth[j] = peak[j]!;
    }
  }

  #first(): Float64Array {
    const cumulants = this.#cumulants;
    let [least, worst] = [Infinity, 0];
    for (let j = 0; j < HORIZONS; j += 1) {
      cumulants.mean = this.#mean[j]!;
      cumulants.variance = this.#variance[j]!;
      cumulants.third = this.#third[j]!;
      cumulants.fourth = this.#fourth[j]!;
      const slack = -0.5 - cumulants.mean - CLEAR * Math.sqrt(Math.max(1, cumulants.variance));
      const risk = slack > 0 ? 0 : integerTailFromCumulants(cumulants);
      this.#atFirst[j] = risk;
      least = Math.min(least, slack);
      worst = Math.max(worst, risk);
    }
    this.#slack = least;
    this.#worst = worst;
    this.#knowsFirst = true;
    return this.#atFirst;
  }

  #exactState(): ExactState {
    // Moments count a pausing agent only roughly. Calls placed since the decision opened only add variance.
    const rough = PLACES.filter((j) => this.#room.pausing > 0 || this.#spread[j]! < ROUGH_BELOW);
    const state = exactState(this.#ladders, this.#room, rough);
    let [answers] = state.answers;
    for (const { newCall, calls } of this.#placements)
      for (let i = 0; i < calls; i += 1)
        answers = answers!.map((known, n) => plusOneCall(known, state.cap, newCall[rough[n]!]!));
    return { ...state, answers: [answers!] };
  }
}

/** The mean of the risks over the answers of a campaign, which come in these parts at the horizons. */
export function weighted(risks: Float64Array, parts: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < HORIZONS; j += 1) sum += parts[j]! * risks[j]!;
  return sum / HORIZONS;
}

function exactState(
  { calls, agents }: CrowdLadders,
  { free, pausing }: CrowdRoom,
  horizons: readonly number[],
): ExactState {
  const busy = sizeOf(agents);
  const cap = Math.max(0, free) + busy;
  const answers = distributions(calls, horizons, cap + pausing).map((answered, n) =>
    plusPoisson(withoutPausing(answered, pausing), expectedAgainst(agents, horizons[n]!)),
  );
  return { horizons, cap, busy, freed: distributions(agents, horizons, busy), answers: [answers] };
}

/**
 * A pausing agent still takes answers of calls already in flight, so those answers do not reduce the agents
 * free for others.
 */
function withoutPausing(answers: Float64Array, pausing: number): Float64Array {
  if (pausing === 0) return answers;
  const rest = answers.slice(pausing);
  for (let k = 0; k < pausing; k += 1) rest[0]! += answers[k]!;
  return rest;
}

/** Other work that takes an agent from the calls by this horizon, as expected. */
function expectedAgainst(agents: readonly AgeLadder[], horizon: number): number {
  return agents.reduce((sum, { against }) => sum + against[horizon]!, 0);
}

/** Adds a Poisson number; the last place holds everything at or above it. */
function plusPoisson(known: Float64Array, mean: number): Float64Array {
  if (mean === 0) return known;
  const cap = known.length - 1;
  const sum = new Float64Array(cap + 1);
  let term = Math.exp(-mean);
  for (let more = 0; more <= cap; more += 1) {
    for (let k = 0; k + more < cap; k += 1) sum[k + more]! += known[k]! * term;
    term *= mean / (more + 1);
  }
  let below = 0;
  for (let k = 0; k < cap; k += 1) below += sum[k]!;
  sum[cap] = Math.max(0, 1 - below);
  return sum;
}

function plusOneCall(known: Float64Array, cap: number, q: number): Float64Array {
  const next = known.slice();
  addBernoulli(next, cap, cap, q);
  return next;
}
