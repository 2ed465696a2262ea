import { describe, expect, test } from '@jest/globals';
import { abandonmentLimit, covers, createCompliance, type Pack } from '../src/index.js';

const PURPOSES = ['telemarketing'] as const;

function sweden(limit: number): Pack {
  return {
    country: 'SE',
    name: 'Sweden',
    timeZone: 'Europe/Stockholm',
    rules: [
      abandonmentLimit({
        id: 'se.abandon',
        jurisdiction: 'SE',
        title: 'A limit on abandoned calls, made up for this test',
        citation: 'test act, section 1',
        purposes: PURPOSES,
        parameter: {
          unit: 'share of live answers',
          values: [
            {
              from: '2026-01-01',
              value: { share: { abandoned: limit, of: 100 }, window: 'calendar month' },
              source: { title: 'Test act', href: 'https://example.org', pinpoint: 'section 1' },
              verification: 'memory',
              verifiedOn: '2026-11-23',
            },
          ],
        },
      }),
    ],
    unmodelled: covers('SE', { telemarketing: 'any' }),
  };
}

describe('a country of the client', () => {
  const at = Date.parse('2026-11-24T12:00:00Z');
  const compliance = createCompliance({ packs: [sweden(2)] });
  const campaign = {
    purpose: 'telemarketing',
    mode: 'predictive',
    voice: 'live',
    countries: ['SE'],
  } as const;

  test('its limit is among the duties, with its calendar; before the law began it is not', () => {
    expect(compliance.duties(campaign, at).abandonment).toEqual([
      {
        rule: 'se.abandon',
        country: 'SE',
        place: 'SE',
        measure: expect.objectContaining({ regulator: 'SE', denominator: 'live-answers' }),
        source: { title: 'Test act', href: 'https://example.org', pinpoint: 'section 1' },
        limit: 0.02,
        window: 'calendar month',
        timeZone: 'Europe/Stockholm',
      },
    ]);
    expect(compliance.duties(campaign, Date.parse('2025-12-31T12:00:00Z')).abandonment).toEqual([]);
  });

  test('its rules judge calls, are listed, and its coverage is known to the review', () => {
    const request = {
      at,
      lead: { phone: '+46812345678' },
      campaign: {
        ...campaign,
        abandonment: { periodStart: '2026-11-01', liveAnswers: 100, abandoned: 3 },
      },
      history: [],
    };
    expect(compliance.evaluate(request).refusals.map(({ rule }) => rule)).toEqual(['se.abandon']);
    expect(compliance.listRules(at).some(({ id }) => id === 'se.abandon')).toBe(true);
    const findings = compliance.reviewCampaign(campaign, { at }).findings.map(({ rule }) => rule);
    expect(findings).not.toContain('policy.unmodelled');
  });

  test('the version names the table with it, and changes when one of its values does', () => {
    const version = compliance.ruleSetVersion;
    expect(version).toMatch(/^\d{4}-\d\d-\d\d\.[0-9a-f]{8}\+[0-9a-f]{8}$/);
    expect(createCompliance({ packs: [sweden(2)] }).ruleSetVersion).toBe(version);
    expect(createCompliance({ packs: [sweden(3)] }).ruleSetVersion).not.toBe(version);
    expect(createCompliance().ruleSetVersion).toMatch(/^\d{4}-\d\d-\d\d\.[0-9a-f]{8}$/);
  });

  test('a country that has rules already is refused', () => {
    expect(() => createCompliance({ packs: [{ ...sweden(2), country: 'GB' }] })).toThrow(/GB/);
  });
});
