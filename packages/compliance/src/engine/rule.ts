/**
 * A rule: which calls it concerns, how it judges one call, and what it requires of a campaign. A rule states
 * all its effects itself; no other file refers to it by its id.
 */
import {
  PURPOSES,
  type CampaignFacts,
  type Purpose,
  type RefusalScope,
  type RuleEffect,
} from '../contract.js';
import { defined } from '../defined.js';
import type { Duty } from '../duties/duty.js';
import type { ReviewItem, ReviewQuestion } from '../review/review-item.js';
import type { Context } from './context.js';
import { firstInstantOnOrAfterDay } from '../time/zone.js';
import { DAY_MS } from '../time/civil-date.js';
import { periodOn, periodsOf, type Parameter, type ValuePeriod } from './parameter.js';

/** A refusal by one rule at one instant. */
export interface Refused {
  /**
   * A lower bound: the rule allows no earlier instant, and the engine asks again at this one. Null where
   * waiting does not help.
   */
  readonly until: number | null;
  /** One sentence for people, without personal data; a function where the sentence is costly to build. */
  readonly because: string | (() => string);
  /** Overrides the rule's scope. */
  readonly scope?: RefusalScope;
}

/** The sentence of a refusal. */
export function sentenceOf({ because }: Refused): string {
  return typeof because === 'string' ? because : because();
}

/** The calls that a rule is asked about. */
export interface Audience {
  readonly purposes: ReadonlySet<Purpose>;
  /** 'recorded' covers prerecorded and synthetic voices. */
  readonly voices: 'any' | 'live' | 'recorded';
}

/** Facts that strict mode requires, by path. */
export type FactName =
  | 'lead.lineType'
  | 'lead.consent'
  | 'lead.doNotCall'
  | 'lead.reassigned'
  | 'campaign.doNotCallVersionAt'
  | 'campaign.ringTimeout'
  | 'campaign.abandonment'
  | 'campaign.debtId';

/** A date on which the text of a rule must be read again. */
export interface WatchDate {
  /** 'YYYY-MM-DD'. */
  readonly on: string;
  /** What happens then, in words. */
  readonly what: string;
}

/** Inputs of a rule, for the trace. */
export type RuleInputs = Readonly<Record<string, string | number | boolean | null>>;

/** Judges one call at one instant. */
export interface RuleCheck {
  (context: Context, at: number): Refused | undefined;
  /**
   * The same check with the value of one local date (a day number), for calls all of whose zones have a date
   * in that value's period; undefined where no value is in force, so that nothing is refused. It spares the
   * look-up of dates. Absent: the check has no such form.
   */
  readonly on?: (day: number) => RuleCheck | undefined;
}

/** A rule in the form that the engine runs. */
export interface Rule {
  readonly id: string;
  /** 'US', 'US-FL', 'US-NYC', 'CA', 'GB' ..., or '*' for policies of the engine and the client. */
  readonly jurisdiction: string;
  readonly kind: 'law' | 'policy';
  readonly title: string;
  readonly citation: string;
  readonly effects: readonly RuleEffect[];
  readonly scope: RefusalScope;
  readonly audience: Audience;
  /** Dated values with sources. */
  readonly periods: readonly ValuePeriod<unknown>[];
  readonly unit: string;
  /** Exemptions, open questions, or why the rule is not decided call by call. */
  readonly remarks: string;
  readonly needs: readonly FactName[];
  /** A change of the law that is expected or not confirmed. */
  readonly watch?: WatchDate;
  /**
   * False where the facts put the call outside the rule; strict mode then requires none of its facts. Absent:
   * every call is inside.
   */
  readonly applies?: (context: Context, at: number) => boolean;
  /** True where the client set the rule to strict: its absent facts refuse. */
  readonly strict?: boolean;
  /** Judges one call at one instant; absent on rules that are only duties, review items or definitions. */
  readonly check?: RuleCheck;
  /** True where the rule sets hours for the call at that instant; absent on rules that set none. */
  readonly statesHours?: (context: Context, at: number) => boolean;
  readonly inputs?: (context: Context, at: number) => RuleInputs;
  /** The duties of a campaign under the rule, by the value in force at an instant (by UTC date). */
  readonly duties?: (campaign: CampaignFacts, at: number) => readonly Duty[];
  /**
   * Findings of the rule in a campaign before it starts, by the value in force at `flow.at` (by UTC date).
   */
  readonly review?: (question: ReviewQuestion) => readonly ReviewItem[];
}

/**
 * A rule in the form that its author writes. Its effects follow from which of `check`, `duties` and `review`
 * it has.
 */
export interface RuleSpec<T> {
  readonly id: string;
  readonly jurisdiction: string;
  readonly kind?: 'law' | 'policy';
  readonly title: string;
  /** Default: the sources' pinpoints. */
  readonly citation: string;
  readonly scope?: RefusalScope;
  readonly purposes?: readonly Purpose[];
  readonly voices?: 'any' | 'live' | 'recorded';
  readonly parameter: Parameter<T>;
  readonly remarks?: string;
  readonly needs?: readonly FactName[];
  /** A change of the law that is expected or not confirmed. */
  readonly watch?: WatchDate;
  /** False where the facts put the call outside the rule; strict mode then requires none of `needs`. */
  readonly applies?: (context: Context, at: number) => boolean;
  /** Judges one call by the value in force on its local date. */
  readonly check?: (context: Context, at: number, value: T) => Refused | undefined;
  /** True where the rule sets hours for the call at that instant; absent on rules that set none. */
  readonly statesHours?: (context: Context, at: number) => boolean;
  readonly inputs?: (context: Context, at: number) => RuleInputs;
  /** The duties of a campaign in the rule's audience. */
  readonly duties?: (value: T, campaign: CampaignFacts) => readonly Duty[];
  /**
   * Findings in a campaign before it starts. The review runs for every campaign that calls the country,
   * because it may concern purposes that the refusal does not.
   */
  readonly review?: (question: ReviewQuestion, value: T) => readonly ReviewItem[];
}

/** Every purpose except emergencies, which no rule refuses. */
export const ALL_PURPOSES: readonly Purpose[] = PURPOSES.filter((purpose) => purpose !== 'emergency');

/** Builds a rule; its values are applied by the local date of the call in every candidate zone. */
export function rule<T>(spec: RuleSpec<T>): Rule {
  const periods = periodsOf(spec.id, spec.parameter);
  return assembleRule(spec, periods, spec.check && datedCheck(periods, spec.check));
}

/** Builds a rule whose check looks up the value in force itself. */
export function assembleRule<T>(
  spec: Omit<RuleSpec<T>, 'check'>,
  periods: readonly ValuePeriod<T>[],
  check: RuleCheck | undefined,
): Rule {
  const { duties, review } = spec;
  return {
    id: spec.id,
    jurisdiction: spec.jurisdiction,
    kind: spec.kind ?? 'law',
    title: spec.title,
    citation: spec.citation,
    effects: effectsOf({ refusal: check, duty: duties, review }),
    scope: spec.scope ?? 'lead',
    audience: { purposes: new Set(spec.purposes ?? ['telemarketing']), voices: spec.voices ?? 'any' },
    periods,
    unit: spec.parameter.unit,
    remarks: spec.remarks ?? '',
    needs: spec.needs ?? [],
    ...defined({
      watch: spec.watch,
      applies: spec.applies,
      check,
      statesHours: spec.statesHours,
      inputs: spec.inputs,
      duties:
        duties &&
        ((campaign: CampaignFacts, at: number) =>
          inForce(periods, at).flatMap((value) => duties(value, campaign))),
      review:
        review &&
        ((question: ReviewQuestion) =>
          inForce(periods, question.flow.at).flatMap((value) => review(question, value))),
    }),
  };
}

/**
 * The effects of a rule, in the order of {@link RuleEffect}. A rule without check, duties and review is a
 * definition.
 */
function effectsOf(
  does: Readonly<Record<Exclude<RuleEffect, 'definition'>, unknown>>,
): readonly RuleEffect[] {
  const effects = (['refusal', 'duty', 'review'] as const).filter((effect) => does[effect] !== undefined);
  return effects.length > 0 ? effects : ['definition'];
}

/** The value in force on the UTC date of an instant, alone in a list; empty where none is. */
function inForce<T>(periods: readonly ValuePeriod<T>[], at: number): readonly T[] {
  const period = periodOn(periods, Math.floor(at / DAY_MS));
  return period ? [period.dated.value] : [];
}

type Judge<T> = (context: Context, at: number, value: T) => Refused | undefined;

/** Applies the value in force on the local date. A refusal ends no later than its value. */
function datedCheck<T>(periods: readonly ValuePeriod<T>[], judge: Judge<T>): RuleCheck {
  const check: RuleCheck = (context, at) => {
    const zones = context.zones;
    if (zones.length === 0) {
      const period = periodOn(periods, Math.floor(at / DAY_MS));
      return period ? judge(context, at, period.dated.value) : undefined;
    }
    let worst: Refused | undefined;
    for (const zone of zones) {
      const period = periodOn(periods, zone.localDay(at));
      if (!period) continue;
      const refused = judge(context, at, period.dated.value);
      if (!refused) continue;
      const end =
        period.untilDay === Number.POSITIVE_INFINITY
          ? null
          : firstInstantOnOrAfterDay(zone, period.untilDay, at);
      worst = later(
        worst,
        end === null || (refused.until !== null && refused.until <= end)
          ? refused
          : { ...refused, until: end },
      );
    }
    return worst;
  };

  // A value without an end needs no cut; the others leave the cut of a refusal to the check by zones.
  const byPeriod = new Map(
    periods.map((period): [ValuePeriod<T>, RuleCheck] => {
      const { value } = period.dated;
      return [
        period,
        period.untilDay === Number.POSITIVE_INFINITY
          ? (context, at) => judge(context, at, value)
          : (context, at) => judge(context, at, value) && check(context, at),
      ];
    }),
  );
  const on = (day: number): RuleCheck | undefined => {
    const period = periodOn(periods, day);
    return period && byPeriod.get(period);
  };
  return Object.assign(check, { on });
}

/** The refusal that ends later; of two that end together, the first. Null never ends. */
export function later(a: Refused | undefined, b: Refused): Refused;
export function later(a: Refused | undefined, b: Refused | undefined): Refused | undefined;
export function later(a: Refused | undefined, b: Refused | undefined): Refused | undefined {
  if (!a || !b) return a ?? b;
  return (b.until ?? Number.POSITIVE_INFINITY) > (a.until ?? Number.POSITIVE_INFINITY) ? b : a;
}
