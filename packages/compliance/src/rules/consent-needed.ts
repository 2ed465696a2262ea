/** Rules that ask for consent before the call. */
import type { RefusalScope } from '../contract.js';
import { consentFault, consentFaultText, type ConsentLevel } from '../engine/consent.js';
import type { Context } from '../engine/context.js';
import { rule, type Refused, type Rule, type RuleSpec } from '../engine/rule.js';
import { isSalesCampaign } from '../review/campaign-kind.js';
import type { ReviewItem, ReviewQuestion } from '../review/review-item.js';

/** A consent rule as its author writes it. */
export interface ConsentNeededSpec extends Omit<RuleSpec<ConsentLevel>, 'check' | 'inputs' | 'applies'> {
  /** What needs the consent, to complete 'needs prior express consent: ...'. */
  readonly what: string;
  /**
   * What may be done without the consent, one sentence at the end of a refusal. Default for rules on
   * recordings: that a live call does not need it.
   */
  readonly otherwise?: string;
  /** True where the facts put the call outside the rule. */
  readonly exempt?: (context: Context, at: number) => boolean;
  /**
   * The scope of a refusal, where the facts decide it: a recording may be forbidden where a person may call.
   */
  readonly scopeOf?: (context: Context) => RefusalScope;
}

const LIVE_CALL = 'A live call does not need it.';

/** Builds a rule that refuses where consent is missing; a later call is refused as well. */
export function consentNeeded(spec: ConsentNeededSpec): Rule {
  const otherwise = spec.otherwise ?? (spec.voices === 'recorded' ? LIVE_CALL : undefined);
  return rule<ConsentLevel>({
    ...spec,
    scope: spec.scope ?? 'call',
    applies: (context, at) => spec.exempt?.(context, at) !== true,
    check: (context, at, level) => {
      const refused = spec.exempt?.(context, at)
        ? undefined
        : consentRefusal(context, at, level, spec.what, otherwise);
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
  otherwise?: string,
): Refused | undefined {
  const fault = consentFault(context, at, level);
  if (fault === undefined) return undefined;
  return {
    until: null,
    because:
      `${what} needs prior express ${level === 'written' ? 'written ' : ''}consent; ` +
      `${consentFaultText(fault)}.${otherwise === undefined ? '' : ` ${otherwise}`}`,
  };
}

/** The review tells live sales campaigns that calls by a person need consent, too. */
export function reviewLiveSales(
  { campaign }: ReviewQuestion,
  country: string,
  whom: string,
): readonly ReviewItem[] {
  if (campaign.voice !== 'live' || campaign.purpose !== 'telemarketing') return [];
  return [
    {
      topic: 'consent',
      severity: 'notice',
      message: `Sales calls to ${whom} in ${country} need prior consent, also by a person.`,
      remedy: 'Load consent with the leads; others refuse.',
    },
  ];
}

/** The review tells campaigns that sell by recordings that these need consent. */
export function reviewRecordedMarketing(
  { campaign }: ReviewQuestion,
  country: string,
): readonly ReviewItem[] {
  if (campaign.voice === 'live' || !isSalesCampaign(campaign)) return [];
  return [
    {
      topic: 'consent',
      severity: 'notice',
      message: `Recorded marketing in ${country} needs prior consent.`,
      remedy: 'Load consent with the leads.',
    },
  ];
}
