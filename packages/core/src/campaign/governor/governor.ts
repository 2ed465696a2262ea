/** The governor: it holds every legal limit on abandonment over the period of its rule. */
import type { AbandonmentLimit } from '../settings.js';

interface Counter {
  readonly limit: AbandonmentLimit;
  periodStart: number;
  liveAnswers: number;
  abandoned: number;
  /** Machine verdicts hung up or played to, of which a share may have been people. */
  machines: number;
  spent: boolean;
}

/** A governor's memory as plain data. */
export interface GovernorSave {
  readonly counters: readonly Counter[];
  readonly falsePositive: { readonly sampled: number; readonly people: number };
}

/** One limit as it stands. */
export interface GovernorReading {
  readonly limitId: string;
  readonly limit: number;
  readonly periodStart: number;
  readonly liveAnswers: number;
  readonly abandoned: number;
  /** Abandoned over live answers, the detector's false positives added to both; 0 without answers. */
  readonly rate: number;
  readonly spent: boolean;
}

/**
 * Holds the legal limits on abandonment, each over the rule's own period. It alone does; the pacer only
 * steers.
 *
 * A limit is spent when one more abandonment could pass it: abandoned + 1 > limit x (live answers + 1). While
 * one is spent, only calls with a reserved agent are placed, so it can be passed only by calls that were
 * already in flight.
 *
 * Machine detection takes people for machines: with a measured false-positive share f, f x machines count as
 * abandoned live answers (Ofcom, persistent misuse policy, 2016, treats AMD false positives as abandoned
 * calls by reasoned estimate).
 */
export class Governor {
  #counters: Counter[];
  #falsePositive = { sampled: 0, people: 0 };

  constructor(limits: readonly AbandonmentLimit[], now: number) {
    this.#counters = limits.map((limit) => fresh(limit, now));
  }

  /** The start of each limit's running period: what the journal is asked to count from. */
  periodStarts(now: number): readonly number[] {
    this.#roll(now);
    return this.#counters.map((counter) => counter.periodStart);
  }

  /**
   * Takes the counts that the journal kept from before a restart, in the order of {@link periodStarts}.
   * Started again in one process, what is counted here already is among them: the larger count stands.
   */
  restore(counts: readonly { readonly liveAnswers: number; readonly abandoned: number }[]): void {
    this.#counters.forEach((counter, index) => {
      counter.liveAnswers = Math.max(counter.liveAnswers, counts[index]?.liveAnswers ?? 0);
      counter.abandoned = Math.max(counter.abandoned, counts[index]?.abandoned ?? 0);
    });
  }

  /** Replaces the limits; counters of limits that stay are kept. */
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

  /**
   * What was taken for a live answer was a machine, by the agent who had it: no person answered, so it is no
   * denominator.
   */
  notLive(now: number): void {
    this.#roll(now);
    for (const counter of this.#counters)
      counter.liveAnswers = Math.max(counter.abandoned, counter.liveAnswers - 1);
  }

  /** A live answer found no agent in time. */
  abandonment(now: number): void {
    this.#roll(now);
    for (const counter of this.#counters) counter.abandoned += 1;
  }

  /** A machine verdict was acted on. */
  machine(now: number): void {
    this.#roll(now);
    for (const counter of this.#counters) counter.machines += 1;
  }

  /** A machine verdict was given to an agent, who says whether a person was there. */
  sample(person: boolean): void {
    this.#falsePositive.sampled += 1;
    if (person) this.#falsePositive.people += 1;
  }

  /** Share of machine verdicts that were people: measured, none before the first sample. */
  falsePositiveRate(): number {
    return this.#falsePositive.sampled === 0 ? 0 : this.#falsePositive.people / this.#falsePositive.sampled;
  }

  /** All limits as they stand. */
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

  /** True while a call that could be abandoned must not be placed. */
  spent(now: number): boolean {
    this.#roll(now);
    return this.#counters.some((counter) => this.#isSpent(counter));
  }

  /** Limits that turned since the last call: for events and the audit trail. */
  turned(now: number): readonly GovernorReading[] {
    const readings = this.readings(now);
    return readings.filter((reading, index) => {
      const counter = this.#counters[index];
      if (!counter || counter.spent === reading.spent) return false;
      counter.spent = reading.spent;
      return true;
    });
  }

  /** Plain data for the campaign's snapshot. */
  save(): GovernorSave {
    return {
      counters: this.#counters.map((counter) => ({ ...counter })),
      falsePositive: { ...this.#falsePositive },
    };
  }

  /** Takes up what {@link save} gave. */
  load(saved: GovernorSave): void {
    this.#counters = saved.counters.map((counter) => ({ ...counter }));
    this.#falsePositive = { ...saved.falsePositive };
  }

  #isSpent(counter: Counter): boolean {
    const { liveAnswers, abandoned } = this.#effective(counter);
    return abandoned + 1 > counter.limit.limit * (liveAnswers + 1);
  }

  #effective(counter: Counter): { liveAnswers: number; abandoned: number } {
    const hidden = this.falsePositiveRate() * counter.machines;
    return { liveAnswers: counter.liveAnswers + hidden, abandoned: counter.abandoned + hidden };
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
