/** Bans of states on solicitation while a state of emergency is declared. */
import type { Context } from '../../../engine/context.js';
import type { DatedValue } from '../../../engine/parameter.js';
import { rule, type Rule, type RuleSpec } from '../../../engine/rule.js';
import { isBusiness } from '../terms.js';

/** A ban as a state's file writes it. */
export interface EmergencyBanSpec extends Omit<RuleSpec<string>, 'parameter' | 'check'> {
  readonly values: readonly DatedValue<string>[];
  /** True where facts put the call outside the ban at that instant. */
  readonly lifted?: (context: Context, at: number) => boolean;
}

/** Builds a ban that holds during the emergencies given to `createCompliance()` for the state. */
export function emergencyBan(spec: EmergencyBanSpec): Rule {
  const { values, lifted, ...ban } = spec;
  const state = spec.jurisdiction.slice('US-'.length);
  return rule<string>({
    ...ban,
    parameter: { unit: 'text', values },
    check: (context, at) => {
      if (isBusiness(context) || lifted?.(context, at)) return undefined;
      const emergency = context.emergencies.find(
        (declared) =>
          declared.region === state &&
          at >= declared.from &&
          (declared.until === undefined || at < declared.until),
      );
      if (!emergency) return undefined;
      return {
        until: emergency.until ?? null,
        because: 'A state of emergency is declared: no telephone solicitation.',
      };
    },
  });
}
