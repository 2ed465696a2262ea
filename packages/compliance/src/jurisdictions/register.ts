/** Registers of people who do not want sales calls, in countries with one register. */
import type { Context } from '../engine/context.js';
import type { DatedValue } from '../engine/parameter.js';
import { rule, type Rule, type RuleSpec } from '../engine/rule.js';

/** A register as a country's file writes it. */
export interface RegisterSpec extends Omit<RuleSpec<string>, 'parameter' | 'check' | 'needs'> {
  readonly values: readonly DatedValue<string>[];
  /** The reason of a refusal. */
  readonly because: string;
  /** True where facts lift the refusal, such as consent. */
  readonly lifted?: (context: Context, at: number) => boolean;
}

/** Builds the rule that a registered number (`lead.doNotCall.national`) is not called. */
export function registerRule(spec: RegisterSpec): Rule {
  const { values, because, lifted, ...register } = spec;
  return rule<string>({
    ...register,
    needs: ['lead.doNotCall'],
    parameter: { unit: 'text', values },
    check: (context, at) =>
      context.lead.doNotCall?.national === true && lifted?.(context, at) !== true
        ? { until: null, because }
        : undefined,
  });
}
