/** How likely it is that a known change has happened, from every fact about calls. */
import { drawCall } from '../pacing-simulation/call-world.js';
import type { CallWorld, DrawnCall } from '../pacing-simulation/call-world.js';
import { seededRandom } from '../pacing-simulation/samplers.js';

type Outcome = DrawnCall['outcome'];

const OUTCOMES: readonly Outcome[] = ['answered', 'machine', 'no-answer'];
const DRAWS = 200_000;
const SEED = 777;
const CELL_MS = 500;
const CELLS = 240;
/** Draws that a cell without any counts: what was never seen is not impossible. */
const UNSEEN = 0.02;

/** How often calls of a world end in each way at each age, from many draws. */
export class CallLikelihoods {
  readonly #density: Readonly<Record<Outcome, Float64Array>>;
  /** Share of the calls still in flight at each cell's lower edge. */
  readonly #inFlight = new Float64Array(CELLS + 1);

  constructor(world: CallWorld) {
    const random = seededRandom(SEED);
    const empty = (): Float64Array => new Float64Array(CELLS).fill(UNSEEN / DRAWS);
    this.#density = { answered: empty(), machine: empty(), 'no-answer': empty() };
    for (let i = 0; i < DRAWS; i += 1) {
      const { outcome, after } = drawCall(world, rateOf(world), random);
      this.#density[outcome][cellOf(after)]! += 1 / DRAWS;
    }
    for (let c = CELLS - 1; c >= 0; c -= 1)
      this.#inFlight[c] = OUTCOMES.reduce((sum, o) => sum + this.#density[o][c]!, this.#inFlight[c + 1]!);
  }

  ended(outcome: Outcome, age: number): number {
    return this.#density[outcome][cellOf(age)]!;
  }

  inFlight(age: number): number {
    const [cell, place] = [cellOf(age), Math.min(CELLS, age / CELL_MS)];
    const here = this.#inFlight[cell]!;
    return here + (place - cell) * (this.#inFlight[cell + 1]! - here);
  }
}

/** A call as far as the belief needs it. */
export interface BelievedCall {
  readonly dialedAt: number;
  /** Logarithm of the likelihood ratio of its end; undefined while it is in flight. */
  evidence: number | undefined;
  /** Logarithm of the odds that it was dialed after the change, before what was seen of later calls. */
  before: number;
}

/**
 * The posterior odds that calls are dialed into the world after the change: the change comes once, at a
 * constant rate, and both worlds are known.
 *
 * All evidence is used: when each call was dialed, and how and when it ended or how long it has rung. Odds
 * are those of Shiryaev's statistic, over calls in the order of their dialing. Source: A. N. Shiryaev, "On
 * optimum methods in quickest detection problems", Theory Probab. Appl. 8 (1963) 22-46.
 */
export class ChangeBelief {
  readonly #worlds: readonly [CallLikelihoods, CallLikelihoods];
  /** Mean time to the change, ms. */
  readonly #every: number;
  /** Calls from the first that is in flight on. */
  readonly #open: BelievedCall[] = [];
  #foldedOdds = -Infinity;
  #foldedAt = 0;
  #foldedEvidence = 0;
  #evidence = 0;
  #logOdds = -Infinity;

  constructor(worlds: readonly [CallLikelihoods, CallLikelihoods], every: number) {
    this.#worlds = worlds;
    this.#every = every;
  }

  /** Probability that the change has happened. */
  get probability(): number {
    return 1 / (1 + Math.exp(-this.#logOdds));
  }

  dialed(at: number): BelievedCall {
    const call = { dialedAt: at, evidence: undefined, before: -Infinity };
    this.#open.push(call);
    return call;
  }

  ended(call: BelievedCall, outcome: Outcome, at: number): void {
    const age = at - call.dialedAt;
    const [old, changed] = this.#worlds;
    call.evidence = Math.log(changed.ended(outcome, age) / old.ended(outcome, age));
  }

  /** Moves to `now`. */
  update(now: number): void {
    this.#fold();
    let [odds, last, evidence] = [this.#foldedOdds, this.#foldedAt, this.#foldedEvidence];
    for (const call of this.#open) {
      const seen = call.evidence ?? this.#ofRinging(now - call.dialedAt);
      evidence += seen;
      odds = this.#passed(odds, call.dialedAt - last) + seen;
      last = call.dialedAt;
      call.before = odds - evidence;
    }
    this.#evidence = evidence;
    this.#logOdds = this.#passed(odds, now - last);
  }

  /** Probability, if the change has happened, that this call was dialed after it. */
  shareOf(call: BelievedCall): number {
    if (this.#logOdds === -Infinity) return 0;
    return Math.min(1, Math.exp(call.before + this.#evidence - this.#logOdds));
  }

  /** Calls that ended before the first that is in flight change no more. */
  #fold(): void {
    let folded = 0;
    for (const call of this.#open) {
      if (call.evidence === undefined) break;
      this.#foldedOdds = this.#passed(this.#foldedOdds, call.dialedAt - this.#foldedAt) + call.evidence;
      this.#foldedAt = call.dialedAt;
      this.#foldedEvidence += call.evidence;
      call.before = this.#foldedOdds - this.#foldedEvidence;
      folded += 1;
    }
    this.#open.splice(0, folded);
  }

  #ofRinging(age: number): number {
    const [old, changed] = this.#worlds;
    return Math.log(changed.inFlight(age) / old.inFlight(age));
  }

  /** Logarithm of the odds after a time in which the change may have come. */
  #passed(logOdds: number, time: number): number {
    return time > 0 ? logSum(logOdds, Math.log(time / this.#every)) : logOdds;
  }
}

function logSum(a: number, b: number): number {
  const most = Math.max(a, b);
  return most === -Infinity ? most : most + Math.log1p(Math.exp(Math.min(a, b) - most));
}

function cellOf(age: number): number {
  return Math.min(CELLS - 1, Math.max(0, Math.floor(age / CELL_MS)));
}

function rateOf({ answerRate }: CallWorld): number {
  if (typeof answerRate === 'number') return answerRate;
  throw new Error('change-belief: answerRate is a function; state each change of it in changes');
}
