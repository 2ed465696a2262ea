/** Rules on abandoned calls and on the ring time. They stop a campaign, not a lead. */
import type { CampaignFacts } from '../contract.js';
import type { AbandonmentMeasure, AbandonmentWindow, Duty } from '../duties/duty.js';
import type { Context } from '../engine/context.js';
import { rule, type Rule, type RuleSpec } from '../engine/rule.js';
import type { ReviewItem, ReviewQuestion } from '../review/review-item.js';

/** The share of live answers that may be abandoned. */
export interface AbandonmentShare {
  /**
   * Abandoned calls among live answers, as a fraction of whole numbers so that the limit itself is never
   * refused by rounding.
   */
  readonly share: { readonly abandoned: number; readonly of: number };
  /** The period over which the share is taken. */
  readonly window: AbandonmentWindow;
}

/** An abandonment rule as its author writes it. */
export interface AbandonmentLimitSpec extends Omit<
  RuleSpec<AbandonmentShare>,
  'check' | 'inputs' | 'applies' | 'needs' | 'scope' | 'duties'
> {
  /** Who asks for the figure, and how it is computed; absent: abandoned calls over live answers. */
  readonly measure?: AbandonmentMeasure;
  /** True where the facts of a call put it outside the rule. */
  readonly exempt?: (context: Context) => boolean;
  /** True where the campaign as a whole is outside the limit. */
  readonly campaignExempt?: (campaign: CampaignFacts) => boolean;
  /** ms a call must ring, where the same provision says so. */
  readonly minimumRing?: number;
  /** Further duties of the same provision: what an abandoned call hears, how long records are kept. */
  readonly furtherDuties?: readonly Duty[];
}

/** The measure of a rule that names none. */
const PLAIN_MEASURE: Omit<AbandonmentMeasure, 'regulator'> = {
  formula: 'abandoned calls / calls answered by a person',
  denominator: 'live-answers',
  addsDetectionErrors: false,
};

/** Builds an abandonment limit: it refuses only calls that may find no agent. */
export function abandonmentLimit(spec: AbandonmentLimitSpec): Rule {
  return rule<AbandonmentShare>({
    ...spec,
    scope: 'campaign',
    needs: ['campaign.abandonment'],
    applies: (context) => context.mayLackAgent && spec.exempt?.(context) !== true,
    check: (context, _at, limit) => {
      if (spec.exempt?.(context)) return undefined;
      const ring = context.campaign.ringTimeout;
      if (spec.minimumRing !== undefined && ring !== undefined && ring < spec.minimumRing) {
        return {
          until: null,
          because: `The ring time-out of ${ring} ms is shorter than ${spec.minimumRing} ms.`,
        };
      }
      const figures = context.campaign.abandonment;
      if (!figures || !context.mayLackAgent) return undefined;
      if (figures.abandoned * limit.share.of <= figures.liveAnswers * limit.share.abandoned) return undefined;
      return {
        until: null,
        because:
          `${figures.abandoned} of ${figures.liveAnswers} live answers were abandoned since ` +
          `${figures.periodStart}; the limit is ${shareText(limit)}. Dial only with an agent reserved.`,
      };
    },
    inputs: (context) => ({
      liveAnswers: context.campaign.abandonment?.liveAnswers ?? null,
      abandoned: context.campaign.abandonment?.abandoned ?? null,
      mayLackAgent: context.mayLackAgent,
    }),
    duties: ({ share, window }, campaign) => [
      ...(spec.campaignExempt?.(campaign) === true
        ? []
        : [
            {
              kind: 'abandonment' as const,
              limit: share.abandoned / share.of,
              window,
              measure: spec.measure ?? { ...PLAIN_MEASURE, regulator: spec.jurisdiction },
            },
          ]),
      ...(spec.minimumRing === undefined ? [] : [{ kind: 'minimum-ring' as const, ms: spec.minimumRing }]),
      ...(spec.furtherDuties ?? []),
    ],
  });
}

/** In words: '3 of 100 live answers over each 30 days of the campaign'. */
export function shareText(limit: AbandonmentShare): string {
  return `${limit.share.abandoned} of ${limit.share.of} live answers over ${limit.window}`;
}

/** A minimum-ring rule as its author writes it; the parameter is in ms. */
export interface MinimumRingSpec extends Omit<
  RuleSpec<number>,
  'check' | 'inputs' | 'applies' | 'needs' | 'scope' | 'duties' | 'review'
> {
  readonly exempt?: (context: Context) => boolean;
  /** Which campaigns the review asks; absent: all that have a minimum. */
  readonly reviewed?: (campaign: CampaignFacts) => boolean;
}

/** Builds a rule on how long an unanswered call must ring. */
export function minimumRing(spec: MinimumRingSpec): Rule {
  return rule<number>({
    ...spec,
    scope: 'campaign',
    needs: ['campaign.ringTimeout'],
    applies: (context) => spec.exempt?.(context) !== true,
    check: (context, _at, minimum) => {
      const ring = context.campaign.ringTimeout;
      if (ring === undefined || ring >= minimum || spec.exempt?.(context)) return undefined;
      return {
        until: null,
        because:
          `The ring time-out of ${ring} ms is shorter than ${minimum} ms: ` +
          'unanswered calls must ring that long (or four rings).',
      };
    },
    inputs: (context) => ({ ringTimeout: context.campaign.ringTimeout ?? null }),
    duties: (ms) => [{ kind: 'minimum-ring', ms }],
    review: (question) => (spec.reviewed?.(question.campaign) === false ? [] : reviewRinging(question)),
  });
}

/** The campaign rings as long as the longest of its countries' minimums. */
function reviewRinging({ campaign, duties }: ReviewQuestion): readonly ReviewItem[] {
  const minimum = duties.minimumRingTime;
  if (minimum === null) return [];
  const remedy = `Set campaign.ringTimeout to ${minimum / 1000} s or more.`;
  if (campaign.ringTimeout === undefined)
    return [{ topic: 'ringing', severity: 'notice', message: 'The ring time-out is not given.', remedy }];
  if (campaign.ringTimeout >= minimum) return [];
  return [
    {
      topic: 'ringing',
      severity: 'refuses',
      message: `The ring time-out of ${campaign.ringTimeout / 1000} s is shorter than ${minimum / 1000} s.`,
      remedy,
    },
  ];
}
