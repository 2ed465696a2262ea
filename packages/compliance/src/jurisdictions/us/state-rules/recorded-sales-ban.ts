/** Bans of states on recorded sales calls that consent does not lift. */
import type { Context } from '../../../engine/context.js';
import type { DatedValue } from '../../../engine/parameter.js';
import { rule, type Rule, type RuleSpec } from '../../../engine/rule.js';

/** A ban as a state's file writes it. */
export interface RecordedSalesBanSpec extends Omit<
  RuleSpec<string>,
  'parameter' | 'check' | 'voices' | 'scope'
> {
  readonly values: readonly DatedValue<string>[];
  /** True where the statute lets the call be. */
  readonly lifted: (context: Context, at: number) => boolean;
  /** What a refusal says. Default: that consent does not lift the ban. */
  readonly because?: string;
}

const ABOUT_AN_ORDER = /order|delivery|pickup/i;

/** What is said about goods that were bought: delivery, delay, the state of an order. */
export function isAboutAnOrder({ campaign }: Context): boolean {
  return ABOUT_AN_ORDER.test(campaign.content ?? '');
}

const WITH_CONSENT_TOO = 'Recorded sales calls are forbidden here, with consent, too.';

/** Builds the ban. A person may still call. */
export function recordedSalesBan(spec: RecordedSalesBanSpec): Rule {
  const { values, lifted, because = WITH_CONSENT_TOO, ...ban } = spec;
  return rule<string>({
    ...ban,
    voices: 'recorded',
    scope: 'call',
    parameter: { unit: 'text', values },
    check: (context, at) => (lifted(context, at) ? undefined : { until: null, because }),
  });
}
