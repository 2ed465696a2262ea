/**
 * Contradictions in a table of rules. Rules only refuse and the strictest wins, so two rules cannot disagree
 * about a call. The table itself can be wrong: two values at once for one parameter, a time without a value,
 * or hours of a place that are never open together.
 */
import type { Cap } from '../rules/frequency-cap.js';
import { formatCivilDate } from '../time/civil-date.js';
import type { ValuePeriod } from './parameter.js';
import type { Rule } from './rule.js';
import type { Schedule, Span } from './schedule.js';

/**
 * Every contradiction of the rules of one country, in words that name the rules; empty where there is none.
 */
export function contradictions(rules: readonly Rule[]): readonly string[] {
  return [
    ...rules.flatMap(ofOneRule),
    ...rules.flatMap((rule, index) => laterOfPlace(rules, index).flatMap((other) => ofTwoRules(rule, other))),
    ...withoutAnyHour(rules),
  ];
}

/** The rules after one of them that are of its jurisdiction. A process checks its tables when it starts. */
function laterOfPlace(rules: readonly Rule[], index: number): readonly Rule[] {
  const { jurisdiction } = rules[index] as Rule;
  return rules.filter((other, at) => at > index && other.jurisdiction === jurisdiction);
}

function ofOneRule(rule: Rule): readonly string[] {
  const found: string[] = [];
  if (rule.effects.includes('refusal') !== (rule.check !== undefined))
    found.push(`${rule.id}: its effects and its check do not agree on whether it refuses`);
  rule.periods.forEach((period, index) => {
    const next = rule.periods[index + 1];
    if (next && next.fromDay < period.untilDay)
      found.push(`${rule.id}: two values are in force on ${dateText(next.fromDay)}`);
    if (next && next.fromDay > period.untilDay)
      found.push(
        `${rule.id}: no value is in force from ${dateText(period.untilDay)} to ${dateText(next.fromDay)}`,
      );
  });
  return found;
}

/**
 * Two rules of one jurisdiction contradict each other where both are in force and they are one rule written
 * twice, or give one provision two numbers.
 */
function ofTwoRules(rule: Rule, other: Rule): readonly string[] {
  if (rule.unit !== other.unit || !shareAudience(rule, other)) return [];
  const day = commonDay(rule.periods, other.periods);
  if (day === undefined) return [];
  // One provision may set several parameters under its id (a list, and how old its copy may be), or one for
  // each purpose; each parameter has one value.
  if (rule.id === other.id)
    return [
      `${rule.id} is written twice for ${rule.jurisdiction}, and both are in force on ${dateText(day)}`,
    ];
  if (rule.citation !== other.citation) return [];
  const [value, otherValue] = [numberOf(rule, day), numberOf(other, day)];
  if (
    value === undefined ||
    otherValue === undefined ||
    value.of !== otherValue.of ||
    value.count === otherValue.count
  )
    return [];
  return [
    `${rule.id} and ${other.id} give ${rule.citation} two values on ${dateText(day)}: ` +
      `${value.count} and ${otherValue.count} ${rule.unit}`,
  ];
}

function shareAudience(rule: Rule, other: Rule): boolean {
  const [voices, otherVoices] = [rule.audience.voices, other.audience.voices];
  if (voices !== otherVoices && voices !== 'any' && otherVoices !== 'any') return false;
  return [...rule.audience.purposes].some((purpose) => other.audience.purposes.has(purpose));
}

/** First day on which both have a value in force. */
function commonDay(
  periods: readonly ValuePeriod<unknown>[],
  others: readonly ValuePeriod<unknown>[],
): number | undefined {
  for (const period of periods) {
    for (const other of others) {
      const from = Math.max(period.fromDay, other.fromDay);
      if (from < Math.min(period.untilDay, other.untilDay)) return from;
    }
  }
  return undefined;
}

/** The number that a value sets, with the period it counts over; undefined for other values. */
function numberOf(rule: Rule, day: number): { readonly count: number; readonly of: string } | undefined {
  const value = rule.periods.find((period) => day >= period.fromDay && day < period.untilDay)?.dated.value;
  if (typeof value === 'number') return { count: value, of: '' };
  if (typeof value !== 'object' || value === null || !('max' in value && 'period' in value)) return undefined;
  const cap = value as Cap;
  return { count: cap.max, of: JSON.stringify(cap.period) };
}

/** Windows of a place that are never open together; at least one of them is wrong. */
function withoutAnyHour(rules: readonly Rule[]): readonly string[] {
  const found: string[] = [];
  for (const jurisdiction of new Set(rules.map((rule) => rule.jurisdiction))) {
    const here = rules
      .filter(
        (rule) => rule.jurisdiction === jurisdiction || jurisdiction.startsWith(`${rule.jurisdiction}-`),
      )
      .filter(isWindow);
    for (const day of new Set(here.flatMap((rule) => rule.periods.map((period) => period.fromDay)))) {
      for (const purpose of new Set(here.flatMap((rule) => [...rule.audience.purposes]))) {
        const windows = here
          .filter((rule) => rule.audience.purposes.has(purpose))
          .flatMap((rule) => rule.periods.filter((period) => day >= period.fromDay && day < period.untilDay));
        if (windows.length > 0 && !hasCommonHour(windows.map((period) => period.dated.value as Schedule)))
          found.push(
            `the calling hours of ${jurisdiction} for ${purpose} leave no hour from ${dateText(day)} on`,
          );
      }
    }
  }
  return found;
}

function isWindow(rule: Rule): boolean {
  return rule.periods.every(
    ({ dated: { value } }) => typeof value === 'object' && value !== null && 'week' in value,
  );
}

function hasCommonHour(schedules: readonly Schedule[]): boolean {
  for (let day = 0; day < 7; day += 1) {
    const open = schedules.reduce<readonly Span[]>(
      (left, schedule) => intersect(left, schedule.week[day] ?? []),
      [[0, 1440]],
    );
    if (open.length > 0) return true;
  }
  return false;
}

function intersect(left: readonly Span[], right: readonly Span[]): readonly Span[] {
  return left
    .flatMap(([from, to]) => right.map(([open, close]): Span => [Math.max(from, open), Math.min(to, close)]))
    .filter(([from, to]) => from < to);
}

function dateText(day: number): string {
  return Number.isFinite(day) ? formatCivilDate(day) : day < 0 ? 'the beginning' : 'the end';
}
