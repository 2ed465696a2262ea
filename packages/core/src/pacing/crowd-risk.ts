/** The risk that one more answer finds no agent among those who can take it. */
import { integerTailFromCumulants } from '../queueing/poisson-binomial.js';
import type { AgeLadder } from './age-ladder.js';
import { HORIZONS } from './horizons.js';
import { addBernoulli, distributions, exactRisk, isSmall, sizeOf } from './surplus-risk.js';

/** Calls that want the same agents, and these agents. */
export interface Crowd {
  /** Calls in flight of each campaign that only these agents can take. */
  readonly calls: readonly AgeLadder[];
  /** Busy agents of each class. */
  readonly agents: readonly AgeLadder[];
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

/** Distributions of the answers, by horizon, after so many calls of the campaign that is decided on. */
interface ExactState {
  readonly cap: number;
  readonly busy: number;
  readonly freed: readonly Float64Array[];
  readonly answers: Float64Array[][];
}

/**
 * The risk of a crowd at each horizon, as calls are added to it: first of one campaign, then, after
 * {@link CrowdRisk.place}, of the next.
 */
export class CrowdRisk {
  readonly #crowd: Crowd;
  readonly #isSmall: boolean;
  readonly #placements: { readonly newCall: Float64Array; readonly calls: number }[] = [];
  /** Calls placed in this decision: mean, variance and third cumulant of their answers. */
  readonly #placed = {
    mean: new Float64Array(HORIZONS),
    variance: new Float64Array(HORIZONS),
    third: new Float64Array(HORIZONS),
  };
  readonly #risks = new Float64Array(HORIZONS);
  /** Whether `#risks` holds those from moments with nothing added. */
  #unchanged = false;
  readonly #sums: CrowdSums;
  #exact: ExactState | undefined;

  constructor(crowd: Crowd) {
    this.#crowd = crowd;
    this.#isSmall = isSmall(crowd.agents, crowd.calls);
    this.#sums = sumsOf(crowd);
  }

  /** Whether the exact distribution decides, because the moments do not clearly do. */
  isClose(parts: Float64Array, newCall: Float64Array, level: number): boolean {
    return (
      this.#isSmall && weighted(this.byMoments(newCall, 0), parts) < MOMENT_ERROR + MOMENT_ERROR_RATIO * level
    );
  }

  /** Risks by horizon when so many calls have been added, from three cumulants. The array is used again. */
  byMoments(newCall: Float64Array, added: number): Float64Array {
    // Before anything is added the risks are those of every campaign.
    if (added === 0 && this.#unchanged) return this.#risks;
    this.#unchanged = added === 0;
    const { answers, calls, agents } = this.#sums;
    const placed = this.#placed;
    for (let j = 0; j < HORIZONS; j += 1) {
      const q = newCall[j]!;
      const v = q * (1 - q);
      this.#risks[j] = integerTailFromCumulants({
        mean: answers[j]! + placed.mean[j]! + added * q - agents.mean[j]! - this.#crowd.free,
        variance: calls.variance[j]! + placed.variance[j]! + added * v + agents.variance[j]!,
        third: calls.third[j]! + placed.third[j]! + added * v * (1 - 2 * q) - agents.third[j]!,
      });
    }
    return this.#risks;
  }

  /** The same from the exact distribution. */
  exactly(newCall: Float64Array, added: number): Float64Array {
    const { free } = this.#crowd;
    const { cap, busy, freed, answers } = (this.#exact ??= this.#exactState());
    while (answers.length <= added)
      answers.push(answers[answers.length - 1]!.map((known, j) => plusOneCall(known, cap, newCall[j]!)));
    this.#unchanged = false;
    for (let j = 0; j < HORIZONS; j += 1)
      this.#risks[j] = exactRisk(answers[added]![j]!, freed[j]!, free, cap, busy);
    return this.#risks;
  }

  /** Counts these calls as in flight from now on. The next risks may be asked for another campaign. */
  place(newCall: Float64Array, calls: number): void {
    if (this.#exact !== undefined) {
      this.exactly(newCall, calls);
      this.#exact = { ...this.#exact, answers: [this.#exact.answers[calls]!] };
    }
    if (calls === 0) return;
    this.#unchanged = false;
    this.#placements.push({ newCall, calls });
    for (let j = 0; j < HORIZONS; j += 1) {
      const q = newCall[j]!;
      const v = q * (1 - q);
      this.#placed.mean[j]! += calls * q;
      this.#placed.variance[j]! += calls * v;
      this.#placed.third[j]! += calls * v * (1 - 2 * q);
    }
  }

  #exactState(): ExactState {
    const state = exactState(this.#crowd);
    let [answers] = state.answers;
    for (const { newCall, calls } of this.#placements)
      for (let i = 0; i < calls; i += 1)
        answers = answers!.map((known, j) => plusOneCall(known, state.cap, newCall[j]!));
    return { ...state, answers: [answers!] };
  }
}

/** The mean of the risks over the answers of a campaign, which come in these parts at the horizons. */
export function weighted(risks: Float64Array, parts: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < HORIZONS; j += 1) sum += parts[j]! * risks[j]!;
  return sum / HORIZONS;
}

interface Cumulants {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  readonly third: Float64Array;
}

interface CrowdSums {
  /** Expected answers, less those that pausing agents take. */
  readonly answers: Float64Array;
  readonly calls: Cumulants;
  readonly agents: Cumulants;
}

function sumsOf({ calls, agents, pausing }: Crowd): CrowdSums {
  const ofCalls = cumulantsOf(calls);
  return {
    answers: ofCalls.mean.map((mean) => Math.max(0, mean - pausing)),
    calls: ofCalls,
    agents: cumulantsOf(agents),
  };
}

function cumulantsOf(ladders: readonly AgeLadder[]): Cumulants {
  if (ladders.length === 1) return ladders[0]!;
  const sums = {
    mean: new Float64Array(HORIZONS),
    variance: new Float64Array(HORIZONS),
    third: new Float64Array(HORIZONS),
  };
  for (const ladder of ladders) {
    for (let j = 0; j < HORIZONS; j += 1) {
      sums.mean[j]! += ladder.mean[j]!;
      sums.variance[j]! += ladder.variance[j]!;
      sums.third[j]! += ladder.third[j]!;
    }
  }
  return sums;
}

function exactState({ calls, agents, free, pausing }: Crowd): ExactState {
  const busy = sizeOf(agents);
  const cap = Math.max(0, free) + busy;
  const answers = distributions(calls, HORIZONS, cap + pausing).map((answered) =>
    withoutPausing(answered, pausing),
  );
  return { cap, busy, freed: distributions(agents, HORIZONS, busy), answers: [answers] };
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

function plusOneCall(known: Float64Array, cap: number, q: number): Float64Array {
  const next = known.slice();
  addBernoulli(next, cap, cap, q);
  return next;
}
