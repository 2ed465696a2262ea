/** Rules on the age of the caller's copy of a do-not-call registry. */
import type { Context } from '../engine/context.js';
import { rule, type Rule, type RuleSpec } from '../engine/rule.js';
import type { ReviewItem, ReviewQuestion } from '../review/review-item.js';
import { DAY_MS } from '../time/civil-date.js';

/**
 * A registry-age rule as its author writes it; the parameter is how many days of 24 hours a copy may be old.
 */
export interface RegistryAgeSpec extends Omit<
  RuleSpec<number>,
  'check' | 'inputs' | 'applies' | 'needs' | 'scope' | 'review'
> {
  /** True where the call needs the list. */
  readonly concerns: (context: Context, at: number) => boolean;
}

/** Builds a rule that stops the campaign while its registry copy is too old. */
export function registryAge(spec: RegistryAgeSpec): Rule {
  return rule<number>({
    ...spec,
    scope: 'campaign',
    needs: ['campaign.doNotCallVersionAt'],
    check: (context, at, days) => {
      const versionAt = context.campaign.doNotCallVersionAt;
      if (versionAt === undefined || !spec.concerns(context, at)) return undefined;
      const age = at - versionAt;
      if (age <= days * DAY_MS) return undefined;
      return {
        until: null,
        because:
          `The copy of the do-not-call registry is ${Math.floor(age / DAY_MS)} days old; ` +
          `at most ${days} are allowed. Fetch a new one.`,
      };
    },
    inputs: (context, at) => ({
      ageDays:
        context.campaign.doNotCallVersionAt === undefined
          ? null
          : Math.floor((at - context.campaign.doNotCallVersionAt) / DAY_MS),
    }),
    review: (question, days) => reviewCopy(question, spec.jurisdiction, days),
  });
}

/** The review asks sales campaigns for the date of the copy. */
function reviewCopy(
  { campaign, flow }: ReviewQuestion,
  country: string,
  days: number,
): readonly ReviewItem[] {
  if (campaign.purpose !== 'telemarketing' || campaign.taxExempt === true) return [];
  const versionAt = campaign.doNotCallVersionAt;
  if (versionAt === undefined)
    return [
      {
        topic: 'registry',
        severity: 'notice',
        message: `The date of the do-not-call copy for ${country} is not given.`,
        remedy: `Set campaign.doNotCallVersionAt; the copy may be at most ${days} days old.`,
      },
    ];
  if (flow.at - versionAt <= days * DAY_MS) return [];
  return [
    {
      topic: 'registry',
      severity: 'refuses',
      message: `The do-not-call copy for ${country} is older than ${days} days.`,
      remedy: 'Fetch a new copy.',
    },
  ];
}
