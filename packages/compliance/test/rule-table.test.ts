import { describe, expect, test } from '@jest/globals';
import { createCompliance } from '../src/index.js';
import { PACKS } from '../src/jurisdictions/packs.js';
import { parseCivilDate } from '../src/time/civil-date.js';
import { periodsOf, type DatedValue } from '../src/engine/parameter.js';
import { fromOutside } from './from-outside.js';

const rules = [...PACKS.values()].flatMap((pack) => pack.rules.map((rule) => ({ pack, rule })));
const number = (from: string | null, value: number, until?: string): DatedValue<number> => ({
  from,
  ...(until === undefined ? {} : { until }),
  value,
  source: { title: 't', href: 'https://example.org', pinpoint: 'p' },
  verification: 'primary',
  verifiedOn: '2026-11-22',
});

describe('rule table', () => {
  test('every rule names its citation, sources with links, and a real date of verification', () => {
    for (const { rule } of rules) {
      expect(rule.citation.length).toBeGreaterThan(3);
      expect(rule.title.length).toBeGreaterThan(5);
      for (const { dated } of rule.periods) {
        expect(dated.source.href).toMatch(/^https?:\/\//);
        expect(dated.source.pinpoint).not.toBe('');
        expect(dated.verifiedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
      }
    }
  });

  test('a source links to a text, or its site is among those that give the text no stable address', () => {
    const sitesAlone = new Set(
      rules.flatMap(({ rule }) =>
        rule.periods
          .map(({ dated }) => new URL(dated.source.href))
          .filter(({ pathname, hash }) => pathname === '/' && hash === '')
          .map(({ host }) => host),
      ),
    );
    expect([...sitesAlone].sort()).toEqual([
      'laws.yukon.ca',
      'marketing.org.nz',
      'repep.profeco.gob.mx',
      'rules.cityofnewyork.us',
      'www.agcom.it',
      'www.condusef.gob.mx',
      'www.garanteprivacy.it',
      'www.lpsc.louisiana.gov',
      'www.naomeperturbe.com.br',
      'www.nunavutlegislation.ca',
      'www.rbi.org.in',
      'www.trai.gov.in',
    ]);
  });

  test('a law of a US state has a first date, or says why none is known', () => {
    for (const { rule } of rules.filter(({ rule: { jurisdiction } }) => jurisdiction.startsWith('US-')))
      for (const { dated } of rule.periods)
        expect([rule.id, dated.from !== null || (dated.undated ?? '').endsWith('.')]).toEqual([
          rule.id,
          true,
        ]);
  });

  test('a rule that is watched names a real date', () => {
    for (const { rule } of rules)
      if (rule.watch) expect([rule.id, parseCivilDate(rule.watch.on)]).not.toContain(undefined);
  });

  test('rules that are not decided call by call say why', () => {
    for (const { rule } of rules)
      if (!rule.check)
        expect({ id: rule.id, remarks: rule.remarks.length > 10 }).toEqual({ id: rule.id, remarks: true });
  });

  test('no two rules of one jurisdiction share id and title: one would contradict the other', () => {
    const seen = new Set<string>();
    for (const { rule } of rules) {
      const key = `${rule.id}|${rule.jurisdiction}|${rule.title}`;
      expect(seen.has(key)).toBe(false);
      seen.add(key);
    }
  });

  test('every rule belongs to its pack', () => {
    for (const { pack, rule } of rules) expect(rule.jurisdiction.startsWith(pack.country)).toBe(true);
  });

  test('values that overlap in time fail to build', () => {
    const unit = 'x';
    expect(() =>
      periodsOf('a', {
        unit,
        values: [number('2026-01-01', 1, '2026-03-01'), number('2026-02-01', 2)],
      }),
    ).toThrow(/overlap/);
    expect(() =>
      periodsOf('a', {
        unit,
        values: [number('2026-02-01', 1), number('2026-01-01', 2)],
      }),
    ).toThrow(/overlap/);
    expect(() => periodsOf('a', { unit, values: [number('2026-02-30', 1)] })).toThrow(/not a date/);
    expect(() => periodsOf('a', { unit, values: [] })).toThrow(/at least one/);
    expect(periodsOf('a', { unit, values: [number(null, 1)] })[0]?.fromDay).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('listRules', () => {
  const compliance = createCompliance();
  const at = (date: string): number => Date.parse(`${date}T12:00:00Z`);
  const find = (date: string, id: string) => compliance.listRules(at(date)).find((rule) => rule.id === id);

  test('lists values in force with their dates', () => {
    expect(find('2026-10-17', 'us.pa.hours')).toMatchObject({
      value: '08:00-21:00 Mon-Sun',
      effectiveUntil: '2026-10-18',
    });
    expect(find('2026-10-18', 'us.pa.hours')).toMatchObject({
      value: '09:00-19:00 Mon-Sat, all day Sun',
      effectiveFrom: '2026-10-18',
      effectiveUntil: null,
      verification: 'secondary',
    });
    expect(find('2026-10-17', 'us.pa.sunday')).toBeUndefined();
    expect(find('2026-12-31', 'us.nyc.debt_3in7')).toBeUndefined();
    expect(find('2027-01-01', 'us.nyc.debt_3in7')).toBeDefined();
    expect(find('2027-01-01', 'us.nyc.debt_2in7_old')).toBeUndefined();
    expect(find('2027-01-30', 'us.tcpa.revoke_all')).toBeUndefined();
    expect(find('2026-11-22', 'us.fl.freq')).toMatchObject({
      value: 'at most 3 in 24 hours (calls to the person about the subject)',
      setting: 'on',
    });
  });

  test('holds the whole table of rules', () => {
    expect(compliance.listRules(at('2026-11-22')).length).toBeGreaterThan(200);
  });

  test('shows what the client set; primary rules stay on', () => {
    const own = createCompliance({
      rules: { 'us.nv.hours': 'off', 'us.wa.hours': 'strict' },
      policies: [{ id: 'client.x', kind: 'cap', max: 1, period: { days: 1 }, per: 'person' }],
    });
    const listed = own.listRules(at('2026-11-22'));
    expect(listed.find((rule) => rule.id === 'us.nv.hours')?.setting).toBe('off');
    expect(listed.find((rule) => rule.id === 'us.wa.hours')?.setting).toBe('strict');
    expect(listed.find((rule) => rule.id === 'client.x')?.kind).toBe('policy');
    expect(() => createCompliance({ rules: { 'us.tcpa.hours': 'off' } })).toThrow(/cannot be switched off/);
    expect(() => createCompliance({ rules: { 'us.xx.hours': 'off' } })).toThrow(/no rule/);
    expect(() => createCompliance({ jurisdictions: ['XX'] })).toThrow(/no rules for/);
    expect(() =>
      createCompliance({ policies: [{ id: 'mine', kind: 'list', list: 'a', source: 'b' }] }),
    ).toThrow(/client\./);
    expect(own.ruleSetVersion).not.toBe(createCompliance().ruleSetVersion);
  });
});

describe('createCompliance', () => {
  const nevada = {
    at: Date.parse('2026-07-08T03:30:00Z'),
    lead: { phone: '+17025550100', region: 'NV', lineType: 'landline' as const },
    campaign: { purpose: 'telemarketing' as const, mode: 'predictive' as const, voice: 'live' as const },
    history: [],
  };

  test('a rule switched off does not refuse, and the trace says so', () => {
    expect(
      createCompliance()
        .evaluate(nevada)
        .refusals.map((refusal) => refusal.rule),
    ).toEqual(['us.nv.hours']);
    const decision = createCompliance({ rules: { 'us.nv.hours': 'off' } }).evaluate(nevada);
    expect(decision.allowed).toBe(true);
    expect(decision.trace).toContainEqual(expect.objectContaining({ rule: 'us.nv.hours', verdict: 'off' }));
  });

  test('countries not loaded refuse as unmodelled', () => {
    expect(
      createCompliance({ jurisdictions: ['GB'] })
        .evaluate(nevada)
        .refusals.map((refusal) => refusal.rule),
    ).toEqual(['policy.unmodelled']);
  });

  test('stale zones are corrected with a note, or refuse where the client says so', () => {
    const at = Date.parse('2026-12-15T18:00:00Z');
    const request = {
      at,
      lead: { phone: '+16045550100', region: 'BC', lineType: 'landline' as const },
      campaign: nevada.campaign,
      history: [],
    };
    const compliance = createCompliance();
    const stale = compliance.zoneData.stale.includes('America/Vancouver');
    expect(
      compliance
        .evaluate(request)
        .trace.some((entry) => entry.rule === 'policy.tzdata_fresh' && entry.verdict === 'notes'),
    ).toBe(stale);
    expect(
      createCompliance({ staleZones: 'refuse' })
        .evaluate(request)
        .refusals.some((refusal) => refusal.rule === 'policy.tzdata_fresh'),
    ).toBe(stale);
    const own = createCompliance({
      staleZones: 'refuse',
      timeZoneOverrides: { 'America/Vancouver': [{ from: 0, offsetMinutes: -420 }] },
    });
    expect(own.evaluate(request).allowed).toBe(true);
  });

  test('law stands before policy in the refusals, each with citation and message', () => {
    const own = createCompliance({
      policies: [{ id: 'client.closed', kind: 'hours', weekdays: '', saturday: '', sunday: '' }],
    });
    const decision = own.evaluate({ ...nevada, at: Date.parse('2026-07-08T07:30:00Z') });
    expect(decision.refusals.map((refusal) => refusal.rule)).toEqual([
      'us.tcpa.hours',
      'us.tsr.hours',
      'us.nv.hours',
      'client.closed',
    ]);
    expect(decision.nextAllowedAt).toBeNull();
    for (const refusal of decision.refusals)
      expect([
        refusal.citation.length > 3,
        refusal.message.length > 10,
        refusal.message.includes('7025550100'),
      ]).toEqual([true, true, false]);
  });

  test.each([
    ['at', { ...nevada, at: Number.NaN }],
    ['campaign.purpose', { ...nevada, campaign: { ...nevada.campaign, purpose: 'sales' } }],
    ['campaign.mode', { ...nevada, campaign: { ...nevada.campaign, mode: 'auto' } }],
    ['lead.otherPhones', { ...nevada, lead: { ...nevada.lead, otherPhones: ['+13035550100'] } }],
    ['campaign.voice', { ...nevada, campaign: { ...nevada.campaign, voice: 'robot' } }],
    ['history', { ...nevada, history: undefined }],
    ['lead.phone', { ...nevada, lead: {} }],
    ['history[0].at', { ...nevada, history: [{ at: '2026' }] }],
    [
      'lead.inconvenient',
      {
        ...nevada,
        lead: { ...nevada.lead, inconvenient: [{ days: [0], from: '9', to: '10' }] },
        campaign: { ...nevada.campaign, purpose: 'debt-collection' },
      },
    ],
  ])('a request that cannot be read is an error that names %s', (field, request) => {
    expect(() => createCompliance().evaluate(fromOutside(request))).toThrow(
      expect.objectContaining({ name: 'ComplianceInputError', field }),
    );
  });
});
