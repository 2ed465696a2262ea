/** Describes rules for the list of rules in force. */
import type { RuleInfo, RuleSetting } from '../contract.js';
import { defined } from '../defined.js';
import { shareText, type AbandonmentShare } from '../rules/abandonment-limit.js';
import { capText, type Cap } from '../rules/frequency-cap.js';
import { DAY_MS, formatCivilDate } from '../time/civil-date.js';
import { periodOn } from './parameter.js';
import type { Rule } from './rule.js';
import { scheduleText, type Schedule } from './schedule.js';

/** Describes a rule at an instant (by UTC date); undefined where it is not in force. */
export function ruleInfo(rule: Rule, at: number, setting: RuleSetting): RuleInfo | undefined {
  const period = periodOn(rule.periods, Math.floor(at / DAY_MS));
  if (!period) return undefined;
  const { dated } = period;
  return {
    id: rule.id,
    jurisdiction: rule.jurisdiction,
    title: rule.title,
    citation: rule.citation,
    effects: rule.effects,
    kind: rule.kind,
    purposes: [...rule.audience.purposes],
    voices: rule.audience.voices,
    effectiveFrom: dated.from,
    effectiveUntil: period.untilDay === Number.POSITIVE_INFINITY ? null : formatCivilDate(period.untilDay),
    verification: dated.verification,
    verifiedOn: dated.verifiedOn,
    source: { ...dated.source },
    value: valueText(dated.value, rule.unit),
    ...defined({ watch: rule.watch }),
    setting,
  };
}

/** A value of a parameter in words. */
export function valueText(value: unknown, unit: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return `${value} ${unit}`;
  if (Array.isArray(value)) return value.join(', ');
  if (isSchedule(value)) return scheduleText(value);
  if (isCap(value)) return unit === '' ? capText(value) : `${capText(value)} (${unit})`;
  if (isAbandonmentShare(value)) return shareText(value);
  return Object.entries(value as Record<string, unknown>)
    .map(([key, part]) => `${key}: ${valueText(part, '').trim()}`)
    .join('; ');
}

function isSchedule(value: unknown): value is Schedule {
  return typeof value === 'object' && value !== null && 'week' in value;
}

function isCap(value: unknown): value is Cap {
  return typeof value === 'object' && value !== null && 'max' in value && 'period' in value;
}

function isAbandonmentShare(value: unknown): value is AbandonmentShare {
  return typeof value === 'object' && value !== null && 'share' in value && 'window' in value;
}
