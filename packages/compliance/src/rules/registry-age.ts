/** Rules on the age of the caller's copy of a do-not-call registry. */
import type { CampaignFacts } from '../contract.js';
import type { Context } from '../engine/context.js';
import { rule, type Rule, type RuleSpec } from '../engine/rule.js';
import type { ReviewItem, ReviewQuestion } from '../review/review-item.js';
import { DAY_MS } from '../time/civil-date.js';

/**
 * A registry-age rule as its author writes it. The parameter counts dates: a copy obtained on a day may be
 * used through the day that many days later, by the called party's calendar.
 */
export interface RegistryAgeSpec extends Omit<
  RuleSpec<number>,
  'check' | 'inputs' | 'applies' | 'needs' | 'scope' | 'review'
> {
  /**
   * The registry whose copy is meant, where a state sets a shorter age for the national one; such a rule is
   * judged at each call alone, since a campaign does not say which states it calls. Default: the registry of
   * the rule's jurisdiction.
   */
  readonly registry?: string;
  /** True where the call needs the list. */
  readonly concerns: (context: Context, at: number) => boolean;
}

/**
 * Builds a rule that stops the campaign while its registry copy is too old. Where a state asks more of the
 * national registry, only calls there wait: the copy serves the campaign's others still.
 */
export function registryAge(spec: RegistryAgeSpec): Rule {
  const registry = spec.registry ?? spec.jurisdiction;
  return rule<number>({
    ...spec,
    scope: spec.registry === undefined ? 'campaign' : 'call',
    needs: ['campaign.doNotCallVersionAt'],
    check: (context, at, days) => {
      const age = ageInDays(context, at, registry);
      if (age === undefined || age <= days || !spec.concerns(context, at)) return undefined;
      return {
        until: null,
        because:
          `The copy of the do-not-call registry is ${age} days old; ` +
          `at most ${days} are allowed. Fetch a new one.`,
      };
    },
    inputs: (context, at) => ({ ageDays: ageInDays(context, at, registry) ?? null }),
    ...(spec.registry === undefined && {
      review: (question: ReviewQuestion, days: number) => reviewAge(question, registry, days),
    }),
  });
}

/** Epoch ms of the copy that a campaign was compared with: a list here, or one used by someone else. */
export function registryCopyAt(campaign: CampaignFacts, registry: string): number | undefined {
  const proof = campaign.registryProof?.find((given) => given.registry === registry);
  return proof?.scrubbedElsewhere?.at ?? campaign.doNotCallVersionAt;
}

/** Local dates between the copy and the call, in the candidate zone where they are most. */
function ageInDays(context: Context, at: number, registry: string): number | undefined {
  const copiedAt = registryCopyAt(context.campaign, registry);
  if (copiedAt === undefined) return undefined;
  if (context.zones.length === 0) return datesBetween(copiedAt, at);
  return Math.max(...context.zones.map((zone) => zone.localDay(at) - zone.localDay(copiedAt)));
}

/** UTC dates from one instant to another: a campaign has no place of its own. */
function datesBetween(from: number, to: number): number {
  return Math.floor(to / DAY_MS) - Math.floor(from / DAY_MS);
}

/** The review refuses a copy that is too old; that there is one is asked by policy.registry_proof. */
function reviewAge(
  { campaign, flow }: ReviewQuestion,
  registry: string,
  days: number,
): readonly ReviewItem[] {
  if (campaign.purpose !== 'telemarketing' || campaign.taxExempt === true) return [];
  const copiedAt = registryCopyAt(campaign, registry);
  if (copiedAt === undefined || datesBetween(copiedAt, flow.at) <= days) return [];
  return [
    {
      topic: 'registry',
      severity: 'refuses',
      message: `The do-not-call copy for ${registry} is older than ${days} days.`,
      remedy: 'Fetch a new copy.',
    },
  ];
}
