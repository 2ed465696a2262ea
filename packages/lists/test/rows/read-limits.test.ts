/** Columns of facts that end or limit calls: what is understood, what rejects its row. */
import { describe, expect, test } from '@jest/globals';
import { readLeadRows } from '../../src/index.js';
import type { RowReading } from '../../src/index.js';

const AT = Date.UTC(2026, 5, 10);
const MAY_1 = Date.UTC(2026, 4, 1);

/** Reads one row with a number and these columns. */
function read(row: Readonly<Record<string, string>>): RowReading {
  const [reading] = readLeadRows([{ phone: '+12025550143', ...row }], { defaultCountry: 'US', at: AT });
  if (!reading) throw new Error('no row was read');
  return reading;
}

describe('facts that a list brings', () => {
  test('a letter is dated by its mailing, and by its receipt', () => {
    expect(read({ 'Cease Mailed': '2026-05-01', 'Cease Received': '2026-05-04' }).lead?.facts).toMatchObject({
      ceaseMailedAt: MAY_1,
      ceaseReceivedAt: Date.UTC(2026, 4, 4),
    });
    expect(read({ 'Cease Mailed': 'no' }).lead?.facts).not.toHaveProperty('ceaseMailedAt');
  });

  test('a minor is one in every list; a word that says neither rejects the row', () => {
    expect(read({ 'Under age': 'yes' }).lead?.ends).toEqual([{ kind: 'minor', at: AT }]);
    expect(read({ 'Under age': 'no' }).lead?.ends).toBeUndefined();
    expect(read({ 'Under age': 'perhaps' })).toMatchObject({
      lead: null,
      problems: [{ field: 'Under age' }],
    });
  });

  test('media that a person does not want; a word that is none rejects the row', () => {
    expect(read({ 'Channel opt-out': 'Telephone; SMS' }).lead?.facts).toMatchObject({
      mediumOptOut: ['phone', 'text'],
    });
    expect(read({ 'Channel opt-out': 'yes' }).lead?.facts).toMatchObject({ mediumOptOut: ['phone'] });
    expect(read({ 'Channel opt-out': 'no' }).lead?.facts).not.toHaveProperty('mediumOptOut');
    expect(read({ 'Channel opt-out': 'fone' })).toMatchObject({ lead: null });
  });

  test('a zone that the person confirmed goes before the one of the list', () => {
    const facts = read({ 'Time zone': 'America/Denver', 'Confirmed time zone': 'America/Phoenix' }).lead
      ?.facts;
    expect(facts).toMatchObject({ timeZone: 'America/Phoenix', timeZoneSource: 'confirmed' });
    const unread = read({ 'Time zone': 'America/Denver', 'Confirmed time zone': 'Mars/Olympus' });
    expect(unread.lead?.facts).toMatchObject({ timeZone: 'America/Denver', timeZoneSource: 'guess' });
    expect(unread.problems).toMatchObject([{ field: 'Confirmed time zone' }]);
  });
});

describe('consent that a list brings', () => {
  const given = { 'Consent type': 'written', 'Consent date': '2026-05-01' };

  test('with form, address, certificate and the day it expires', () => {
    const row = {
      ...given,
      'Consent evidence': 'web form v3',
      'Consent IP': '203.0.113.7',
      'TrustedForm cert id': 'tf-1',
      'Consent expires': '2028-05-01',
    };
    expect(read(row).lead?.consents).toEqual([
      {
        type: 'written',
        at: MAY_1,
        evidence: 'web form v3',
        address: '203.0.113.7',
        certificateId: 'tf-1',
        expiresAt: Date.UTC(2028, 4, 1),
      },
    ]);
  });

  test('with an expiry that cannot be read there is none', () => {
    expect(read({ ...given, 'Consent expires': 'soon' })).toMatchObject({
      problems: [{ field: 'Consent expires', value: 'soon' }],
    });
    expect(read({ ...given, 'Consent expires': 'soon' }).lead?.consents).toBeUndefined();
  });

  test('a revocation may reach single purposes', () => {
    expect(
      read({ 'Consent revoked': '2026-05-01', 'Revoked purposes': 'telemarketing; charity' }).lead,
    ).toMatchObject({ consentRevokedAt: MAY_1, consentRevokedScope: ['telemarketing', 'charity'] });
  });
});
