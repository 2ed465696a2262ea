/** Baseline: the simulate-ahead rule of Impact Dialing. */
import type { Pacer } from '@outdial/core';
import { seededRandom } from '../pacing-simulation/samplers.js';
import type { UniformDraw } from '../pacing-simulation/samplers.js';
import { CountingPacer } from './counting-pacer.js';
import type { PastAttempt } from './counting-pacer.js';

/**
 * Impact Dialing's simulate-ahead, from the public source `impactdialing/impactdialing`:
 * `app/models/predictive.rb` and `simulated_values.rb`. Re-implemented from a description of its behaviour.
 */
export interface ImpactDialingOptions {
  readonly allowed?: number;
  readonly seed?: number;
}

const SIMULATION_PERIOD = 60_000;
const DIAL_PERIOD = 1_000;
const LEAST_CALLERS = 5;
const LEAST_ATTEMPTS = 50;
const REPLAYED = 100;
const STEPS = 240;
const FACTORS = 6;
const GLOBAL_CAP = 4;
const BRAKE = 0.75;

class ImpactDialing extends CountingPacer {
  readonly #allowed: number;
  readonly #random: UniformDraw;
  #simulatedAt = -Infinity;
  #dialedAt = -Infinity;
  #factor = 1;
  #allowance = 0;
  #dialsAtTick = 0;

  constructor({ allowed = 0.03, seed = 1 }: ImpactDialingOptions) {
    super();
    this.#allowed = allowed;
    this.#random = seededRandom(seed);
  }

  protected newCalls(now: number): number {
    if (now - this.#simulatedAt >= SIMULATION_PERIOD) {
      this.#simulatedAt = now;
      this.#factor = this.#simulatedFactor();
    }
    if (now - this.#dialedAt >= DIAL_PERIOD) {
      this.#dialedAt = now;
      const factor = this.abandonmentRate > this.#allowed ? Math.max(1, BRAKE * this.#factor) : this.#factor;
      this.#allowance = Math.trunc(Math.min(GLOBAL_CAP, factor) * this.count('ready') - this.inFlight);
      this.#dialsAtTick = this.dialsAt.length;
    }
    return this.#allowance - (this.dialsAt.length - this.#dialsAtTick);
  }

  #simulatedFactor(): number {
    const attempts = this.past.slice(-REPLAYED);
    const answered = attempts.filter((attempt) => attempt.answered).length;
    if (this.staffed < LEAST_CALLERS || attempts.length < LEAST_ATTEMPTS || answered === 0) return 1;
    let best = { factor: 1, utilisation: -1 };
    for (let k = 1; k <= FACTORS; k += 1) {
      const factor = Math.max(1, ((attempts.length / answered) * k) / FACTORS);
      const { utilisation, abandonment } = this.#replay(attempts, factor);
      if (abandonment < this.#allowed && utilisation > best.utilisation) best = { factor, utilisation };
    }
    return best.factor;
  }

  /** Four minutes in steps of one second with attempts drawn from the past. */
  #replay(attempts: readonly PastAttempt[], factor: number): { utilisation: number; abandonment: number } {
    const freeAt = new Float64Array(this.staffed);
    let ringing: { readonly until: number; readonly attempt: PastAttempt }[] = [];
    let [answers, abandoned, talked] = [0, 0, 0];
    for (let second = 0; second < STEPS; second += 1) {
      const due = ringing.filter((call) => call.until <= second);
      ringing = ringing.filter((call) => call.until > second);
      for (const { attempt } of due) {
        if (!attempt.answered) continue;
        answers += 1;
        const agent = freeAt.findIndex((at) => at <= second);
        if (agent < 0) abandoned += 1;
        else {
          freeAt[agent] = second + (attempt.talk + attempt.wrapUp) / 1_000;
          talked += Math.min(STEPS - second, attempt.talk / 1_000);
        }
      }
      const idle = freeAt.reduce((count, at) => count + (at <= second ? 1 : 0), 0);
      for (let calls = Math.trunc(factor * idle - ringing.length); calls > 0; calls -= 1) {
        const attempt = attempts[Math.floor(this.#random() * attempts.length)]!;
        ringing.push({ until: second + attempt.ring / 1_000, attempt });
      }
    }
    return {
      utilisation: talked / (STEPS * freeAt.length),
      abandonment: answers > 0 ? abandoned / answers : 0,
    };
  }
}

/** Impact Dialing's simulate-ahead factor. */
export function impactDialingBaseline(options: ImpactDialingOptions = {}): Pacer {
  return new ImpactDialing(options);
}
