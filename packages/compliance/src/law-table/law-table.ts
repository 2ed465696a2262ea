/**
 * The rules as plain data: every rule with all its dated values. Two versions of the law are compared by it,
 * and programs in other languages can read it.
 */
import type { Purpose, RefusalScope, RuleEffect, Verification } from '../contract.js';
import { defined } from '../defined.js';
import type { Packs } from '../engine/pack.js';
import type { DatedValue, Source } from '../engine/parameter.js';
import type { Rule, WatchDate } from '../engine/rule.js';
import { valueText } from '../engine/rule-info.js';
import { tableVersion } from '../engine/table-version.js';
import { formatCivilDate } from '../time/civil-date.js';
import type { HolidayCalendar } from '../time/holidays.js';

/** Years whose holidays a value names. */
const HOLIDAY_YEARS: readonly number[] = [2026, 2027];

/** A value from a date on, in words. */
export interface LawValue {
  /** First local date 'YYYY-MM-DD'; null: since before the table begins. */
  readonly from: string | null;
  /** First local date on which it no longer applies; null: open. */
  readonly until: string | null;
  /** The value in words. */
  readonly value: string;
  /** Days of its holidays in some years, so that a change of a calendar shows; absent: it has none. */
  readonly holidays?: readonly string[];
  readonly source: Source;
  readonly verification: Verification;
  /** 'YYYY-MM-DD' on which the source was last compared. */
  readonly verifiedOn: string;
}

/** One rule. Several may share an id: hours of two kinds of call, a register and its age. */
export interface LawRule {
  readonly id: string;
  /** 'US', 'US-FL' ... */
  readonly jurisdiction: string;
  readonly title: string;
  readonly citation: string;
  readonly effects: readonly RuleEffect[];
  readonly scope: RefusalScope;
  readonly purposes: readonly Purpose[];
  readonly voices: 'any' | 'live' | 'recorded';
  readonly remarks: string;
  readonly watch?: WatchDate;
  /** In order of time. */
  readonly values: readonly LawValue[];
}

/** A table of law. */
export interface LawTable {
  /** Rule-set version, without the part of a client's options. */
  readonly version: string;
  readonly rules: readonly LawRule[];
}

/** The rules of packs as data. */
export function lawTableOf(packs: Packs): LawTable {
  return {
    version: tableVersion(packs),
    rules: [...packs.values()].flatMap((pack) => pack.rules.map(lawRule)),
  };
}

function lawRule(rule: Rule): LawRule {
  return {
    id: rule.id,
    jurisdiction: rule.jurisdiction,
    title: rule.title,
    citation: rule.citation,
    effects: rule.effects,
    scope: rule.scope,
    purposes: [...rule.audience.purposes],
    voices: rule.audience.voices,
    remarks: rule.remarks,
    ...defined({ watch: rule.watch }),
    values: rule.periods.map(({ dated }, index) =>
      lawValue(dated, rule.periods[index + 1]?.dated.from ?? null, rule.unit),
    ),
  };
}

function lawValue(dated: DatedValue<unknown>, nextFrom: string | null, unit: string): LawValue {
  const { title, href, pinpoint } = dated.source;
  return {
    from: dated.from,
    until: dated.until ?? nextFrom,
    value: valueText(dated.value, unit),
    ...defined({ holidays: holidaysOf(dated.value) }),
    source: { title, href, pinpoint },
    verification: dated.verification,
    verifiedOn: dated.verifiedOn,
  };
}

/** The days of the value's calendar of holidays; undefined without one. */
function holidaysOf(value: unknown): readonly string[] | undefined {
  if (typeof value !== 'object' || value === null || !('holidays' in value)) return undefined;
  const calendar = value.holidays as HolidayCalendar | undefined;
  return calendar && HOLIDAY_YEARS.flatMap(calendar.ofYear).map(({ day }) => formatCivilDate(day));
}
