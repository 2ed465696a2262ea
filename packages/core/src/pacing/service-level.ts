/** How far callers bound the accepted risk, so that few of them wait too long. */
import type { AgentChange, AgentRecord } from './agent-roster.js';

/** JSON of a service level. */
export interface SavedServiceLevel {
  readonly limit: number;
  readonly callers: number;
  readonly noneReadySince: number;
  readonly served: number;
}

/** What is promised to those who call. */
export interface ServicePromise {
  /** Share of them (0..1) who may wait longer than `within`. */
  readonly lateShare: number;
  /** ms. */
  readonly within: number;
}

/** 80 % within 20 s. */
export const USUAL_PROMISE: ServicePromise = { lateShare: 0.2, within: 20_000 };

/** What the floor adds to a change; read only where it is needed. */
export interface ServedFloor {
  /** Agents ready now. */
  readonly ready: number;
  readonly promise: ServicePromise;
  /** Logarithm of the factor on the odds of the accepted risk that abandonment alone would allow. */
  readonly allowed: number;
  /** Other work by ms, as expected at this instant. */
  rateAt(at: number): number;
}

/** Gains of the integral control: larger while few callers have come. */
const FIRST_GAIN = 0.2;
const LAST_GAIN = 0.06;
const GAIN_CALLERS = 150;
/** The control steers to this share of the late callers that are allowed. */
const MARGIN = 0.95;
const LOWEST = -6;
/** So far above what abandonment allows the limit may rise: it is to bind soon when callers wait. */
const SPARE = 0.7;
/** An agent is reserved for at most this long before they hear a caller, ms; longer for a call that rings. */
const CONNECTING_MOST_MS = 3_000;
/** Callers of one time without a ready agent whose places are told apart. */
const MOST_SERVED = 60;

/**
 * A limit of the accepted risk that falls with every caller who waits too long and rises with every
 * other.
 *
 * Nobody reports callers who wait. But an agent who begins other work at the very instant at which they come
 * free had a caller waiting, and that caller came after the last agent was taken: of the j-th caller since
 * then the time of arrival is an Erlang variable, cut off at this instant, which gives the probability that
 * they waited too long.
 */
export class ServiceLevel {
  readonly #floor: ServedFloor;
  #limit = Infinity;
  #callers = 0;
  #noneReadySince = -Infinity;
  /** Callers who had waited and were served since no agent has been ready. */
  #served = 0;
  /** Agents who were reserved at the instant at which they came free. */
  readonly #atOnce = new WeakSet<AgentRecord>();
  #before: { readonly agent: AgentRecord; readonly saved: SavedServiceLevel } | undefined;

  constructor(floor: ServedFloor) {
    this.#floor = floor;
  }

  /** Most that the logarithm of the factor on the odds of the accepted risk may be. */
  get limit(): number {
    return this.#limit;
  }

  /** Whether agents have begun other work. */
  get isExpected(): boolean {
    return this.#callers > 0;
  }

  /** An agent changed state. */
  agentChanged(change: AgentChange): void {
    const { agent, from, since, to, at, recognised } = change;
    if (recognised) return this.#takeBack(agent);
    const cameFreeNow = from === 'ready' && since === at;
    if (from === 'ready' && !cameFreeNow && this.#floor.ready === 0)
      [this.#noneReadySince, this.#served] = [at, 0];
    if (to === 'reserved') {
      if (cameFreeNow) this.#atOnce.add(agent);
      else this.#atOnce.delete(agent);
    }
    if (to !== 'talking' || agent.ownCall) return;
    if (from === 'reserved' && at - since > CONNECTING_MOST_MS) return;
    this.#before = { agent, saved: this.toJSON() };
    const hasWaited = cameFreeNow || (from === 'reserved' && this.#atOnce.has(agent));
    this.#callerServed(hasWaited ? this.#lateProbability(at) : 0);
  }

  toJSON(): SavedServiceLevel {
    return {
      // JSON has no infinity.
      limit: this.#callers === 0 ? 0 : this.#limit,
      callers: this.#callers,
      noneReadySince: Math.max(0, this.#noneReadySince),
      served: this.#served,
    };
  }

  restore({ limit, callers, noneReadySince, served }: SavedServiceLevel): void {
    this.#limit = callers === 0 ? Infinity : limit;
    this.#callers = callers;
    this.#noneReadySince = noneReadySince;
    this.#served = served;
  }

  #callerServed(late: number): void {
    this.#callers += 1;
    const gain = Math.max(LAST_GAIN, FIRST_GAIN / (1 + this.#callers / GAIN_CALLERS));
    const ceiling = this.#floor.allowed + SPARE;
    const { lateShare } = this.#floor.promise;
    const limit = Math.min(this.#limit, ceiling) + gain * (lateShare * MARGIN - late);
    this.#limit = Math.max(LOWEST, Math.min(ceiling, limit));
  }

  /** Probability that the next caller in order, served now, has waited too long. */
  #lateProbability(now: number): number {
    const { within } = this.#floor.promise;
    this.#served = Math.min(MOST_SERVED, this.#served + 1);
    const time = now - this.#noneReadySince;
    if (!(time > within)) return 0;
    const rate = this.#floor.rateAt(now);
    const came = erlangBy(this.#served, rate * time);
    return came > 0 ? Math.min(1, erlangBy(this.#served, rate * (time - within)) / came) : 1;
  }

  /** What began turned out to be a call of a campaign. */
  #takeBack(agent: AgentRecord): void {
    if (this.#before?.agent === agent) this.restore(this.#before.saved);
  }
}

/** Probability that at least `count` of a Poisson number with this mean have come. */
function erlangBy(count: number, mean: number): number {
  let [term, fewer] = [Math.exp(-mean), 0];
  for (let k = 0; k < count; k += 1) {
    fewer += term;
    term *= mean / (k + 1);
  }
  return Math.max(0, 1 - fewer);
}
