/**
 * Reviews a campaign before it starts: collects the findings of the rules of its countries. A finding that
 * several rules state in the same words is given once.
 */
import { campaignDuties, countriesOf, type CampaignWithCountries } from '../duties/duties.js';
import { notedPolicies, reviewCoverage } from '../engine/engine-policies.js';
import { reviewRegistryProof } from '../engine/registry-proof.js';
import type { Packs } from '../engine/pack.js';
import type { Rule } from '../engine/rule.js';
import { DAY_MS, parseCivilDate } from '../time/civil-date.js';
import { checkRegistrations, reviewRegistrations } from './registrations.js';
import {
  REVIEW_TOPICS,
  type CampaignFlow,
  type CampaignReview,
  type ReviewFinding,
  type ReviewItem,
  type ReviewQuestion,
} from './review-item.js';

/**
 * Reviews a campaign with its flow. `tableAt`: epoch ms whose law applies where the flow names no instant.
 */
export function reviewCampaign(
  packs: Packs,
  campaign: CampaignWithCountries,
  given: CampaignFlow,
  tableAt: number,
): CampaignReview {
  if (campaign.registrations !== undefined) checkRegistrations(campaign.registrations);
  const at = given.at ?? tableAt;
  const countries = countriesOf(packs, campaign);
  const duties = campaignDuties(packs, campaign, at);
  const question: ReviewQuestion = { campaign, flow: { ...given, at }, duties };

  // In the order of the packs: which rule names a shared finding must not depend on the order in the campaign
  // file.
  const rules = [...packs.values()]
    .filter((pack) => countries.includes(pack.country))
    .flatMap((pack) => pack.rules);
  const found = [
    ...[...rules, ...notedPolicies].flatMap((rule) => itemsOf(rule, question)),
    ...reviewRegistryProof(packs, countries, campaign),
    ...reviewRegistrations(campaign, at),
    ...rules.flatMap((rule) => watchItems(rule, question)),
    ...reviewCoverage(packs, countries, campaign),
  ];
  const findings = inOrder(withoutRepeats(found));
  return { allowed: findings.every((finding) => finding.severity === 'notice'), findings, duties };
}

/** An item with its rule. */
type Found = ReviewItem & { readonly rule: string };

function itemsOf(rule: Rule, question: ReviewQuestion): readonly Found[] {
  return (rule.review?.(question) ?? []).map((item) => ({ ...item, rule: rule.id }));
}

/** How long before its date a change of the law is named. */
const WATCH_AHEAD_MS = 366 * DAY_MS;

/** A rule of the campaign's purpose whose text changes soon, or has perhaps changed. */
function watchItems(rule: Rule, { campaign, flow }: ReviewQuestion): readonly Found[] {
  const { watch } = rule;
  if (!watch || !rule.audience.purposes.has(campaign.purpose)) return [];
  const on = (parseCivilDate(watch.on) as number) * DAY_MS;
  if (on > flow.at + WATCH_AHEAD_MS) return [];
  return [
    {
      rule: rule.id,
      topic: 'preparation',
      severity: 'notice',
      message:
        on > flow.at
          ? `The law changes about ${watch.on}: ${watch.what}.`
          : `The law may have changed on ${watch.on}: ${watch.what}.`,
      remedy: 'Read the text again, and update the rules.',
    },
  ];
}

/** Of several rules with the same finding, the first that refuses names it, else the first. */
function withoutRepeats(found: readonly Found[]): readonly Found[] {
  const byText = new Map<string, Found>();
  for (const item of found) {
    const text = `${item.message}\n${item.remedy}`;
    const earlier = byText.get(text);
    if (!earlier || (earlier.severity === 'notice' && item.severity === 'refuses')) byText.set(text, item);
  }
  return [...byText.values()];
}

function inOrder(found: readonly Found[]): readonly ReviewFinding[] {
  return REVIEW_TOPICS.flatMap((topic) =>
    found
      .filter((item) => item.topic === topic)
      .map(({ rule, severity, message, remedy }) => ({ rule, severity, message, remedy })),
  );
}
