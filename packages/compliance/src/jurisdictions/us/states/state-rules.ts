/** The shapes that state telemarketing rules share. */
import type { Purpose, RefusalScope, Verification } from '../../../contract.js';
import { hasConsent } from '../../../engine/consent.js';
import type { Context } from '../../../engine/context.js';
import { isPlacedCall, isSamePurpose, isSameSubject } from '../../../engine/history.js';
import type { DatedValue, Parameter, Source } from '../../../engine/parameter.js';
import { VERIFIED_ON } from '../../../engine/parameter.js';
import { rule, type FactName, type Rule } from '../../../engine/rule.js';
import type { Schedule } from '../../../engine/schedule.js';
import { callingWindow } from '../../../rules/calling-window.js';
import { consentNeeded } from '../../../rules/consent-needed.js';
import { frequencyCap, type Cap } from '../../../rules/frequency-cap.js';
import { isBusiness } from '../terms.js';

/** What every state rule names. */
export interface StateRuleSpec {
  /** ISO 3166-2 code without 'US-'. */
  readonly state: string;
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  readonly href?: string;
  readonly verification?: Verification;
  readonly from?: string;
  readonly remarks?: string;
  readonly purposes?: readonly Purpose[];
  readonly voices?: 'any' | 'live' | 'recorded';
  readonly scope?: RefusalScope;
  readonly needs?: readonly FactName[];
}

/** Source of a state rule. */
export function stateSource(spec: StateRuleSpec): Source {
  return {
    title: spec.citation,
    href: spec.href ?? `https://www.law.cornell.edu/states/${STATE_PAGES[spec.state] ?? 'listing'}`,
    pinpoint: spec.citation,
  };
}

const STATE_PAGES: Readonly<Record<string, string>> = {
  AL: 'alabama',
  AZ: 'arizona',
  AR: 'arkansas',
  CA: 'california',
  CT: 'connecticut',
  DC: 'district_of_columbia',
  FL: 'florida',
  GA: 'georgia',
  HI: 'hawaii',
  IL: 'illinois',
  IN: 'indiana',
  KY: 'kentucky',
  LA: 'louisiana',
  ME: 'maine',
  MD: 'maryland',
  MA: 'massachusetts',
  MI: 'michigan',
  MN: 'minnesota',
  MS: 'mississippi',
  MO: 'missouri',
  MT: 'montana',
  NE: 'nebraska',
  NV: 'nevada',
  NJ: 'new_jersey',
  NM: 'new_mexico',
  NY: 'new_york',
  NC: 'north_carolina',
  ND: 'north_dakota',
  OK: 'oklahoma',
  OR: 'oregon',
  PA: 'pennsylvania',
  RI: 'rhode_island',
  SC: 'south_carolina',
  SD: 'south_dakota',
  TN: 'tennessee',
  TX: 'texas',
  UT: 'utah',
  VA: 'virginia',
  WA: 'washington',
  WV: 'west_virginia',
  WI: 'wisconsin',
  WY: 'wyoming',
};

/** A dated value of a state rule. */
export function stateValue<T>(spec: StateRuleSpec, value: T): DatedValue<T> {
  return {
    from: spec.from ?? null,
    value,
    source: stateSource(spec),
    verification: spec.verification ?? 'secondary',
    verifiedOn: VERIFIED_ON,
  };
}

/** One value without end. */
export function stateParameter<T>(spec: StateRuleSpec, unit: string, value: T): Parameter<T> {
  return { unit, values: [stateValue(spec, value)] };
}

/** A calling window of a state. */
export interface StateHoursSpec extends StateRuleSpec {
  readonly hours: Schedule;
  /** Further dated values; then `hours` and `from` are the first. */
  readonly later?: readonly DatedValue<Schedule>[];
  /** Whether calls to businesses are inside. Default 'outside'. */
  readonly business?: 'inside' | 'outside';
  readonly lifted?: (context: Context, at: number) => boolean;
  readonly vary?: (schedule: Schedule, context: Context) => Schedule;
}

/** Builds a calling window of a state. */
export function stateHours(spec: StateHoursSpec): Rule {
  const outside = spec.business !== 'inside';
  return callingWindow({
    ...common(spec),
    parameter: {
      unit: 'local time of the called party',
      values: [stateValue(spec, spec.hours), ...(spec.later ?? [])],
    },
    lifted: (context, at) => (outside && isBusiness(context)) || spec.lifted?.(context, at) === true,
    ...(spec.vary ? { vary: spec.vary } : {}),
  });
}

/** A cap of a state on calls about one subject within 24 hours, whatever numbers are used. */
export interface SubjectCapSpec extends StateRuleSpec {
  readonly max: number;
  readonly business: 'inside' | 'outside';
  /** 'any': the statute names no subject, so every sales call counts. Default 'same'. */
  readonly subject?: 'same' | 'any';
  readonly lifted?: (context: Context, at: number) => boolean;
}

/** Builds a cap on calls about one subject in 24 hours. */
export function subjectCap(spec: SubjectCapSpec): Rule {
  return frequencyCap({
    ...common(spec),
    parameter: stateParameter<Cap>(
      spec,
      spec.subject === 'any' ? 'calls to the person' : 'calls to the person about the subject',
      { max: spec.max, period: { hours: 24 } },
    ),
    counts: (entry, context) =>
      isPlacedCall(entry) &&
      (spec.subject === 'any' ? isSamePurpose(entry, context) : isSameSubject(entry, context)),
    counted: spec.subject === 'any' ? 'sales calls' : 'sales calls about this subject',
    lifted: (context, at) =>
      (spec.business === 'outside' && isBusiness(context)) || spec.lifted?.(context, at) === true,
  });
}

/** Written consent for sales calls that a machine selects or dials. */
export function autodialConsent(spec: StateRuleSpec): Rule {
  return consentNeeded({
    ...common(spec),
    scope: 'call',
    parameter: stateParameter(spec, 'consent', 'written' as const),
    what: 'A sales call that an automated system selects or dials',
    exempt: (context) => !context.machineStarts && !context.recorded,
  });
}

/** Sales calls to mobiles are forbidden unless asked for. */
export function mobileBan(
  spec: StateRuleSpec & {
    readonly business: 'inside' | 'outside';
    readonly lifted?: (context: Context, at: number) => boolean;
  },
): Rule {
  return rule<string>({
    ...common(spec),
    parameter: stateParameter(spec, 'text', 'no unsolicited sales calls to mobiles'),
    needs: ['lead.lineType'],
    check: (context, at) => {
      if (!context.countsAsWireless || (spec.business === 'outside' && isBusiness(context))) return undefined;
      if (hasConsent(context, at, 'express') || spec.lifted?.(context, at)) return undefined;
      const line =
        context.lineType === 'wireless'
          ? 'The line is a mobile'
          : 'The line type is unknown and may be a mobile (lead.lineType)';
      return { until: null, because: `${line}: unsolicited sales calls to mobiles are forbidden here.` };
    },
  });
}

/** A state's note: no rule decided call by call, with the reason. */
export function stateNote(spec: StateRuleSpec & { readonly note: string }): Rule {
  return rule<string>({
    ...common(spec),
    effects: ['review'],
    parameter: stateParameter(spec, 'text', spec.note),
  });
}

function common(spec: StateRuleSpec): {
  id: string;
  jurisdiction: string;
  title: string;
  citation: string;
  remarks?: string;
  purposes?: readonly Purpose[];
  voices?: 'any' | 'live' | 'recorded';
  scope?: RefusalScope;
  needs?: readonly FactName[];
} {
  return {
    id: spec.id,
    jurisdiction: `US-${spec.state}`,
    title: spec.title,
    citation: spec.citation,
    ...(spec.remarks === undefined ? {} : { remarks: spec.remarks }),
    ...(spec.purposes === undefined ? {} : { purposes: spec.purposes }),
    ...(spec.voices === undefined ? {} : { voices: spec.voices }),
    ...(spec.scope === undefined ? {} : { scope: spec.scope }),
    ...(spec.needs === undefined ? {} : { needs: spec.needs }),
  };
}
