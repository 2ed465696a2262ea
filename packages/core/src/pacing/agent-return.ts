/** How soon busy agents are free again, from the learned talk and wrap-up times. */
import { SurvivalCurve } from '../estimation/survival-curve.js';
import type { Learning } from './learning.js';

/** Steps of the convolution of remaining talk with wrap-up. */
const CONVOLUTION_STEPS = 6;

/**
 * Probability that a wrap-up fits into what is left of a horizon, at the middle of each step of the
 * convolution.
 */
export interface WrapUpRoom {
  readonly horizon: number;
  readonly fits: readonly number[];
}

/**
 * How soon busy agents are ready for the next call, from the learned talk and wrap-up times and the share who
 * return.
 * Ages and horizons in ms.
 */
export class AgentReturn {
  readonly #talk: SurvivalCurve;
  readonly #other: SurvivalCurve;
  readonly #wrapUp: SurvivalCurve;
  readonly #returnRate: number;

  constructor({ talk, other, wrapUp, returnRate, talks }: Learning) {
    // With few conversations known, agents are expected to be free later than the mean says.
    const caution = Math.max(0, 1 - 1 / Math.sqrt(talks + 1));
    this.#talk = new SurvivalCurve(
      talk.grid,
      talk.hazards()[0]!.map((h) => h * caution),
    );
    this.#other = new SurvivalCurve(other.grid, other.hazards()[0]!);
    this.#wrapUp = new SurvivalCurve(wrapUp.grid, wrapUp.hazards()[0]!);
    this.#returnRate = returnRate;
  }

  /** What the convolutions of one horizon share. */
  room(horizon: number): WrapUpRoom {
    const step = horizon / CONVOLUTION_STEPS;
    return {
      horizon,
      fits: Array.from({ length: CONVOLUTION_STEPS }, (_, i) =>
        this.#wrapUp.endsWithin(0, horizon - (i + 0.5) * step),
      ),
    };
  }

  /** Probability that an agent who has talked `age` ms is free within the horizon. */
  fromTalk(age: number, room: WrapUpRoom): number {
    return this.#returnRate * fits(this.#talk, age, room);
  }

  /** The same of an agent busy with other work than a call of this campaign. */
  fromOtherWork(age: number, room: WrapUpRoom): number {
    return this.#returnRate * fits(this.#other, age, room);
  }

  /** Probability that other work begun now is over, wrap-up included, within the horizon. */
  fromNewOtherWork(horizon: number): number {
    return this.fromOtherWork(0, this.room(horizon));
  }

  /** The same of an agent who has wrapped up for `age` ms. */
  fromWrapUp(age: number, { horizon }: WrapUpRoom): number {
    return this.#returnRate * this.#wrapUp.endsWithin(age, horizon);
  }

  /** Probability that a conversation begun now is over, wrap-up included, within the horizon. */
  fromAnswer(horizon: number): number {
    return this.fromTalk(0, this.room(horizon));
  }
}

/** Probability that the rest of a conversation and the wrap-up after it end within the horizon. */
function fits(talk: SurvivalCurve, age: number, { horizon, fits: wrapped }: WrapUpRoom): number {
  const step = horizon / CONVOLUTION_STEPS;
  const start = talk.cumulativeHazard(age);
  let alive = 1;
  let sum = 0;
  for (let i = 0; i < CONVOLUTION_STEPS; i += 1) {
    const next = Math.exp(start - talk.cumulativeHazard(age + (i + 1) * step));
    sum += (alive - next) * wrapped[i]!;
    alive = next;
  }
  return sum;
}
