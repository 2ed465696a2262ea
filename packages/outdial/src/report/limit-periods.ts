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
  /** The rate of the period so far, at each hour (epoch ms of its beginning) that had live answers. */
  readonly course: readonly { readonly at: number; readonly rate: number }[];
}

/** What is counted of one period. */
interface Counter extends Pick<LimitPeriod, 'limitId' | 'limit' | 'from'> {
  /** By hour. */
  readonly hours: Map<number, { liveAnswers: number; abandoned: number }>;
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
  readonly #periods = new Map<string, Counter>();

  /** `limitsAt`: the limits in force at an instant, each with the period that runs then. */
  constructor(limitsAt: (at: number) => readonly AbandonmentLimit[]) {
    this.#limitsAt = limitsAt;
  }

  /** A live answer at `at`, epoch ms. */
  add(at: number, abandoned: boolean): void {
    for (const { id, limit, period } of this.#limitsOf(at)) {
      const from = period.startsAt + Math.floor((at - period.startsAt) / period.lengthMs) * period.lengthMs;
      const key = `${id} ${from}`;
      const counter: Counter = this.#periods.get(key) ?? { limitId: id, limit, from, hours: new Map() };
      const hour = at - (at % HOUR);
      const counts = counter.hours.get(hour) ?? { liveAnswers: 0, abandoned: 0 };
      counts.liveAnswers += 1;
      if (abandoned) counts.abandoned += 1;
      counter.hours.set(hour, counts);
      this.#periods.set(key, counter);
    }
  }

  /** Every period with a live answer, in the order of its first. */
  list(): readonly LimitPeriod[] {
    return [...this.#periods.values()].map(periodOf);
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

function periodOf({ hours, ...period }: Counter): LimitPeriod {
  let liveAnswers = 0;
  let abandoned = 0;
  const course = [...hours]
    .sort(([a], [b]) => a - b)
    .map(([at, counts]) => {
      liveAnswers += counts.liveAnswers;
      abandoned += counts.abandoned;
      return { at, rate: abandoned / liveAnswers };
    });
  return {
    ...period,
    liveAnswers,
    abandoned,
    rate: liveAnswers === 0 ? null : abandoned / liveAnswers,
    course,
  };
}
