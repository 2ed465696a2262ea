/** What cannot be read is an error by the name of the field or option, never a permission. */
import { describe, expect, test } from '@jest/globals';
import { ComplianceInputError, createCompliance, type Decision } from '../src/index.js';
import { FULL_ENTRY, ask, at, base, compliance, rulesOf } from './contract-requests.js';
import { fromOutside } from './from-outside.js';

describe('what cannot be read is an error that names the field, never a permission', () => {
  test.each<[string, object, object, readonly object[]]>([
    ['lead.lineType', { lineType: 'mobile' }, {}, []],
    ['lead.consent.at', { consent: { type: 'written', at: '2026-01-01T00:00:00Z' } }, {}, []],
    ['lead.consent.at', { consent: { type: 'written' } }, {}, []],
    ['lead.consent.type', { consent: { type: 'implied', at: 1 } }, {}, []],
    ['lead.consent.revokedAt', { consent: { type: 'written', at: 1, revokedAt: 'yesterday' } }, {}, []],
    [
      'lead.doNotCall.internal.requestedAt',
      { doNotCall: { internal: { requestedAt: '2026-01-01' } } },
      {},
      [],
    ],
    ['lead.doNotCall.internal.requestedAt', { doNotCall: { internal: {} } }, {}, []],
    ['lead.doNotCall.national', { doNotCall: { national: 'yes' } }, {}, []],
    ['lead.reassigned.queriedAt', { reassigned: { queriedAt: '2026-01-01', answer: 'yes' } }, {}, []],
    ['lead.relationship.lastTransactionAt', { relationship: { lastTransactionAt: '2026-01-01' } }, {}, []],
    ['lead.relationship.lastInquiryAt', { relationship: { lastInquiryAt: -1 } }, {}, []],
    ['lead.ceaseReceivedAt', { ceaseReceivedAt: '2026-01-01' }, {}, []],
    ['lead.isBusiness', { isBusiness: 'no' }, {}, []],
    ['lead.region', { region: 7 }, {}, []],
    ['campaign.doNotCallVersionAt', {}, { doNotCallVersionAt: '2026-01-01' }, []],
    ['campaign.ringTimeout', {}, { ringTimeout: '20 s' }, []],
    ['campaign.taxExempt', {}, { taxExempt: 'yes' }, []],
    [
      'campaign.abandonment.abandoned',
      {},
      { abandonment: { periodStart: '2026-07-01', liveAnswers: 1 } },
      [],
    ],
    [
      'campaign.abandonment.liveAnswers',
      {},
      { abandonment: { periodStart: '2026-07-01', liveAnswers: Number.NaN, abandoned: 0 } },
      [],
    ],
    ['history[0].direction', {}, {}, [{ at: at - 1, outcome: 'busy' }]],
    ['history[0].outcome', {}, {}, [{ at: at - 1, direction: 'outbound', outcome: 'answered' }]],
    ['history[1].at', {}, {}, [FULL_ENTRY, { direction: 'outbound', outcome: 'busy' }]],
    ['history[0]', {}, {}, [fromOutside(7)]],
    ['history[0].purpose', {}, {}, [{ ...FULL_ENTRY, purpose: 'debt' }]],
    ['history[0].voice', {}, {}, [{ ...FULL_ENTRY, voice: 'ai' }]],
    ['history[0].debtId', {}, {}, [{ ...FULL_ENTRY, debtId: 7 }]],
    ['history[0].phone', {}, {}, [{ ...FULL_ENTRY, phone: '303-555-0162' }]],
    ['history[0].at', {}, {}, [{ ...FULL_ENTRY, at: at / 1000 }]],
    ['history[0].callbackConsent', {}, {}, [{ ...FULL_ENTRY, callbackConsent: { from: '4 June' } }]],
    ['lead.doNotCall', { doNotCall: true }, {}, []],
    ['lead.doNotCall.federal', { doNotCall: { federal: true } }, {}, []],
    ['lead.doNotCall.lists', { doNotCall: { lists: 'litigators' } }, {}, []],
    ['lead.attorney', { attorney: true }, {}, []],
    ['lead.reassigned.answer', { reassigned: { queriedAt: at, answer: 'Yes' } }, {}, []],
    ['lead.mediumOptOut', { mediumOptOut: 'phone' }, {}, []],
    ['lead.phoneUse', { phoneUse: 'office' }, {}, []],
    ['lead.inconvenient', { inconvenient: [{ days: ['Mon'], from: '09:00', to: '10:00' }] }, {}, []],
    ['lead.inconvenient', { inconvenient: [{ days: [0], from: '9:00', to: '10:00' }] }, {}, []],
    ['lead.consent.scope', { consent: { type: 'written', at, scope: 'telemarketing' } }, {}, []],
    ['lead.consent.sellers', { consent: { type: 'written', at, sellers: 'Acme Corp' } }, {}, []],
    ['lead.consent.scopeRevoked', { consent: { type: 'written', at, scopeRevoked: ['sales'] } }, {}, []],
    ['lead.consent.revoked', { consent: { type: 'written', at, revoked: true } }, {}, []],
    ['lead.timezone', { timezone: 'America/Denver' }, {}, []],
    ['lead.zip', { zip: '80202' }, {}, []],
    ['campaign.firstparty', {}, { firstparty: true }, []],
    ['campaign.debtId', {}, { debtId: 7 }, []],
    [
      'campaign.abandonment.periodStart',
      {},
      { abandonment: { periodStart: '1 July', liveAnswers: 1, abandoned: 0 } },
      [],
    ],
  ])('%s', (field, lead, campaign, history) => {
    expect(() => ask(lead, campaign, history)).toThrow(
      expect.objectContaining({ name: 'ComplianceInputError', code: 'bad-input', field }),
    );
  });

  test('a request that is none, and instants outside 1970 to 2200', () => {
    expect(() => compliance.evaluate(fromOutside(null))).toThrow(ComplianceInputError);
    for (const when of [-1, Date.UTC(2200, 0, 1), Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => ask({}, {}, [], when)).toThrow(/^at:/);
    expect(ask({}, {}, [], Date.UTC(2199, 11, 31, 18)).nextAllowedAt).toBe(Date.UTC(2199, 11, 31, 18));
    expect(ask({}, {}, [], 0).timeZones).toEqual(['America/Denver']);
  });

  test('a number that is not E.164 tells nothing: with no other place it refuses', () => {
    expect(rulesOf(ask({ phone: '13035550162' }))).toEqual(['policy.location_unknown']);
  });

  test.each(['+1 303 555 0162', '303-555-0162', '+1303555o162'])(
    '%s refuses with an address, too: no list would find it',
    (phone) => {
      const decision = ask({ phone, region: 'CO' });
      expect(rulesOf(decision)).toEqual(['policy.location_unknown']);
      expect(decision.refusals[0]?.message).toContain('+12025550100');
    },
  );

  test('a fact of the caller itself is no misspelling', () => {
    expect(ask({ loyaltyNumber: 7 }, { name: 'spring' }).allowed).toBe(true);
  });

  test('what a caller does to a decision does not reach the next one', () => {
    const night = (): Decision => ask({}, {}, [], at - 12 * 3_600_000);
    const { refusals, timeZones, jurisdictions, trace } = night();
    for (const list of [refusals, timeZones, jurisdictions, trace]) expect(Object.isFrozen(list)).toBe(true);
    expect([...refusals, ...trace].every((entry) => Object.isFrozen(entry))).toBe(true);
    const [listed] = compliance.listRules(at);
    fromOutside(listed?.source).title = 'changed';
    expect(compliance.listRules(at)[0]?.source.title).not.toBe('changed');
  });
});

describe('options that would be without effect are errors that name the option', () => {
  test.each([
    ['options', null],
    ['options', []],
    ['jurisdictions', { jurisdictions: 'US' }],
    ['policies', { policies: {} }],
    ['rules.us.nv.hours', { rules: { 'us.nv.hours': 'OFF' } }],
    ['acceptUnmodelled', { acceptUnmodelled: 'KE' }],
    ['acceptUnmodelled', { acceptUnmodelled: ['Kenya'] }],
    ['strict', { strict: 'yes' }],
    ['staleZones', { staleZones: 'ignore' }],
    ['lists[0].kind', { lists: [{ name: 'x', kind: 'federal', numbers: new Set() }] }],
    ['lists[0].name', { lists: [{ kind: 'national', numbers: new Set() }] }],
    ['lists[0].numbers', { lists: [{ name: 'x', kind: 'national', numbers: ['+13035550162'] }] }],
  ])('%s: %j', (field, options) => {
    expect(() => createCompliance(fromOutside(options))).toThrow(
      expect.objectContaining({ code: 'bad-input', field }),
    );
  });

  test.each(['KE', 'unknown-country', 'US-OH:debt-collection:first-party', 'GB:charity:recorded'])(
    'the name %s may be accepted',
    (name) => {
      expect(() => createCompliance({ acceptUnmodelled: [name] })).not.toThrow();
    },
  );
});

describe('a campaign that is reviewed is read as one that calls', () => {
  test.each([
    ['campaign.countries', { countries: ['USA'] }],
    ['campaign.countries', { countries: ['us'] }],
    ['campaign.countries', { countries: 'US' }],
    ['campaign.registryProof', { registryProof: 'US' }],
    ['campaign.ringTimeout', { ringTimeout: '15' }],
    ['campaign.firstparty', { firstparty: true }],
    ['campaign.registrations[0].place', { registrations: [{ kind: 'permit', place: 'Texas', number: '1' }] }],
  ])('%s: %j', (field, wrong) => {
    const campaign = fromOutside({ ...base.campaign, ...wrong });
    const error = expect.objectContaining({ code: 'bad-input', field });
    expect(() => compliance.reviewCampaign(campaign)).toThrow(error);
    expect(() => compliance.duties(campaign)).toThrow(error);
  });

  test('a country without rules is no misspelling: the review says that none are modelled', () => {
    const { findings } = compliance.reviewCampaign({ ...base.campaign, countries: ['KE'] });
    expect(findings.map(({ rule }) => rule)).toContain('policy.unmodelled');
  });
});
