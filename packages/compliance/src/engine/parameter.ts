/**
 * Parameters of the law, each with its unit, dates and sources. A change of law adds a dated value and never
 * edits an old one, so that a decision of last year replays.
 */
import type { Verification } from '../contract.js';
import { DAY_MS, parseCivilDate } from '../time/civil-date.js';
import { invariant } from '../invariant.js';

/** Where a value is written down. */
export interface Source {
  readonly title: string;
  /** Link to the text, or to the publisher's page where the text has no stable address. */
  readonly href: string;
  /** Section, paragraph. */
  readonly pinpoint: string;
}

/** A value from a date on. */
export interface DatedValue<T> {
  /** First local date 'YYYY-MM-DD' on which it applies; null: since before the rule table begins. */
  readonly from: string | null;
  /** Why `from` is null. Such a value is in force on all dates: a wrong guess would allow calls. */
  readonly undated?: string;
  /** First local date on which it no longer applies; absent: until the next value, or open. */
  readonly until?: string;
  readonly value: T;
  readonly source: Source;
  readonly verification: Verification;
  /** 'YYYY-MM-DD' on which the source was last compared. */
  readonly verifiedOn: string;
}

/** A parameter of the law. */
export interface Parameter<T> {
  readonly unit: string;
  readonly values: readonly DatedValue<T>[];
}

/** A dated value with its dates as day numbers. */
export interface ValuePeriod<T> {
  readonly fromDay: number;
  readonly untilDay: number;
  readonly dated: DatedValue<T>;
}

/**
 * Periods of a parameter in order of time.
 *
 * @throws where a date is unreadable or two periods overlap: two values at once would contradict each other
 */
export function periodsOf<T>(owner: string, parameter: Parameter<T>): readonly ValuePeriod<T>[] {
  invariant(parameter.values.length > 0, `${owner}: a parameter needs at least one value`);
  const dayOf = (date: string): number => {
    const day = parseCivilDate(date);
    invariant(day !== undefined, `${owner}: '${date}' is not a date`);
    return day;
  };
  const periods = parameter.values.map((dated, index) => {
    const next = parameter.values[index + 1];
    const fromDay = dated.from === null ? Number.NEGATIVE_INFINITY : dayOf(dated.from);
    const nextFrom = next === undefined || next.from === null ? Number.POSITIVE_INFINITY : dayOf(next.from);
    const untilDay = dated.until === undefined ? nextFrom : dayOf(dated.until);
    invariant(
      untilDay > fromDay && untilDay <= nextFrom,
      `${owner}: the values from ${dated.from ?? 'the beginning'} and ${next?.from ?? 'later'} overlap`,
    );
    invariant(parseCivilDate(dated.verifiedOn) !== undefined, `${owner}: verifiedOn must be a date`);
    return { fromDay, untilDay, dated };
  });
  return periods;
}

/** The period that holds a day, or undefined where no value is in force. */
export function periodOn<T>(periods: readonly ValuePeriod<T>[], day: number): ValuePeriod<T> | undefined {
  for (let index = periods.length - 1; index >= 0; index -= 1) {
    const period = periods[index] as ValuePeriod<T>;
    if (day >= period.fromDay) return day < period.untilDay ? period : undefined;
  }
  return undefined;
}

/**
 * Epoch ms of the latest `verifiedOn` among values: the day on which a value was last compared with its
 * source.
 */
export function latestVerification(periods: readonly ValuePeriod<unknown>[]): number {
  return Math.max(...periods.map((period) => (parseCivilDate(period.dated.verifiedOn) as number) * DAY_MS));
}
