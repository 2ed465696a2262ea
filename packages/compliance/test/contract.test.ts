/** The contract as an outside program meets it: shapes, absent facts, places, and what it is made with. */
import { describe, expect, test } from '@jest/globals';
import {
  ComplianceInputError,
  DoNotCallSet,
  covers,
  createCompliance,
  currentRuleId,
  ruleTitle,
  uncoveredMedium,
  type Decision,
  type Pack,
} from '../src/index.js';
import {
  FULL_CAMPAIGN,
  FULL_ENTRY,
  FULL_LEAD,
  ask,
  at,
  base,
  compliance,
  rulesOf,
} from './contract-requests.js';
import { fromOutside } from './from-outside.js';

describe('a decision', () => {
  test('has the members of the contract, allowed or not', () => {
    const allowed = ask();
    expect(allowed).toMatchObject({
      allowed: true,
      refusals: [],
      nextAllowedAt: at,
      timeZones: ['America/Denver'],
    });
    const refused = ask({}, {}, [], Date.parse('2026-07-07T07:00:00Z'));
    expect(refused.allowed).toBe(false);
    expect(refused.nextAllowedAt).toBe(Date.parse('2026-07-07T14:00:00Z'));
    for (const refusal of refused.refusals) {
      expect(Object.keys(refusal).sort()).toEqual(['citation', 'message', 'nextAllowedAt', 'rule', 'scope']);
      expect(['call', 'lead', 'campaign']).toContain(refusal.scope);
    }
    for (const entry of refused.trace) expect(['allows', 'refuses', 'notes', 'off']).toContain(entry.verdict);
    expect(JSON.parse(JSON.stringify(refused)) as Decision).toEqual({ ...refused, trace: refused.trace });
  });

  test('takes every fact of the contract, all at once', () => {
    expect(ask(FULL_LEAD, FULL_CAMPAIGN, [FULL_ENTRY]).allowed).toBe(true);
  });

  test('leaves the request as it was', () => {
    const request = {
      at,
      lead: { ...FULL_LEAD, city: null },
      campaign: FULL_CAMPAIGN,
      history: [FULL_ENTRY],
    };
    const copy = structuredClone(request);
    compliance.evaluate(fromOutside(request));
    expect(request).toEqual(copy);
  });
});

describe('absent and null facts', () => {
  const purposes = ['telemarketing', 'debt-collection', 'healthcare', 'political', 'emergency'];
  test.each([
    ...Object.keys(FULL_LEAD)
      .filter((key) => key !== 'phone')
      .map((key) => ['lead', key]),
    ...Object.keys(FULL_CAMPAIGN)
      .filter((key) => !['purpose', 'mode', 'voice'].includes(key))
      .map((key) => ['campaign', key]),
  ])('null in %s.%s reads as absent', (part, key) => {
    for (const purpose of purposes)
      for (const voice of ['live', 'prerecorded']) {
        const known = { lead: { ...FULL_LEAD }, campaign: { ...FULL_CAMPAIGN, purpose, voice } } as Record<
          string,
          Record<string, unknown>
        >;
        const without = structuredClone(known);
        (known[part as string] as Record<string, unknown>)[key as string] = null;
        delete (without[part as string] as Record<string, unknown>)[key as string];
        const judged = (facts: object): string =>
          JSON.stringify(compliance.evaluate(fromOutside({ at, history: [FULL_ENTRY], ...facts })));
        expect(judged(known)).toBe(judged(without));
      }
  });

  test.each(['phone', 'voice', 'purpose', 'seller', 'debtId', 'subject', 'eventId', 'callbackConsent'])(
    'null in history[].%s reads as absent',
    (key) => {
      const { [key as keyof typeof FULL_ENTRY]: _dropped, ...rest } = FULL_ENTRY;
      for (const purpose of ['telemarketing', 'debt-collection'])
        expect(JSON.stringify(ask({}, { purpose, debtId: 'A' }, [{ ...FULL_ENTRY, [key]: null }]))).toBe(
          JSON.stringify(ask({}, { purpose, debtId: 'A' }, [rest])),
        );
    },
  );

  test('nulls inside a consent read as absent, too', () => {
    const recorded = { mode: 'agentless', voice: 'prerecorded', seller: 'Acorn' };
    expect(
      ask(
        {
          consent: {
            type: 'written',
            at: at - 1,
            scope: null,
            sellers: null,
            revokedAt: null,
            scopeRevoked: null,
          },
        },
        recorded,
      ).allowed,
    ).toBe(true);
  });
});

describe('unknown places', () => {
  test.each([
    ['+13035550162', 'ZZ'],
    ['+34600000000', 'ZZ'],
    ['+525550000000', 'ZZZ'],
    ['+551130000000', 'ZZ'],
    ['+61255500202', 'ZZ'],
    ['+442079460199', 'England'],
    ['+33199000200', 'ZZZ'],
    ['+6494000000', 'ZZ'],
    ['+27110000000', 'ZZ'],
  ])('the region of %s in %s is ignored and traced', (phone, region) => {
    const consent = { type: 'written', at: at - 1 };
    const ignored = ask({ phone, region, consent });
    expect(
      ignored.trace.some(
        (entry) => entry.rule === 'policy.zone_union' && entry.detail?.includes('region') === true,
      ),
    ).toBe(true);
    expect({ ...ignored, trace: 0 }).toEqual({ ...ask({ phone, region: undefined, consent }), trace: 0 });
  });

  test('an unknown zone is ignored and traced; an unknown country refuses as unmodelled', () => {
    expect(
      ask({ timeZone: 'Mars/Olympus', timeZoneSource: 'confirmed' }).trace.some(
        (entry) => entry.detail?.includes('timeZone') === true,
      ),
    ).toBe(true);
    expect(rulesOf(ask({ country: 'XX' }))).toEqual(['policy.unmodelled']);
  });

  test('only the recording unmodelled: a person may still call', () => {
    const liveOnly: Pack = {
      country: 'NO',
      name: 'Norway',
      timeZone: 'Europe/Oslo',
      rules: [],
      unmodelled: covers('NO', { political: 'live' }),
    };
    const recorded = { purpose: 'political', mode: 'agentless', voice: 'prerecorded' } as const;
    const own = createCompliance({ packs: [liveOnly] });
    const lead = { phone: '+4721234567' };
    expect(own.evaluate({ at, lead, campaign: recorded, history: [] }).refusals).toMatchObject([
      { rule: 'policy.unmodelled', scope: 'call', nextAllowedAt: null },
    ]);
    expect(ask({ phone: '+46812345678', region: undefined }).refusals).toMatchObject([
      { rule: 'policy.unmodelled', scope: 'lead' },
    ]);
    expect(
      createCompliance({ acceptUnmodelled: ['SE'] }).evaluate({ ...base, lead: { phone: '+46812345678' } })
        .allowed,
    ).toBe(true);
  });

  test('a zone given by another name is corrected like the zone itself', () => {
    const when = Date.parse('2026-12-15T16:30:00Z');
    for (const timeZone of ['America/Vancouver', 'america/vancouver', 'Canada/Pacific'])
      expect({
        timeZone,
        allowed: ask(
          { phone: '+16045550100', region: undefined, timeZone, timeZoneSource: 'confirmed' },
          {},
          [],
          when,
        ).allowed,
      }).toEqual({ timeZone, allowed: true });
  });
});

describe('createCompliance', () => {
  const list = DoNotCallSet.fromNumbers(['+13035550162'], { date: '2026-07-01', source: 'a bought list' });

  test('looks every number up in its lists, and names list and source', () => {
    const own = createCompliance({ lists: [{ name: 'litigators', kind: 'litigators', numbers: list }] });
    expect(own.evaluate(base).refusals).toMatchObject([
      {
        rule: 'client.list.litigators',
        scope: 'lead',
        nextAllowedAt: null,
        message: expect.stringContaining('a bought list'),
      },
    ]);
    expect(own.evaluate({ ...base, lead: { ...base.lead, phone: '+13035550163' } }).allowed).toBe(true);
    expect(own.ruleSetVersion).not.toBe(compliance.ruleSetVersion);
  });

  test('a list bars the purposes that it names', () => {
    const numbers = list;
    const own = createCompliance({ lists: [{ name: 'b', kind: 'state', numbers, purposes: ['charity'] }] });
    expect(own.evaluate(base).allowed).toBe(true);
    const charity = { ...base, campaign: { ...base.campaign, purpose: 'charity' as const } };
    expect(own.evaluate(charity).refusals.map(({ rule }) => rule)).toContain('client.list.b');
    expect(own.ruleSetVersion).not.toBe(
      createCompliance({ lists: [{ name: 'b', kind: 'state', numbers }] }).ruleSetVersion,
    );
  });

  test('a national list is the public registry', () => {
    expect(
      rulesOf(
        createCompliance({ lists: [{ name: 'registry', kind: 'national', numbers: list }] }).evaluate(base),
      ),
    ).toEqual(['us.tcpa.dnc_national', 'us.tsr.dnc']);
  });

  test('absent options are as none; UK is read as GB', () => {
    expect(
      createCompliance(
        fromOutside({
          jurisdictions: undefined,
          policies: undefined,
          lists: undefined,
          timeZoneOverrides: undefined,
          strict: undefined,
        }),
      ).evaluate(base).allowed,
    ).toBe(true);
    expect(
      createCompliance({ jurisdictions: ['UK'] }).evaluate({
        ...base,
        lead: { phone: '+442079460199', lineType: 'landline' },
      }).allowed,
    ).toBe(true);
  });

  test.each<[string, object]>([
    ['client.a.weekdays', { kind: 'hours', weekdays: '9-18', saturday: '', sunday: '' }],
    ['client.a.sunday', { kind: 'hours', weekdays: '*', saturday: '', sunday: '18:00-09:00' }],
    [
      'client.a.closedDates',
      { kind: 'hours', weekdays: '*', saturday: '', sunday: '', closedDates: ['24.12.2026'] },
    ],
    ['client.a.kind', { kind: 'quota' }],
    ['client.a.max', { kind: 'cap', max: 0, period: { hours: 1 }, per: 'person' }],
    ['client.a.period', { kind: 'cap', max: 1, period: {}, per: 'person' }],
    ['client.a.period', { kind: 'cap', max: 1, period: { days: 1.5 }, per: 'person' }],
    ['client.a.per', { kind: 'cap', max: 1, period: { hours: 1 }, per: 'lead' }],
    ['client.a.hours', { kind: 'cool-down', after: ['busy'], hours: 0 }],
    ['client.a.after', { kind: 'cool-down', after: ['answered'], hours: 1 }],
    ['client.a.purposes', { kind: 'list', list: 'x', source: 'y', purposes: ['sales'] }],
  ])('a policy that cannot be read is an error that names %s', (field, policy) => {
    expect(() => createCompliance({ policies: [fromOutside({ id: 'client.a', ...policy })] })).toThrow(
      expect.objectContaining({ name: 'ComplianceInputError', field }),
    );
  });

  test.each([
    ['campaign.purpose', { purpose: 'sales' }],
    ['campaign.mode', { mode: 'Predictive' }],
    ['campaign.voice', { voice: 'sms' }],
  ])('review and duties of a campaign of no known kind are an error that names %s', (field, change) => {
    const campaign = { ...base.campaign, ...fromOutside(change) };
    const error = expect.objectContaining({ name: 'ComplianceInputError', field });
    expect(() => createCompliance().reviewCampaign(campaign)).toThrow(error);
    expect(() => createCompliance().duties(campaign)).toThrow(error);
  });

  test.each([
    ['emergency', { emergency: [] }],
    ['emergencies[0].region', { emergencies: [{ place: 'US-LA', from: 0 }] }],
    ['emergencies[0].region', { emergencies: [{ region: 'US-LA', from: 0 }] }],
    ['emergencies[0].from', { emergencies: [{ region: 'LA', from: '2026-07-13' }] }],
  ])('an option that would be without effect is an error that names %s', (field, options) => {
    expect(() => createCompliance(fromOutside(options))).toThrow(
      expect.objectContaining({ name: 'ComplianceInputError', field }),
    );
  });

  test('zone overrides of unknown zones or without numbers are an error', () => {
    expect(() =>
      createCompliance({ timeZoneOverrides: { 'Mars/Olympus': [{ from: 0, offsetMinutes: 0 }] } }),
    ).toThrow(expect.objectContaining({ field: 'timeZoneOverrides.Mars/Olympus' }));
    expect(() =>
      createCompliance({
        timeZoneOverrides: { 'Europe/Rome': [{ from: 0, offsetMinutes: fromOutside('+60') }] },
      }),
    ).toThrow(expect.objectContaining({ field: 'timeZoneOverrides.Europe/Rome' }));
  });

  test('strict mode asks only for facts a rule that applies needs', () => {
    const strict = createCompliance({ strict: true });
    const lead = { phone: '+442079460199', lineType: 'landline', region: 'ENG', doNotCall: {} } as const;
    const rules = (campaign: object): string[] =>
      rulesOf(
        strict.evaluate({ ...base, lead, campaign: { ...base.campaign, ringTimeout: 20_000, ...campaign } }),
      );
    expect(rules({})).toEqual(['uk.ofcom.abandon']);
    expect(rules({ mode: 'progressive' })).toEqual([]);
    expect(rules({ mode: 'progressive', ringTimeout: undefined })).toEqual(['uk.ofcom.ring15']);
    const singapore = {
      ...base,
      at: Date.parse('2026-07-07T12:00:00+08:00'),
      lead: { phone: '+6561234567', doNotCall: {} },
    };
    expect(rulesOf(strict.evaluate(singapore))).toEqual(['sg.dnc']);
    expect(
      rulesOf(
        strict.evaluate({
          ...singapore,
          campaign: { ...base.campaign, doNotCallVersionAt: singapore.at },
        }),
      ),
    ).toEqual([]);
  });

  test('courtesy hours that cannot be read are an error that names the part', () => {
    expect(() =>
      createCompliance({ courtesyHours: { weekdays: '8-21', saturday: '*', sunday: '' } }),
    ).toThrow(expect.objectContaining({ field: 'courtesyHours.weekdays' }));
  });

  test('a rule that was renamed is understood by its old id', () => {
    expect(ruleTitle('policy.healthcare_hours')).toBe(ruleTitle('policy.courtesy_hours'));
    expect(currentRuleId('policy.healthcare_hours')).toBe('policy.courtesy_hours');
    expect(currentRuleId('us.tcpa.hours')).toBe('us.tcpa.hours');
    expect(currentRuleId('constructor')).toBe('constructor');
  });

  test.each([
    [{ voice: 'sms' }, 'campaign.voice', /text messages, which is not covered/],
    [{ voice: 'Text Message' }, 'campaign.voice', /text messages/],
    [{ mode: 'ringless_voicemail' }, 'campaign.mode', /ringless voicemail, which is not covered/],
    [{ mode: 'rvm' }, 'campaign.mode', /ringless voicemail/],
    [{ channel: 'whatsapp' }, 'campaign.channel', /text messages/],
    [{ medium: 'e-mail' }, 'campaign.medium', /only telephone calls are/],
  ])('a campaign with %j is refused by the name of what it asks for', (campaign, field, problem) => {
    const judge = (): Decision => ask({}, campaign);
    expect(judge).toThrow(problem);
    expect(judge).toThrow(expect.objectContaining({ field, code: 'bad-input' }));
  });

  test('a word for calls is no message: a channel of calls is judged', () => {
    expect(ask({}, { channel: 'voice' }).allowed).toBe(true);
    expect(uncoveredMedium('prerecorded')).toBeUndefined();
    expect(uncoveredMedium(7)).toBeUndefined();
  });

  test('two policies of one id are an error', () => {
    const policy = { id: 'client.a', kind: 'list', list: 'x', source: 'y' } as const;
    expect(() => createCompliance({ policies: [policy, policy] })).toThrow(/twice/);
  });

  test('reviews and duties without an instant go by the table as it stands; the list of rules needs one', () => {
    const sales = { ...base.campaign, countries: ['US'], ringTimeout: 10_000 };
    expect(compliance.reviewCampaign(sales, {}).findings.map((finding) => finding.rule)).toContain(
      'us.tcpa.ring15',
    );
    expect(compliance.reviewCampaign(sales).allowed).toBe(false);
    expect(compliance.duties(sales).minimumRingTime).toBe(15_000);
    expect(compliance.duties({ ...sales, countries: ['UK'] }).retryBans).toHaveLength(2);
    expect(() => compliance.listRules(Number.NaN)).toThrow(ComplianceInputError);
  });
});
