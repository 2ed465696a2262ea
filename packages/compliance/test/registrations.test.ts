/** Registrations, permits and subscriptions in the review of a campaign. */
import { describe, expect, test } from '@jest/globals';
import { createCompliance, type CampaignFacts, type Registration } from '../src/index.js';

const compliance = createCompliance();
const AT = Date.parse('2026-11-26T12:00:00Z');
const sales: CampaignFacts & { countries: readonly string[] } = {
  purpose: 'telemarketing',
  mode: 'predictive',
  voice: 'prerecorded',
  countries: ['US', 'CA', 'ZA'],
};

function findings(registrations: readonly Registration[], at = AT) {
  return compliance.reviewCampaign({ ...sales, registrations }, { at }).findings;
}
const messages = (registrations: readonly Registration[], rule: string, at = AT): readonly string[] =>
  findings(registrations, at)
    .filter((finding) => finding.rule === rule)
    .map(({ message }) => message);

const DEMANDS: readonly (readonly [string, Registration, RegExp])[] = [
  ['us.tx.adad_permit', { kind: 'permit', place: 'US-TX', number: '1' }, /Texas asks for a permit/],
  ['us.ga.adad_permit', { kind: 'permit', place: 'US-GA', number: '1' }, /Georgia asks for a permit/],
  ['ca.bc.holiday', { kind: 'licence', place: 'CA-BC', number: '1' }, /need a licence there/],
  ['ca.dncl', { kind: 'subscription', place: 'CA', number: '1' }, /National DNCL operator and subscribe/],
  ['za.registry', { kind: 'registration', place: 'ZA', number: '1' }, /South Africa register/],
];

describe('what the law asks to be registered for', () => {
  test.each(DEMANDS)('%s is asked for, and not where it is named', (_rule, registration, words) => {
    const all = (given: readonly Registration[], at = AT): string =>
      findings(given, at)
        .map(({ message }) => message)
        .join('\n');
    expect(all([])).toMatch(words);
    expect(all([registration])).not.toMatch(words);
    expect(all([{ ...registration, place: 'GB' }])).toMatch(words);
    // Its last day still counts; the day after it is asked for again.
    const ending = { ...registration, expires: '2026-11-26' };
    expect(all([ending])).not.toMatch(words);
    expect(all([ending], Date.parse('2026-11-27T00:00:00Z'))).toMatch(words);
  });

  test('states that ask for registration are named without those that have it', () => {
    const ohio: Registration = { kind: 'bond', place: 'US-OH', number: 'B 12' };
    expect(messages([], 'us.registration').join()).toMatch(/\bOH\b/);
    expect(messages([ohio], 'us.registration').join()).not.toMatch(/\bOH\b/);
  });
});

describe('a registration that has expired', () => {
  const permit: Registration = { kind: 'permit', place: 'US-TX', number: 'P-1', expires: '2026-11-25' };

  test('keeps the campaign from starting, with its number and day', () => {
    expect(findings([permit])).toContainEqual({
      rule: 'policy.registration',
      severity: 'refuses',
      message: 'The permit P-1 for US-TX expired on 2026-11-25.',
      remedy: expect.stringContaining('Renew it'),
    });
    expect(messages([permit], 'policy.registration', Date.parse('2026-11-25T23:59:59Z'))).toEqual([]);
    expect(messages([{ ...permit, expires: undefined }], 'policy.registration')).toEqual([]);
  });

  test.each([
    [{ ...permit, expires: '2026-02-30' }, /registrations\[0\]\.expires/],
    [{ ...permit, place: 'Texas' }, /registrations\[0\]\.place/],
    [{ ...permit, number: ' ' }, /registrations\[0\]\.number/],
  ])('one that cannot be read is an error that names the field', (wrong, path) => {
    expect(() => findings([wrong])).toThrow(path);
  });
});
