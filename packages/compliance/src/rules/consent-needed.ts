/** Rules that ask for consent before the call. */
import type { Purpose, RefusalScope } from '../contract.js';
import { consentFault, consentFaultText, type ConsentLevel } from '../engine/consent.js';
import type { Context } from '../engine/context.js';
import type { Parameter } from '../engine/parameter.js';
import { rule, type FactName, type Refused, type Rule } from '../engine/rule.js';

/** A consent rule as its author writes it. */
export interface ConsentNeededSpec {
  readonly id: string;
  readonly jurisdiction: string;
  readonly title: string;
  readonly citation: string;
  readonly scope?: RefusalScope;
  readonly purposes?: readonly Purpose[];
  readonly voices?: 'any' | 'live' | 'recorded';
  readonly parameter: Parameter<ConsentLevel>;
  /** What needs the consent, to complete 'needs prior express consent: ...'. */
  readonly what: string;
  /** True where the facts put the call outside the rule. */
  readonly exempt?: (context: Context, at: number) => boolean;
  /**
   * How far a refusal reaches, where the facts decide it: a recording may be forbidden where a person may
   * call.
   */
  readonly scopeOf?: (context: Context) => RefusalScope;
  readonly remarks?: string;
  readonly needs?: readonly FactName[];
}

/** Builds a rule that refuses for want of consent; waiting does not cure it. */
export function consentNeeded(spec: ConsentNeededSpec): Rule {
  return rule<ConsentLevel>({
    ...spec,
    scope: spec.scope ?? 'call',
    applies: (context, at) => spec.exempt?.(context, at) !== true,
    check: (context, at, level) => {
      const refused = spec.exempt?.(context, at) ? undefined : consentRefusal(context, at, level, spec.what);
      return refused && spec.scopeOf ? { ...refused, scope: spec.scopeOf(context) } : refused;
    },
    inputs: (context, at) => ({
      consent: context.lead.consent?.type ?? null,
      fault: consentFaultText(consentFault(context, at, 'express')),
    }),
  });
}

/** Judges the consent on file against a level. */
export function consentRefusal(
  context: Context,
  at: number,
  level: ConsentLevel,
  what: string,
): Refused | undefined {
  const fault = consentFault(context, at, level);
  if (fault === undefined) return undefined;
  return {
    until: null,
    because: `${what} needs prior express ${level === 'written' ? 'written ' : ''}consent; ${consentFaultText(fault)}.`,
  };
}
