/**
 * A rule: what it is, whom it concerns, how it judges one call, and what it asks of the campaign as a whole.
 * All that a rule does is stated here; nothing outside its file knows it by its id.
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
   * No instant before this one is allowed by the rule (a lower bound: the engine asks again there). Null
   * where waiting does not cure.
   */
  readonly until: number | null;
  /** One sentence for people, without personal data; a function where it costs something to write. */
  readonly because: string | (() => string);
  /** Overrides the rule's scope. */
  readonly scope?: RefusalScope;
}

/** Which calls a rule is asked about. */
export interface Audience {
  readonly purposes: ReadonlySet<Purpose>;
  /** 'recorded' covers prerecorded and synthetic voices. */
  readonly voices: 'any' | 'live' | 'recorded';
}

/** Facts strict mode demands, by path. */
export type FactName =
  | 'lead.lineType'
  | 'lead.consent'
  | 'lead.doNotCall'
  | 'lead.reassigned'
  | 'campaign.doNotCallVersionAt'
  | 'campaign.ringTimeout'
  | 'campaign.abandonment'
  | 'campaign.debtId';

/** What a rule was given, for the trace. */
export type RuleInputs = Readonly<Record<string, string | number | boolean | null>>;

/** A rule as the engine runs it. */
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
  /** Remarks: exemptions, open questions, why it is not decided call by call. */
  readonly remarks: string;
  readonly needs: readonly FactName[];
  /**
   * False where the facts put the call outside the rule, so that strict mode asks for nothing; absent: always
   * inside.
   */
  readonly applies?: (context: Context, at: number) => boolean;
  /** True where the client asked that its absent facts refuse. */
  readonly strict?: boolean;
  /** Judges one call at one instant; absent on rules that are only duties, review items or definitions. */
  readonly check?: (context: Context, at: number) => Refused | undefined;
  readonly inputs?: (context: Context, at: number) => RuleInputs;
  /** What the rule asks of a campaign, by the value in force at an instant (by UTC date). */
  readonly duties?: (campaign: CampaignFacts, at: number) => readonly Duty[];
  /** What the rule finds in a campaign before it starts, by the value in force at `flow.at` (by UTC date). */
  readonly review?: (question: ReviewQuestion) => readonly ReviewItem[];
}

/**
 * What the author of a rule writes. Its effects follow from which of `check`, `duties` and `review` it has.
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
  /** False where the facts put the call outside the rule: strict mode then asks for none of `needs`. */
  readonly applies?: (context: Context, at: number) => boolean;
  /** Judges one call by the value in force on its local date. */
  readonly check?: (context: Context, at: number, value: T) => Refused | undefined;
  readonly inputs?: (context: Context, at: number) => RuleInputs;
  /** What it asks of a campaign in its audience. */
  readonly duties?: (value: T, campaign: CampaignFacts) => readonly Duty[];
  /**
   * What it finds in a campaign before it starts. Asked for every campaign that calls the country: a review
   * may concern purposes that the refusal does not.
   */
  readonly review?: (question: ReviewQuestion, value: T) => readonly ReviewItem[];
}

/** Every purpose but emergencies, which no rule here refuses. */
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
  check: Rule['check'],
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
      applies: spec.applies,
      check,
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
 * The effects of a rule, in the order of {@link RuleEffect}; one that does nothing by itself is a definition.
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

/** Applies the value in force on the local date, and lets a refusal end no later than its value does. */
function datedCheck<T>(
  periods: readonly ValuePeriod<T>[],
  judge: Judge<T>,
): (context: Context, at: number) => Refused | undefined {
  const only = periods[0] as ValuePeriod<T>;
  if (
    periods.length === 1 &&
    only.fromDay === Number.NEGATIVE_INFINITY &&
    only.untilDay === Number.POSITIVE_INFINITY
  ) {
    const value = only.dated.value;
    return (context, at) => judge(context, at, value);
  }
  return (context, at) => {
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
}

/** The refusal that lasts longer, the first of equals; null never ends. */
export function later(a: Refused | undefined, b: Refused): Refused;
export function later(a: Refused | undefined, b: Refused | undefined): Refused | undefined;
export function later(a: Refused | undefined, b: Refused | undefined): Refused | undefined {
  if (!a || !b) return a ?? b;
  return (b.until ?? Number.POSITIVE_INFINITY) > (a.until ?? Number.POSITIVE_INFINITY) ? b : a;
}
