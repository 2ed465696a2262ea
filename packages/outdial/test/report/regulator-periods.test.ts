/** Abandonment as regulators count it. Each expected figure is computed by hand from the calls listed. */
import { describe, expect, test } from '@jest/globals';
import { checkCampaign } from '../../src/campaign-file/read-campaign-file.js';
import { createCampaignCompliance } from '../../src/gate/campaign-compliance.js';
import {
  RegulatorPeriods,
  type CountedAttempt,
  type RegulatorPeriod,
} from '../../src/report/regulator-periods.js';

const law = createCampaignCompliance(
  checkCampaign({
    id: 'c',
    name: 'C',
    mode: 'predictive',
    callerNumber: '+12025550100',
    countries: ['GB', 'CA', 'US'],
    lists: [{ id: 'l' }],
    compliance: { purpose: 'telemarketing' },
    abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
  }),
  {},
);
const FIRST_CALL = Date.parse('2026-06-01T15:00:00Z');
const PLACES: Readonly<Record<string, readonly string[]>> = {
  '+13125550121': ['US', 'US-IL'],
  '+14155550121': ['US', 'US-CA'],
  '+442079460018': ['GB'],
  '+14165550121': ['CA', 'CA-ON'],
};

type Kind = 'passed' | 'abandoned' | 'reneged' | 'machine';

/** An attempt as the store reads it, as far as the figures go. */
function call(phone: string, at: string, kind: Kind): CountedAttempt {
  const instant = Date.parse(at);
  const isLive = kind !== 'machine';
  return {
    phone,
    openedAt: instant - 20_000,
    answeredAt: instant,
    liveAnswerAt: isLive ? instant : null,
    connectedAt: kind === 'passed' ? instant + 100 : null,
    abandonedAt: kind === 'abandoned' ? instant + 2000 : null,
    outcome: kind === 'passed' ? 'conversation' : kind,
  };
}

function periodsOf(
  calls: readonly CountedAttempt[],
  rule: string,
  detectionErrorShare: number | null = null,
): readonly RegulatorPeriod[] {
  const periods = new RegulatorPeriods({
    limitsAt: (at) => law.duties(at, FIRST_CALL).regulators,
    placesOf: (phone) => PLACES[phone] ?? [],
    detectionErrorShare,
  });
  calls.forEach((one) => periods.add(one));
  return periods.list().filter((period) => period.rule === rule);
}

const many = (count: number, phone: string, at: string, kind: Kind): readonly CountedAttempt[] =>
  Array.from({ length: count }, () => call(phone, at, kind));
const [CHICAGO, SAN_FRANCISCO, LONDON, TORONTO] = Object.keys(PLACES) as [string, string, string, string];

describe('abandonment as regulators count it', () => {
  test('FCC and FTC: 30 days of the campaign each, calls into the United States alone', () => {
    const calls = [
      ...many(97, CHICAGO, '2026-06-10T16:00:00Z', 'passed'),
      ...many(3, CHICAGO, '2026-06-10T16:00:00Z', 'abandoned'),
      // Abroad, and 30 days later to the second: neither is in the first period.
      ...many(50, LONDON, '2026-06-10T16:00:00Z', 'abandoned'),
      call(CHICAGO, '2026-07-01T15:00:00Z', 'abandoned'),
    ];
    for (const [rule, regulator] of [
      ['us.tcpa.abandon3', 'FCC'],
      ['us.tsr.abandon', 'FTC'],
    ] as const)
      expect(periodsOf(calls, rule)).toMatchObject([
        {
          regulator,
          place: 'US',
          from: FIRST_CALL,
          until: Date.parse('2026-07-01T15:00:00Z'),
          liveAnswers: 100,
          abandoned: 3,
          rate: 0.03,
          isExceeded: false,
        },
        { liveAnswers: 1, abandoned: 1, rate: 1, isExceeded: true },
      ]);
  });

  test('CPUC: calls into California alone', () => {
    const calls = [
      ...many(9, SAN_FRANCISCO, '2026-06-10T16:00:00Z', 'passed'),
      call(SAN_FRANCISCO, '2026-06-10T16:00:00Z', 'abandoned'),
      ...many(90, CHICAGO, '2026-06-10T16:00:00Z', 'passed'),
    ];
    expect(periodsOf(calls, 'us.ca.abandon')).toMatchObject([
      { regulator: 'CPUC', place: 'US-CA', liveAnswers: 10, abandoned: 1, rate: 0.1, isExceeded: true },
    ]);
    expect(periodsOf(calls, 'us.tcpa.abandon3')).toMatchObject([{ liveAnswers: 100, rate: 0.01 }]);
  });

  test('CRTC: calendar months of Toronto, at most 5 %', () => {
    const calls = [
      ...many(19, TORONTO, '2026-07-01T03:59:59Z', 'passed'),
      call(TORONTO, '2026-07-01T03:59:59Z', 'abandoned'),
      call(TORONTO, '2026-07-01T04:00:00Z', 'passed'),
    ];
    expect(periodsOf(calls, 'ca.pdd5')).toMatchObject([
      { regulator: 'CRTC', liveAnswers: 20, abandoned: 1, rate: 0.05, isExceeded: false },
      { liveAnswers: 1, abandoned: 0, rate: 0, from: Date.parse('2026-07-01T04:00:00Z') },
    ]);
  });

  test('Ofcom: 24 hours of London, over calls passed or abandoned, with the estimate of detection errors', () => {
    const calls = [
      ...many(96, LONDON, '2026-06-10T16:00:00Z', 'passed'),
      ...many(2, LONDON, '2026-06-10T16:00:00Z', 'abandoned'),
      ...many(5, LONDON, '2026-06-10T16:00:00Z', 'reneged'),
      ...many(100, LONDON, '2026-06-10T16:00:00Z', 'machine'),
      call(LONDON, '2026-06-10T23:00:00Z', 'passed'),
    ];
    // Without an estimate: 2 / (96 + 2). With 2 % of 100 machine verdicts: (2 + 2) / (96 + 2 + 2).
    expect(periodsOf(calls, 'uk.ofcom.abandon')).toMatchObject([
      { regulator: 'Ofcom', detectionErrors: null, numerator: 2, denominator: 98, isExceeded: false },
      { numerator: 0, denominator: 1, from: Date.parse('2026-06-10T23:00:00Z') },
    ]);
    expect(periodsOf(calls, 'uk.ofcom.abandon', 0.02)[0]).toMatchObject({
      detectionErrors: 2,
      numerator: 4,
      denominator: 100,
      rate: 0.04,
      isExceeded: true,
    });
  });

  test('each figure names its formula and its source', () => {
    for (const phone of Object.keys(PLACES)) {
      const [period] = periodsOf([call(phone, '2026-06-10T16:00:00Z', 'passed')], 'us.tcpa.abandon3');
      if (period)
        expect([period.formula, period.source?.href]).toEqual([
          expect.stringMatching(/\//),
          expect.stringMatching(/^http/),
        ]);
    }
    const rules = law.duties(FIRST_CALL, FIRST_CALL).regulators;
    expect(rules.map(({ measure }) => measure.regulator).sort()).toEqual([
      'CPUC',
      'CRTC',
      'FCC',
      'FTC',
      'Ofcom',
    ]);
    expect(rules.every(({ source }) => source !== undefined)).toBe(true);
  });
});
