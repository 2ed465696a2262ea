/** A rule: what it is, whom it concerns, and how it judges one call. */
import type { Purpose, RefusalScope, RuleEffect } from '../contract.js';
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
}

/** What the author of a rule writes. */
export interface RuleSpec<T> {
  readonly id: string;
  readonly jurisdiction: string;
  readonly kind?: 'law' | 'policy';
  readonly title: string;
  /** Default: the sources' pinpoints. */
  readonly citation: string;
  readonly effects?: readonly RuleEffect[];
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
}

/** Every purpose but emergencies, which no rule here refuses. */
export const ALL_PURPOSES: readonly Purpose[] = [
  'telemarketing',
  'debt-collection',
  'political',
  'charity',
  'informational',
  'healthcare',
  'financial-alert',
  'research',
];

/** Builds a rule; its values are applied by the local date of the call in every candidate zone. */
export function rule<T>(spec: RuleSpec<T>): Rule {
  const periods = periodsOf(spec.id, spec.parameter);
  const check = spec.check;
  return {
    id: spec.id,
    jurisdiction: spec.jurisdiction,
    kind: spec.kind ?? 'law',
    title: spec.title,
    citation: spec.citation,
    effects: spec.effects ?? (check ? ['refusal'] : ['definition']),
    scope: spec.scope ?? 'lead',
    audience: { purposes: new Set(spec.purposes ?? ['telemarketing']), voices: spec.voices ?? 'any' },
    periods,
    unit: spec.parameter.unit,
    remarks: spec.remarks ?? '',
    needs: spec.needs ?? [],
    ...(spec.applies ? { applies: spec.applies } : {}),
    ...(check ? { check: datedCheck(periods, check) } : {}),
    ...(spec.inputs ? { inputs: spec.inputs } : {}),
  };
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

/** The refusal that lasts longer, the first of equals; null lasts for ever. */
export function later(a: Refused | undefined, b: Refused): Refused;
export function later(a: Refused | undefined, b: Refused | undefined): Refused | undefined;
export function later(a: Refused | undefined, b: Refused | undefined): Refused | undefined {
  if (!a || !b) return a ?? b;
  return (b.until ?? Number.POSITIVE_INFINITY) > (a.until ?? Number.POSITIVE_INFINITY) ? b : a;
}
