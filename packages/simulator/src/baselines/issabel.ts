/** Baseline: the predictor of Issabel call center. */
import type { Pacer } from '@outdial/core';
import { CountingPacer } from './counting-pacer.js';

/**
 * Issabel call center's predictor, from the public source `IssabelFoundation/callcenter` (2023):
 * `Predictor.class.php` and `CampaignProcess.class.php`. Re-implemented from a description of its behaviour.
 */
export interface IssabelOptions {
  /** Dial more by the answer share of the last half hour. Default false. */
  readonly overCommit?: boolean;
}

const TICK = 5_000;
const ATTENTION = 0.97;
const FIRST_TIME_TO_ANSWER = 8_000;
const ANSWER_SAMPLES = 20;
const ENOUGH_CALLS = 10;
const HALF_HOUR = 1_800_000;
const LEAST_SUCCESS = 0.2;

class Issabel extends CountingPacer {
  readonly #overCommit: boolean;
  #tickedAt = -Infinity;
  #allowance = 0;
  #dialsAtTick = 0;
  #talkSum = 0;
  #talkCount = 0;
  #seenPast = 0;

  constructor({ overCommit = false }: IssabelOptions) {
    super();
    this.#overCommit = overCommit;
  }

  protected newCalls(now: number): number {
    if (now - this.#tickedAt >= TICK) {
      this.#tickedAt = now;
      this.#allowance = this.#wanted(now);
      this.#dialsAtTick = this.dialsAt.length;
    }
    return this.#allowance - (this.dialsAt.length - this.#dialsAtTick);
  }

  #wanted(now: number): number {
    this.#averageTalk();
    let calls = Math.max(0, this.count('ready') + this.#freeing(now) - this.waiting);
    calls = Math.max(0, calls - this.ringing);
    if (!this.#overCommit || calls === 0) return calls;
    const { rate, calls: resolved } = this.answerRateWithin(now, HALF_HOUR);
    return resolved >= ENOUGH_CALLS ? Math.round(calls / Math.max(LEAST_SUCCESS, rate)) : calls;
  }

  /** Elapsed talk in an exponential distribution function: in truth a threshold at 3.5 mean talk times. */
  #freeing(now: number): number {
    if (this.#talkCount < ENOUGH_CALLS) return 0;
    const mean = this.#talkSum / this.#talkCount;
    const answer = this.#timeToAnswer();
    let count = 0;
    for (const agent of this.agents.values()) {
      if (agent.state === 'talking' && 1 - Math.exp(-(answer + now - agent.since) / mean) >= ATTENTION)
        count += 1;
    }
    return count;
  }

  #averageTalk(): void {
    if (this.#seenPast > this.past.length) this.#seenPast = this.past.length;
    for (; this.#seenPast < this.past.length; this.#seenPast += 1) {
      const attempt = this.past[this.#seenPast]!;
      if (!attempt.answered) continue;
      this.#talkSum += attempt.talk;
      this.#talkCount += 1;
    }
  }

  #timeToAnswer(): number {
    const recent = this.past.filter((attempt) => attempt.answered).slice(-ANSWER_SAMPLES);
    const known = recent.reduce((sum, attempt) => sum + attempt.ring, 0);
    return (known + (ANSWER_SAMPLES - recent.length) * FIRST_TIME_TO_ANSWER) / ANSWER_SAMPLES;
  }
}

/** Issabel's predictor, with or without over-commitment. */
export function issabelBaseline(options: IssabelOptions = {}): Pacer {
  return new Issabel(options);
}
