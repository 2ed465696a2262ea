/** Rules of states and cities on the collection of consumer debts: debts of businesses are outside. */
import { rule, type Rule, type RuleSpec } from '../../../engine/rule.js';
import { isBusiness } from '../terms.js';
import { COLLECTION, type CollectionLimits } from './collection-cap.js';

/** A rule as a state's file writes it. */
export interface ConsumerDebtRuleSpec extends Omit<RuleSpec<CollectionLimits>, 'purposes'> {
  readonly check: NonNullable<RuleSpec<CollectionLimits>['check']>;
}

/** Builds the rule. */
export function consumerDebtRule(spec: ConsumerDebtRuleSpec): Rule {
  return rule<CollectionLimits>({
    ...spec,
    purposes: COLLECTION,
    check: (context, at, value) => (isBusiness(context) ? undefined : spec.check(context, at, value)),
  });
}
