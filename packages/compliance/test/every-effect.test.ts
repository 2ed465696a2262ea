import { describe, expect, test } from '@jest/globals';
import { PURPOSES, VOICES, createCompliance, type CampaignFlow } from '../src/index.js';
import { PACKS } from '../src/jurisdictions/packs.js';

/** Every kind of campaign, and a flow that lacks everything and one that has it wrong. */
const campaigns = PURPOSES.flatMap((purpose) =>
  VOICES.flatMap((voice) =>
    [{}, { content: 'pensions' }].map((about) => ({
      ...about,
      purpose,
      voice,
      mode: 'predictive' as const,
      autodialer: true,
      doNotCallVersionAt: Date.parse('2020-01-01T00:00:00Z'),
    })),
  ),
);
const at = Date.parse('2026-11-22T12:00:00Z');
const flows: readonly (CampaignFlow & { readonly at: number })[] = [
  { at, recordsCalls: true },
  { at, callerNumber: '+390612345678', connectGrace: 60_000 },
];
const rules = [...PACKS.values()].flatMap((pack) => pack.rules);
const compliance = createCompliance();

describe('a rule does what its effects say', () => {
  test.each(rules.filter((rule) => rule.effects.includes('duty')).map((rule) => [rule.id, rule] as const))(
    '%s states a duty to some campaign',
    (_id, rule) => {
      expect(campaigns.flatMap((campaign) => rule.duties?.(campaign, at) ?? []).length).toBeGreaterThan(0);
    },
  );

  test.each(rules.filter((rule) => rule.effects.includes('review')).map((rule) => [rule.id, rule] as const))(
    '%s finds something in some campaign',
    (_id, rule) => {
      const found = campaigns.flatMap((campaign) => {
        const duties = compliance.duties(campaign, at);
        return flows.flatMap((flow) => rule.review?.({ campaign, flow, duties }) ?? []);
      });
      expect(found.length).toBeGreaterThan(0);
    },
  );

  test('and nothing else: no rule judges, obliges or reviews without saying so', () => {
    for (const rule of rules)
      expect({
        id: rule.id,
        refusal: rule.check !== undefined,
        duty: rule.duties !== undefined,
        review: rule.review !== undefined,
      }).toEqual({
        id: rule.id,
        refusal: rule.effects.includes('refusal'),
        duty: rule.effects.includes('duty'),
        review: rule.effects.includes('review'),
      });
  });

  test('every finding of a review is under a rule that is listed', () => {
    const listed = new Set(compliance.listRules(at).map((rule) => rule.id));
    for (const campaign of campaigns)
      for (const flow of flows)
        for (const { rule } of compliance.reviewCampaign(campaign, flow).findings)
          expect([rule, listed.has(rule)]).toEqual([rule, true]);
  });
});
