/** Rules that cap how often a person may be called. */
import type { Context } from '../engine/context.js';
import { calendarCap, elapsedCap, type Counts } from '../engine/history.js';
import { rule, type Refused, type Rule, type RuleSpec } from '../engine/rule.js';
import { HOUR_MS } from '../time/civil-date.js';

/** A cap: at most `max` counted attempts in a period before the call. */
export interface Cap {
  readonly max: number;
  /** Elapsed time in hours, or local calendar days with the attempt's day as day 1. */
  readonly period: { readonly hours: number } | { readonly days: number };
}

/** A frequency cap as its author writes it. */
export interface FrequencyCapSpec extends Omit<RuleSpec<Cap>, 'check' | 'inputs' | 'applies'> {
  readonly counts: Counts;
  /** What is counted, in words: 'calls about the subject'. */
  readonly counted: string;
  readonly lifted?: (context: Context, at: number) => boolean;
}

/** Builds a frequency cap. */
export function frequencyCap(spec: FrequencyCapSpec): Rule {
  return rule<Cap>({
    ...spec,
    check: (context, at, cap) =>
      spec.lifted?.(context, at) ? undefined : capRefusal(context, at, cap, spec.counts, spec.counted),
    inputs: (context) => ({
      attempts: context.history.length,
      counted: context.history.filter((entry) => spec.counts(entry, context)).length,
    }),
  });
}

/** Judges one cap. */
export function capRefusal(
  context: Context,
  at: number,
  cap: Cap,
  counts: Counts,
  counted: string,
): Refused | undefined {
  const elapsed = 'hours' in cap.period;
  const result =
    'hours' in cap.period
      ? elapsedCap(context, at, cap.max, cap.period.hours * HOUR_MS, counts)
      : calendarCap(context, at, cap.max, cap.period.days, counts);
  if (!result) return undefined;
  const period =
    'hours' in cap.period ? hoursText(cap.period.hours) : `${cap.period.days} local calendar days`;
  return {
    until: result.until,
    because:
      `${result.count} ${counted} within ${period}${elapsed ? '' : ' (the day of the call counts)'}; ` +
      `at most ${cap.max} are allowed.`,
  };
}

function hoursText(hours: number): string {
  return hours % 24 === 0 && hours > 24 ? `${hours / 24} days` : `${hours} hours`;
}

/** In words: 'at most 3 in 24 hours'. */
export function capText(cap: Cap): string {
  return (
    `at most ${cap.max} in ` +
    ('hours' in cap.period ? hoursText(cap.period.hours) : `${cap.period.days} local calendar days`)
  );
}
