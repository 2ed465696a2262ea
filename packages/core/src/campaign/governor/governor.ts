/** The governor: it enforces every legal limit on abandonment over the period of its rule. */
import type { AbandonmentLimit } from '../settings.js';

interface Counter {
  readonly limit: AbandonmentLimit;
  periodStart: number;
  liveAnswers: number;
  abandoned: number;
  /** Machine verdicts that were hung up or got a message. A share of them may have been people. */
  machines: number;
  spent: boolean;
}

/** A governor's counts as plain data. */
export interface GovernorSave {
  readonly counters: readonly Counter[];
  readonly falsePositive: { readonly sampled: number; readonly people: number };
}

/** The current reading of one limit. */
export interface GovernorReading {
  readonly limitId: string;
  readonly limit: number;
  readonly periodStart: number;
  readonly liveAnswers: number;
  readonly abandoned: number;
  /** Abandoned over live answers, with the detector's false positives added to both; 0 without answers. */
  readonly rate: number;
  readonly spent: boolean;
}

/**
 * Enforces the legal limits on abandonment, each over the rule's own period. The pacer only steers towards a
 * target.
 *
 * A limit is spent when one more abandonment could pass it: abandoned + 1 > limit x (live answers + 1). While
 * one is spent, only calls with a reserved agent are placed. A limit can then be passed only by calls that
 * were already in flight.
 *
 * Machine detection mistakes some people for machines. With a measured false-positive share f, f x machines
 * count as abandoned live answers (Ofcom, persistent misuse policy, 2016, treats AMD false positives as
 * abandoned calls by reasoned estimate).
 */
export class Governor {
  #counters: Counter[];
  #falsePositive = { sampled: 0, people: 0 };

  constructor(limits: readonly AbandonmentLimit[], now: number) {
    this.#counters = limits.map((limit) => fresh(limit, now));
  }

  /** The start of each limit's current period. The journal counts from these instants. */
  periodStarts(now: number): readonly number[] {
    this.#roll(now);
    return this.#counters.map((counter) => counter.periodStart);
  }

  /**
   * Takes the journal's counts from before a restart, in the order of {@link periodStarts}. After a halt in
   * the same process, the journal's counts and the counts here overlap, so the larger one is kept.
   */
  restore(counts: readonly { readonly liveAnswers: number; readonly abandoned: number }[]): void {
    this.#counters.forEach((counter, index) => {
      counter.liveAnswers = Math.max(counter.liveAnswers, counts[index]?.liveAnswers ?? 0);
      counter.abandoned = Math.max(counter.abandoned, counts[index]?.abandoned ?? 0);
    });
  }

  /** Replaces the limits. Counters of limits that stay are kept. */
  configure(limits: readonly AbandonmentLimit[], now: number): void {
    this.#counters = limits.map((limit) => {
      const old = this.#counters.find((counter) => counter.limit.id === limit.id);
      return old && old.periodStart === periodStart(limit, now) ? { ...old, limit } : fresh(limit, now);
    });
  }

  /** A live person answered. */
  liveAnswer(now: number): void {
    this.#roll(now);
    for (const counter of this.#counters) counter.liveAnswers += 1;
  }

  /** Removes a live answer: the agent who took it found a machine. */
  notLive(now: number): void {
    this.#roll(now);
    for (const counter of this.#counters)
      counter.liveAnswers = Math.max(counter.abandoned, counter.liveAnswers - 1);
  }

  /** A live answer got no agent in time. */
  abandonment(now: number): void {
    this.#roll(now);
    for (const counter of this.#counters) counter.abandoned += 1;
  }

  /** A machine verdict was acted on: the call was hung up or got a message. */
  machine(now: number): void {
    this.#roll(now);
    for (const counter of this.#counters) counter.machines += 1;
  }

  /** A sampled machine verdict went to an agent, who reports whether it was a person. */
  sample(person: boolean): void {
    this.#falsePositive.sampled += 1;
    if (person) this.#falsePositive.people += 1;
  }

  /** Measured share of machine verdicts that were people; 0 before the first sample. */
  falsePositiveRate(): number {
    return this.#falsePositive.sampled === 0 ? 0 : this.#falsePositive.people / this.#falsePositive.sampled;
  }

  /** Current readings of all limits. */
  readings(now: number): readonly GovernorReading[] {
    this.#roll(now);
    return this.#counters.map((counter) => {
      const { liveAnswers, abandoned } = this.#effective(counter);
      return {
        limitId: counter.limit.id,
        limit: counter.limit.limit,
        periodStart: counter.periodStart,
        liveAnswers: counter.liveAnswers,
        abandoned: counter.abandoned,
        rate: liveAnswers === 0 ? 0 : abandoned / liveAnswers,
        spent: this.#isSpent(counter),
      };
    });
  }

  /** True while calls that could be abandoned must not be placed. */
  spent(now: number): boolean {
    this.#roll(now);
    return this.#counters.some((counter) => this.#isSpent(counter));
  }

  /** Limits whose state changed since the last call, for events and the audit trail. */
  takeChanges(now: number): readonly GovernorReading[] {
    const readings = this.readings(now);
    return readings.filter((reading, index) => {
      const counter = this.#counters[index];
      if (!counter || counter.spent === reading.spent) return false;
      counter.spent = reading.spent;
      return true;
    });
  }

  /** The counts as plain data for the campaign's snapshot. */
  save(): GovernorSave {
    return {
      counters: this.#counters.map((counter) => ({ ...counter })),
      falsePositive: { ...this.#falsePositive },
    };
  }

  /** Restores what {@link save} returned. */
  load(saved: GovernorSave): void {
    this.#counters = saved.counters.map((counter) => ({ ...counter }));
    this.#falsePositive = { ...saved.falsePositive };
  }

  #isSpent(counter: Counter): boolean {
    const { liveAnswers, abandoned } = this.#effective(counter);
    return abandoned + 1 > counter.limit.limit * (liveAnswers + 1);
  }

  #effective(counter: Counter): { liveAnswers: number; abandoned: number } {
    const falsePositives = this.falsePositiveRate() * counter.machines;
    return {
      liveAnswers: counter.liveAnswers + falsePositives,
      abandoned: counter.abandoned + falsePositives,
    };
  }

  #roll(now: number): void {
    this.#counters.forEach((counter, index) => {
      const start = periodStart(counter.limit, now);
      if (start > counter.periodStart)
        this.#counters[index] = { ...fresh(counter.limit, now), spent: counter.spent };
    });
  }
}

function fresh(limit: AbandonmentLimit, now: number): Counter {
  return {
    limit,
    periodStart: periodStart(limit, now),
    liveAnswers: 0,
    abandoned: 0,
    machines: 0,
    spent: true,
  };
}

function periodStart(limit: AbandonmentLimit, now: number): number {
  const { startsAt, lengthMs } = limit.period;
  return now < startsAt ? startsAt : startsAt + Math.floor((now - startsAt) / lengthMs) * lengthMs;
}
