/** Bans of states on unsolicited sales calls to mobiles. */
import { hasConsent } from '../../../engine/consent.js';
import type { Context } from '../../../engine/context.js';
import type { DatedValue } from '../../../engine/parameter.js';
import { rule, type Rule, type RuleSpec } from '../../../engine/rule.js';
import { isBusiness } from '../terms.js';

/** A ban as a state's file writes it. */
export interface MobileBanSpec extends Omit<RuleSpec<string>, 'parameter' | 'check' | 'needs'> {
  readonly values: readonly DatedValue<string>[];
  /** Whether calls to businesses are inside. */
  readonly business: 'inside' | 'outside';
  /** True where facts put the call outside the ban at that instant. */
  readonly lifted?: (context: Context, at: number) => boolean;
}

/** Builds a ban on sales calls to mobiles without consent; a line of unknown type counts as a mobile. */
export function mobileBan(spec: MobileBanSpec): Rule {
  const { values, business, lifted, ...ban } = spec;
  return rule<string>({
    ...ban,
    parameter: { unit: 'text', values },
    needs: ['lead.lineType'],
    check: (context, at) => {
      if (!context.countsAsWireless || (business === 'outside' && isBusiness(context))) return undefined;
      if (hasConsent(context, at, 'express') || lifted?.(context, at)) return undefined;
      const line =
        context.lineType === 'wireless'
          ? 'The line is a mobile'
          : 'The line type is unknown and may be a mobile (lead.lineType)';
      return { until: null, because: `${line}: unsolicited sales calls to mobiles are forbidden here.` };
    },
  });
}
