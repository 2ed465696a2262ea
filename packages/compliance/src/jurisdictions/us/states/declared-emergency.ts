/** Bans on solicitation while a state of emergency is declared. */
import type { Context } from '../../../engine/context.js';
import { rule, type Rule } from '../../../engine/rule.js';
import { stateParameter, type StateRuleSpec } from './state-rules.js';
import { isBusiness } from '../terms.js';

/**
 * Builds a ban during the emergencies given to `createCompliance()`; `lifted` where facts put the call
 * outside.
 */
export function emergencyBan(
  spec: StateRuleSpec & { readonly lifted?: (context: Context, at: number) => boolean },
): Rule {
  return rule<string>({
    id: spec.id,
    jurisdiction: `US-${spec.state}`,
    title: spec.title,
    citation: spec.citation,
    ...(spec.remarks === undefined ? {} : { remarks: spec.remarks }),
    parameter: stateParameter(spec, 'text', 'no solicitation while it lasts'),
    check: (context, at) => {
      if (isBusiness(context) || spec.lifted?.(context, at)) return undefined;
      const emergency = context.emergencies.find(
        (declared) =>
          declared.region === spec.state &&
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
