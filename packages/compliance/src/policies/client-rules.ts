/** The rules a client brings: policies, and lists of numbers that are not called. */
import type { DoNotCallList } from '../do-not-call/do-not-call-lists.js';
import type { Rule } from '../engine/rule.js';
import { ComplianceInputError } from '../errors.js';
import { listPolicy, policyRule, type ClientPolicy } from './client-policy.js';

/**
 * Builds the rules of policies and of lists other than the public registry.
 *
 * @throws ComplianceInputError where two have one id: they would hide each other in refusals
 */
export function clientRules(
  policies: readonly ClientPolicy[],
  lists: readonly DoNotCallList[],
): readonly Rule[] {
  const rules = [
    ...policies.map(policyRule),
    ...lists.filter((list) => list.kind !== 'national').map((list) => policyRule(listPolicy(list))),
  ];
  const seen = new Set<string>();
  for (const { id } of rules) {
    if (seen.has(id))
      throw new ComplianceInputError(
        'policies.id',
        `'${id}' is given twice; name every policy and list differently`,
      );
    seen.add(id);
  }
  return rules;
}
