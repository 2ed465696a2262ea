/** What the review asks of campaigns whose trade or purpose has law of its own, and of law that changes. */
import { describe, expect, test } from '@jest/globals';
import { createCompliance, type CampaignFlow, type CampaignWithCountries } from '../src/index.js';

const compliance = createCompliance();
const at = Date.parse('2026-11-25T12:00:00Z');
const sales = { purpose: 'telemarketing', mode: 'progressive', voice: 'live' } as const;
const found = (campaign: CampaignWithCountries, flow: CampaignFlow = {}): readonly string[] =>
  compliance
    .reviewCampaign(campaign, { at, ...flow })
    .findings.map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`);
const matching = (words: RegExp, campaign: CampaignWithCountries, flow?: CampaignFlow): readonly string[] =>
  found(campaign, flow).filter((text) => words.test(text));

describe('trades with law of their own', () => {
  test.each([
    ['FR', 'notice fr.cpf: Sales calls in France about personal training accounts'],
    ['GB', 'notice uk.pecr.r21: Sales calls in the United Kingdom about claims management and pensions'],
    ['IT', 'notice it.energy: Sales calls in Italy about electricity and gas'],
    ['ES', 'notice es.electricity: Sales calls in Spain about electricity'],
  ])('a sales campaign into %s that names no subject is asked', (country, beginning) => {
    const asked = matching(/does not say what it sells/, { ...sales, countries: [country] });
    expect(asked).toEqual([expect.stringContaining(beginning)]);
    for (const named of [{ content: 'windows' }, { subject: 'windows' }])
      expect(matching(/does not say what/, { ...sales, ...named, countries: [country] })).toEqual([]);
    expect(matching(/does not say what/, { ...sales, purpose: 'research', countries: [country] })).toEqual(
      [],
    );
  });

  test('a campaign about pensions into the United Kingdom may not start unless the caller is authorised', () => {
    const pensions = { ...sales, content: 'pensions', countries: ['GB'] };
    const refused = compliance.reviewCampaign(pensions, { at });
    expect(refused.allowed).toBe(false);
    expect(matching(/^refuses uk.pecr.r21/, pensions)).toHaveLength(1);
    expect(matching(/^refuses uk.pecr.r21/, pensions, { authorisedFirm: true })).toEqual([]);
    expect(matching(/^refuses uk.pecr.r21/, { ...pensions, content: 'windows' })).toEqual([]);
  });

  test('political calls into Canada hear of the Voter Contact Registry; sales do not', () => {
    expect(matching(/Voter Contact Registry/, { ...sales, purpose: 'political', countries: ['CA'] })).toEqual(
      [expect.stringContaining('within 48 hours of the first call')],
    );
    expect(matching(/Voter Contact Registry/, { ...sales, countries: ['CA'] })).toEqual([]);
  });
});

describe('law that changes', () => {
  const lapse = /2027-04-01: the Industry Standard of 2017 lapses/;
  const australia: CampaignWithCountries = { ...sales, countries: ['AU'] };

  test('a change within a year is named with its date', () => {
    expect(matching(lapse, australia)).toEqual([
      expect.stringContaining('notice au.std.hours: The law changes about 2027-04-01'),
    ]);
    expect(matching(lapse, australia, { at: Date.parse('2026-03-31T12:00:00Z') })).toHaveLength(1);
    expect(matching(lapse, australia, { at: Date.parse('2026-03-29T12:00:00Z') })).toEqual([]);
  });

  test('after its date the text is to be read again', () => {
    expect(matching(lapse, australia, { at: Date.parse('2027-04-01T00:00:00Z') })).toEqual([
      expect.stringContaining('The law may have changed on 2027-04-01'),
    ]);
    expect(matching(/draft directions/, { ...sales, purpose: 'debt-collection', countries: ['IN'] })).toEqual(
      [expect.stringContaining('The law may have changed on 2026-07-01')],
    );
  });

  test('it concerns the purposes of its rule alone, and is in the list of rules', () => {
    expect(matching(lapse, { ...australia, purpose: 'informational' })).toEqual([]);
    const listed = compliance.listRules(at).filter(({ watch }) => watch?.on === '2027-04-01');
    expect(listed.map(({ id }) => id)).toEqual(['au.std.hours']);
  });
});
