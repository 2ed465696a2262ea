/** Caps of a state or city on collection calls about one debt. */
import type { DatedValue } from '../../../engine/parameter.js';
import type { Rule, RuleSpec } from '../../../engine/rule.js';
import { capRefusal } from '../../../rules/frequency-cap.js';
import { isDebtCall, type CollectionLimits } from './collection-cap.js';
import { consumerDebtRule } from './consumer-debt-rule.js';

/** A cap as a state's file writes it. */
export interface DebtCallCapSpec extends Omit<
  RuleSpec<CollectionLimits>,
  'parameter' | 'check' | 'purposes' | 'needs'
> {
  /** What the numbers count, in words. */
  readonly unit: string;
  readonly values: readonly DatedValue<CollectionLimits>[];
  /** What a refusal says was counted: 'calls about this account'. */
  readonly counted: string;
}

/** Builds a cap on connected calls about the debt of the call; debts of businesses are outside. */
export function debtCallCap(spec: DebtCallCapSpec): Rule {
  const { unit, values, counted, ...cap } = spec;
  return consumerDebtRule({
    ...cap,
    parameter: { unit, values },
    check: (context, at, value) => capRefusal(context, at, value.cap, isDebtCall, counted),
    needs: ['campaign.debtId'],
  });
}
