import { describe, expect, test } from '@jest/globals';
import { replaysEqually, type AuditRecord } from '@outdial/compliance';
import type { GateRequest } from '@outdial/core';
import { toSettings } from '../../src/campaign-file/to-settings.js';
import { checkCampaign } from '../../src/campaign-file/read-campaign-file.js';
import { createCampaignCompliance, type CampaignCompliance } from '../../src/gate/campaign-compliance.js';
import { NO_LISTS, type DoNotCallLists } from '../../src/gate/do-not-call-lists.js';

const PHONE = '+12125550143';
/** A Wednesday in New York, local time with offset -04:00. */
const newYork = (clock: string): number => Date.parse(`2026-06-10T${clock}:00-04:00`);

function law(
  changes: Record<string, unknown> = {},
  compliance: Record<string, unknown> = {},
  lists: DoNotCallLists = NO_LISTS,
): CampaignCompliance {
  const file = checkCampaign({
    id: 'c',
    name: 'C',
    mode: 'predictive',
    callerNumber: '+12025550100',
    countries: ['US', 'GB'],
    live: true,
    lists: [{ id: 'l' }],
    compliance: {
      purpose: 'telemarketing',
      callerNumberTakesRequests: true,
      doNotCallVersion: '2026-06-01',
      ...compliance,
    },
    abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
    ...changes,
  });
  return createCampaignCompliance(file, {}, { doNotCall: lists });
}

function ask(at: number, changes: Partial<GateRequest> = {}): GateRequest {
  return {
    at,
    campaignId: 'c',
    lead: { phone: PHONE, region: 'NY', country: 'US' },
    history: [],
    mode: 'predictive',
    humanInitiated: false,
    voices: ['live'],
    ...changes,
  };
}

describe('the gate about contacts of the business', () => {
  test('asks no rule about solicitation, and never opens an interlock', () => {
    const { gate } = law();
    const night = newYork('03:00');
    expect(gate.decide(ask(night, { mode: 'manual', humanInitiated: true })).allowed).toBe(false);
    const contact = { mode: 'manual', humanInitiated: true, isContact: true } as const;
    expect(gate.decide(ask(night, contact))).toMatchObject({ allowed: true, evaluations: [] });
    for (const phone of ['+19005550143', '+1911', '+33142685300'])
      expect(gate.decide(ask(night, { ...contact, lead: { phone } }))).toMatchObject({ allowed: false });
  });
});

describe('the gate', () => {
  test('allows a call in the afternoon, and keeps a record that replays', () => {
    const decision = law().gate.decide(ask(newYork('15:00')));
    expect(decision).toMatchObject({ allowed: true, refusals: [], nextAllowedAt: newYork('15:00') });
    expect(decision.record).toMatchObject({
      ruleSet: expect.stringMatching(/^\d{4}-\d\d-\d\d/),
      timeZoneData: expect.stringMatching(/^\d{4}/),
      closingMargin: 30_000,
    });
    expect(decision.evaluations).toMatchObject([
      {
        ruleSetVersion: expect.stringMatching(/^\d{4}-\d\d-\d\d/),
        when: 'now',
        request: { lead: { phone: PHONE }, campaign: { voice: 'live', mode: 'predictive' } },
        verdict: { allowed: true, timeZones: ['America/New_York'], jurisdictions: ['US', 'US-NY', 'US-NYC'] },
        trace: expect.arrayContaining([
          expect.objectContaining({ rule: 'us.tcpa.hours', verdict: 'allows' }),
        ]),
      },
    ]);
    const [evaluation] = decision.evaluations ?? [];
    const stored: AuditRecord = JSON.parse(JSON.stringify(evaluation));
    expect(replaysEqually(stored, law().compliance)).toBe(true);
  });

  test('refuses after hours until the next morning', () => {
    const decision = law().gate.decide(ask(newYork('21:30')));
    expect(decision.allowed).toBe(false);
    expect(decision.refusals.map((refusal) => refusal.rule)).toContain('us.tcpa.hours');
    expect(decision.nextAllowedAt).toBe(newYork('08:00') + 24 * 3_600_000);
  });

  test('stops 30 s before the close, to the second', () => {
    const { gate } = law();
    const close = newYork('21:00');
    expect(gate.decide(ask(close - 30_001)).allowed).toBe(true);
    const late = gate.decide(ask(close - 30_000));
    expect(late.allowed).toBe(false);
    expect(late.refusals[0]?.message).toContain('Within 30 s of the end of the calling window');
    expect(late.nextAllowedAt).toBe(newYork('08:00') + 24 * 3_600_000);
  });

  test('asks for every voice the call may play: a recording needs consent that a person does not', () => {
    const { gate } = law();
    const at = newYork('15:00');
    expect(gate.decide(ask(at, { voices: ['live'] })).allowed).toBe(true);
    const recorded = gate.decide(ask(at, { voices: ['live', 'prerecorded'] }));
    expect(recorded.allowed).toBe(false);
    expect(recorded.refusals.map((refusal) => refusal.rule)).toContain('us.tcpa.pewc');
    expect(new Set(recorded.refusals.map((refusal) => refusal.rule)).size).toBe(recorded.refusals.length);
    const consented = {
      phone: PHONE,
      region: 'NY',
      country: 'US',
      consent: { type: 'written', at: newYork('09:00') - 86_400_000 },
    };
    expect(gate.decide(ask(at, { voices: ['live', 'prerecorded'], lead: consented })).allowed).toBe(true);
  });

  test('holds numbers back by interlock before the law is asked', () => {
    const decision = law().gate.decide(ask(newYork('15:00'), { lead: { phone: '+19005550123' } }));
    expect(decision).toMatchObject({
      allowed: false,
      nextAllowedAt: null,
      refusals: [{ rule: 'interlock.premium' }],
    });
    expect(law({ live: false }).gate.decide(ask(newYork('15:00'))).refusals[0]?.rule).toBe(
      'interlock.allow-list',
    );
  });

  test('above the abandonment limit refuses a predictive call, and allows one with a reserved agent', () => {
    const abandonment = [
      { limitId: 'us.tcpa.abandon3', periodStart: '2026-06-01', liveAnswers: 100, abandoned: 5 },
    ];
    const spent = law().gate.decide(ask(newYork('15:00'), { abandonment }));
    expect(spent.refusals.some((refusal) => refusal.scope === 'campaign')).toBe(true);
    expect(law().gate.decide(ask(newYork('15:00'), { abandonment, mode: 'progressive' })).allowed).toBe(true);
  });

  test("tells each country's law the figures of its own limits and periods", () => {
    const abandonment = [
      { limitId: 'us.tcpa.abandon3', periodStart: '2026-05-20', liveAnswers: 1000, abandoned: 10 },
      { limitId: 'uk.ofcom.abandon', periodStart: '2026-06-10', liveAnswers: 50, abandoned: 2 },
      { limitId: 'client.abandonment', periodStart: '2026-05-20', liveAnswers: 10, abandoned: 9 },
    ];
    const { gate } = law();
    expect(gate.decide(ask(newYork('10:00'), { abandonment })).allowed).toBe(true);
    const british = gate.decide(ask(newYork('10:00'), { abandonment, lead: { phone: '+442079460018' } }));
    expect(british.refusals).toMatchObject([
      {
        rule: 'uk.ofcom.abandon',
        scope: 'campaign',
        message: expect.stringContaining('2 of 50 live answers were abandoned since 2026-06-10'),
      },
    ]);
  });

  test('refuses facts it cannot read, and names the remedy', () => {
    const decision = law().gate.decide(
      ask(newYork('15:00'), { history: [{ at: Number.NaN, direction: 'outbound', outcome: 'busy' }] }),
    );
    expect(decision).toMatchObject({
      allowed: false,
      refusals: [{ rule: 'gate.unreadable-facts', message: expect.stringContaining('import it again') }],
      evaluations: [
        { when: 'unreadable', verdict: { allowed: false, refusals: [{ rule: 'gate.unreadable-facts' }] } },
      ],
    });
  });

  test("adds the client's own hours, which can only refuse", () => {
    const own = law(
      {},
      {
        policies: [{ id: 'client.office', kind: 'hours', weekdays: '09:00-17:00', saturday: '', sunday: '' }],
      },
    );
    expect(own.gate.decide(ask(newYork('16:00'))).allowed).toBe(true);
    const evening = own.gate.decide(ask(newYork('18:00')));
    expect(evening.refusals.map((refusal) => refusal.rule)).toEqual(['client.office']);
  });
});

describe('the duties of a campaign', () => {
  test('become limits of the engine, each over its own period', () => {
    const firstCallAt = newYork('10:00');
    const duties = law().duties(newYork('15:00'), firstCallAt);
    expect(duties.limits).toEqual(
      expect.arrayContaining([
        { id: 'us.tcpa.abandon3', limit: 0.03, period: { startsAt: firstCallAt, lengthMs: 30 * 86_400_000 } },
      ]),
    );
    expect(duties).toMatchObject({
      connectGraceMs: 2000,
      minimumRingTimeMs: 15_000,
      abandonedBanMs: 72 * 3_600_000,
    });
    const canada = law({ countries: ['CA'] }).duties(newYork('15:00'), firstCallAt);
    expect(canada.limits).toEqual([
      {
        id: 'ca.pdd5',
        limit: 0.05,
        period: { startsAt: Date.parse('2026-06-01T00:00:00-04:00'), lengthMs: 30 * 86_400_000 },
      },
    ]);
  });

  test('count days and months by the calendar of the place, 23 hours long where the clocks go forward', () => {
    const at = Date.parse('2026-03-29T12:00:00Z');
    const limits = law({ countries: ['GB', 'CA'] }).duties(at, at).limits;
    expect(Object.fromEntries(limits.map(({ id, period }) => [id, period]))).toEqual({
      'uk.ofcom.abandon': { startsAt: Date.parse('2026-03-29T00:00:00Z'), lengthMs: 23 * 3_600_000 },
      'ca.pdd5': { startsAt: Date.parse('2026-03-01T00:00:00-05:00'), lengthMs: (31 * 24 - 1) * 3_600_000 },
    });
    const made = law({ countries: ['GB'] });
    const [summer] = made.duties(Date.parse('2026-07-01T22:59:59Z'), at).limits;
    expect(summer?.period.startsAt).toBe(Date.parse('2026-06-30T23:00:00Z'));
    expect(
      made.countsOf(
        [
          {
            limitId: 'uk.ofcom.abandon',
            periodStart: summer?.period.startsAt ?? 0,
            liveAnswers: 1,
            abandoned: 0,
          },
        ],
        at,
      ),
    ).toMatchObject([{ periodStart: '2026-07-01' }]);
  });

  test("begin the client's own limit with the campaign's first call, whatever the law's periods", () => {
    const file = checkCampaign({
      id: 'c',
      name: 'C',
      mode: 'predictive',
      callerNumber: '+12025550100',
      countries: ['GB'],
      lists: [{ id: 'l' }],
      compliance: { purpose: 'telemarketing' },
      abandonment: {
        identification: ['sound:a'],
        optOutNumber: '+12025550101',
        optOutOffer: ['sound:b'],
        limitShare: 0.01,
      },
    });
    const firstCallAt = newYork('10:00');
    const limits = toSettings(
      file,
      {},
      createCampaignCompliance(file, {}).duties(firstCallAt + 5 * 86_400_000, firstCallAt),
    ).limits;
    expect(limits.at(-1)).toEqual({
      id: 'client.abandonment',
      limit: 0.01,
      period: { startsAt: firstCallAt, lengthMs: 30 * 86_400_000 },
    });
  });
});

describe('the review before a campaign starts', () => {
  const blocking = (made: CampaignCompliance): string[] =>
    made
      .review(newYork('15:00'))
      .filter((finding) => finding.blocks)
      .map((finding) => finding.rule);

  test('lets a sound campaign start', () => {
    expect(blocking(law())).toEqual([]);
  });

  test('refuses a stale registry copy and a caller number that takes no requests', () => {
    expect(blocking(law({}, { doNotCallVersion: '2026-01-01' }))).toContain('us.tcpa.dnc_31day');
    expect(blocking(law({}, { callerNumberTakesRequests: false }))).toContain('us.fcc.callerid');
  });
});

describe('the calling window of a place', () => {
  test('opens and closes by the law there, to the minute, less the closing margin', () => {
    const { windowOf } = law();
    const noon = newYork('12:00');
    const { open, changesAt } = windowOf({ country: 'US', region: 'NY' }, noon);
    expect(open).toBe(true);
    expect(Math.abs((changesAt ?? 0) - (newYork('21:00') - 30_000))).toBeLessThanOrEqual(60_000);
    expect(windowOf({ country: 'US', region: 'HI' }, noon)).toEqual({
      open: false,
      changesAt: Date.parse('2026-06-10T08:00:00-10:00'),
    });
    expect(windowOf({ country: 'US', areaCode: '213' }, newYork('10:00'))).toEqual({
      open: false,
      changesAt: Date.parse('2026-06-10T08:00:00-07:00'),
    });
  });
});
