/** Persons and places that creditors do not call about their own debts, in states that bind them to it. */
import type { Context } from '../../../engine/context.js';
import type { DatedValue } from '../../../engine/parameter.js';
import { rule, type Rule, type RuleSpec } from '../../../engine/rule.js';
import { isBusiness } from '../terms.js';
import { COLLECTION } from './collection-cap.js';

/** What bars a call. */
export type CreditorBar = 'attorney' | 'workplace' | 'cease';

/** Bars as a state's file writes them. */
export interface CreditorBarsSpec extends Omit<RuleSpec<string>, 'parameter' | 'check' | 'purposes'> {
  readonly bars: readonly CreditorBar[];
  readonly values: readonly DatedValue<string>[];
}

/** Builds the rule; debts of businesses are outside. */
export function creditorBars({ bars, values, ...own }: CreditorBarsSpec): Rule {
  return rule<string>({
    ...own,
    purposes: COLLECTION,
    parameter: { unit: 'text', values },
    check: (context, at) => {
      const bar = isBusiness(context) ? undefined : bars.find((one) => isBarred(one, context, at));
      return bar && { until: null, because: REASONS[bar] };
    },
  });
}

const REASONS: Readonly<Record<CreditorBar, string>> = {
  attorney: 'The debtor is represented by an attorney: contact the attorney.',
  workplace: 'The employer is known to prohibit such calls at work.',
  cease: 'A written cease notice was received.',
};

function isBarred(bar: CreditorBar, { lead }: Context, at: number): boolean {
  switch (bar) {
    case 'attorney':
      return lead.attorney?.known === true;
    case 'workplace':
      return lead.employerProhibits === true && lead.phoneUse === 'work';
    case 'cease':
      return lead.ceaseReceivedAt !== undefined && lead.ceaseReceivedAt <= at;
  }
}
