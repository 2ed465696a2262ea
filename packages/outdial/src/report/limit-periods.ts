/** Counts abandonment by the periods of each legal limit, as each limit was at the time of the call. */
import type { AbandonmentLimit } from '@outdial/core';

/** One period of one legal limit. */
export interface LimitPeriod {
  readonly limitId: string;
  readonly limit: number;
  /** Epoch ms. */
  readonly from: number;
  readonly liveAnswers: number;
  readonly abandoned: number;
  /** abandoned / liveAnswers; null without live answers. */
  readonly rate: number | null;
}

const HOUR = 3_600_000;

/**
 * Counts live answers by the periods of every limit. Months and days differ in length and laws have dates, so
 * the limits are asked for as they were at each answer; once an hour is enough, as periods begin on the hour
 * at every place whose calendar a limit follows.
 */
export class LimitPeriods {
  readonly #limitsAt: (at: number) => readonly AbandonmentLimit[];
  readonly #known = new Map<number, readonly AbandonmentLimit[]>();
  readonly #periods = new Map<
    string,
    { limitId: string; limit: number; from: number; liveAnswers: number; abandoned: number }
  >();

  /** `limitsAt`: the limits in force at an instant, each with the period that runs then. */
  constructor(limitsAt: (at: number) => readonly AbandonmentLimit[]) {
    this.#limitsAt = limitsAt;
  }

  /** A live answer at `at`, epoch ms. */
  add(at: number, abandoned: boolean): void {
    for (const { id, limit, period } of this.#limitsOf(at)) {
      const from = period.startsAt + Math.floor((at - period.startsAt) / period.lengthMs) * period.lengthMs;
      const key = `${id} ${from}`;
      const counter = this.#periods.get(key) ?? { limitId: id, limit, from, liveAnswers: 0, abandoned: 0 };
      counter.liveAnswers += 1;
      if (abandoned) counter.abandoned += 1;
      this.#periods.set(key, counter);
    }
  }

  /** Every period with a live answer, in the order of its first. */
  list(): readonly LimitPeriod[] {
    return [...this.#periods.values()].map((period) => ({
      ...period,
      rate: period.liveAnswers === 0 ? null : period.abandoned / period.liveAnswers,
    }));
  }

  #limitsOf(at: number): readonly AbandonmentLimit[] {
    const hour = Math.floor(at / HOUR);
    const known = this.#known.get(hour);
    if (known) return known;
    const limits = this.#limitsAt(hour * HOUR);
    this.#known.set(hour, limits);
    return limits;
  }
}
