/**
 * Abandonment as each regulator counts it: only calls into its place, by its own periods and formula. The
 * section on limits shows what the engine keeps; this is what a regulator asks for.
 */
import type { Source } from '@outdial/compliance';
import type { Outcome } from '@outdial/core';
import type { AttemptRecord } from '@outdial/store';
import type { RegulatorLimit } from '../gate/engine-duties.js';

/** One period of one regulator's limit. */
export interface RegulatorPeriod {
  /** 'FCC', 'Ofcom' ... */
  readonly regulator: string;
  /** Rule of the law. */
  readonly rule: string;
  /** Jurisdiction whose calls are counted; states by the number's area code. */
  readonly place: string;
  /** Epoch ms. */
  readonly from: number;
  /** Epoch ms of the end of the period. */
  readonly until: number;
  /** Calls answered by a person. */
  readonly liveAnswers: number;
  /** Of these, passed to an agent. */
  readonly passed: number;
  readonly abandoned: number;
  /** Verdicts of machine detection that ended a call or left a message. */
  readonly machines: number;
  /** Persons among the machines, by the estimate; null where none was given or the regulator counts none. */
  readonly detectionErrors: number | null;
  /** Numerator and denominator of the rate. */
  readonly numerator: number;
  readonly denominator: number;
  /** numerator / denominator; null without a denominator. */
  readonly rate: number | null;
  readonly limit: number;
  readonly isExceeded: boolean;
  readonly formula: string;
  readonly source: Source | null;
}

/** What the figures are counted with. */
export interface RegulatorQuestion {
  /** The limits in force at an instant, each with the period that runs then. */
  readonly limitsAt: (at: number) => readonly RegulatorLimit[];
  /** Jurisdictions of a number, E.164. */
  readonly placesOf: (phone: string) => readonly string[];
  /** Share 0..1 of machine verdicts that were persons, by the caller's estimate; null: none given. */
  readonly detectionErrorShare: number | null;
}

/** What of an attempt is counted. */
export type CountedAttempt = Pick<
  AttemptRecord,
  'phone' | 'openedAt' | 'answeredAt' | 'liveAnswerAt' | 'connectedAt' | 'abandonedAt' | 'outcome'
>;

interface Counter {
  readonly limit: RegulatorLimit;
  readonly from: number;
  liveAnswers: number;
  passed: number;
  abandoned: number;
  machines: number;
}

const HOUR = 3_600_000;
const MACHINES: ReadonlySet<string> = new Set<Outcome>(['machine', 'voicemail']);

/** Counts attempts by the periods of every regulator. */
export class RegulatorPeriods {
  readonly #question: RegulatorQuestion;
  readonly #limits = new Map<number, readonly RegulatorLimit[]>();
  readonly #counters = new Map<string, Counter>();

  constructor(question: RegulatorQuestion) {
    this.#question = question;
  }

  /** An attempt that is over or under way. */
  add(attempt: CountedAttempt): void {
    const isMachine =
      attempt.liveAnswerAt === null && attempt.connectedAt === null && MACHINES.has(attempt.outcome ?? '');
    const at = attempt.liveAnswerAt ?? (isMachine ? (attempt.answeredAt ?? attempt.openedAt) : null);
    if (at === null) return;
    const places = new Set(this.#question.placesOf(attempt.phone));
    for (const limit of this.#limitsOf(at)) {
      if (!places.has(limit.place)) continue;
      const counter = this.#counterOf(limit, at);
      if (isMachine) {
        counter.machines += 1;
        continue;
      }
      counter.liveAnswers += 1;
      if (attempt.abandonedAt !== null) counter.abandoned += 1;
      else if (attempt.connectedAt !== null) counter.passed += 1;
    }
  }

  /** Every period with a call, by regulator and time. */
  list(): readonly RegulatorPeriod[] {
    return [...this.#counters.values()]
      .map((counter) => periodOf(counter, this.#question.detectionErrorShare))
      .sort((a, b) => (a.rule === b.rule ? a.from - b.from : a.rule < b.rule ? -1 : 1));
  }

  #counterOf(limit: RegulatorLimit, at: number): Counter {
    const { startsAt, lengthMs } = limit.period;
    const from = startsAt + Math.floor((at - startsAt) / lengthMs) * lengthMs;
    const key = `${limit.rule} ${from}`;
    let counter = this.#counters.get(key);
    if (counter === undefined) {
      counter = { limit, from, liveAnswers: 0, passed: 0, abandoned: 0, machines: 0 };
      this.#counters.set(key, counter);
    }
    return counter;
  }

  #limitsOf(at: number): readonly RegulatorLimit[] {
    const hour = Math.floor(at / HOUR);
    const known = this.#limits.get(hour);
    if (known) return known;
    const limits = this.#question.limitsAt(hour * HOUR);
    this.#limits.set(hour, limits);
    return limits;
  }
}

function periodOf(counter: Counter, errorShare: number | null): RegulatorPeriod {
  const { limit, from, liveAnswers, passed, abandoned, machines } = counter;
  const { measure } = limit;
  const detectionErrors = measure.addsDetectionErrors && errorShare !== null ? errorShare * machines : null;
  const errors = detectionErrors ?? 0;
  const numerator = abandoned + errors;
  const answered = measure.denominator === 'live-answers' ? liveAnswers : passed + abandoned;
  const denominator = answered + errors;
  return {
    regulator: measure.regulator,
    rule: limit.rule,
    place: limit.place,
    from,
    until: from + limit.period.lengthMs,
    liveAnswers,
    passed,
    abandoned,
    machines,
    detectionErrors,
    numerator,
    denominator,
    rate: denominator === 0 ? null : numerator / denominator,
    limit: limit.limit,
    isExceeded: numerator > limit.limit * denominator,
    formula: measure.formula,
    source: limit.source ?? null,
  };
}
