/** Columns that ask whether the person may be called: a no is a request, a yes with its date is consent. */
import { describe, expect, test } from '@jest/globals';
import { mapColumns } from '../../src/columns/columns.js';
import { settleColumns } from '../../src/columns/settle-columns.js';
import { readLeadRows } from '../../src/rows/read-lead-rows.js';
import type { RowReading } from '../../src/rows/read-row.js';

const AT = Date.UTC(2026, 5, 10);
const read = (row: Readonly<Record<string, string>>): RowReading | undefined =>
  readLeadRows([{ Phone: '2025550143', ...row }], { defaultCountry: 'US', at: AT })[0];

describe.each(['OK to call', 'Permission to call', 'May we call?', 'Anruf erlaubt', 'Acepta llamadas'])(
  'column %s',
  (header) => {
    test.each(['no', 'N', '0', '☐', 'Nein', 'not allowed', 'Do not call', 'nicht erlaubt', 'no permitido'])(
      '%j is a request not to be called',
      (text) => {
        const lead = read({ [header]: text, 'Consent Date': '2026-01-05' })?.lead;
        expect(lead?.facts?.doNotCall?.internal).toEqual({ requestedAt: AT });
        expect(lead?.consents).toBeUndefined();
      },
    );

    test.each(['yes', 'Y', '☑', 'x', 'OK', 'allowed', 'erlaubt', 'permitido'])(
      '%j is express consent of the day beside it, and nothing without one',
      (text) => {
        expect(read({ [header]: text, 'Consent Date': '2026-01-05' })?.lead?.consents).toEqual([
          { type: 'express', at: Date.UTC(2026, 0, 5) },
        ]);
        expect(read({ [header]: text })).toMatchObject({ lead: { facts: { country: 'US' } }, problems: [] });
        expect(read({ [header]: text })?.lead?.consents).toBeUndefined();
      },
    );

    test.each(['evenings', 'yes, by mail', 'unknown person', 'maybe'])('%j is reported', (text) => {
      const reading = read({ [header]: text, 'Consent Date': '2026-01-05' });
      expect(reading?.lead?.consents).toBeUndefined();
      expect(reading?.lead?.facts?.doNotCall).toBeUndefined();
      expect(reading?.problems.map(({ field }) => field)).toEqual([header]);
    });
  },
);

test('one no of several columns counts, and a no beside a consent', () => {
  const row = { 'OK to call': 'yes', 'Call allowed': 'no', Consent: 'written', 'Consent Date': '2026-01-05' };
  expect(read(row)?.lead?.facts?.doNotCall?.internal).toEqual({ requestedAt: AT });
});

test('a yes under a header that says in writing is consent in writing; other words say what they say', () => {
  const typeOf = (text: string): string | undefined =>
    read({ 'Express Written Consent': text, 'Consent Date': '2026-01-05' })?.lead?.consents?.[0]?.type;
  expect(['yes', 'verbal', 'no', 'maybe'].map(typeOf)).toEqual(['written', 'express', undefined, undefined]);
});

test.each<[string, string, string]>([
  ['Consent Given', 'yes', 'consentType'],
  ['Consent Given', '2026-01-05', 'consentAt'],
  ['No Phone', 'Y', 'internalDoNotCall'],
  ['No. Teléfono', '612345678', 'phone'],
])('%s with the value %j is %s', (header, value, target) => {
  const columns = settleColumns(mapColumns(['Phone', header]), [['2025550143', value]], AT);
  expect(columns[1]?.target).toBe(target);
});

test('rows of a program are settled by their values, too', () => {
  const row = { 'Consent Given': 'yes', 'Opt-in Date': '2026-01-05' };
  expect(read(row)?.lead?.consents).toEqual([{ type: 'express', at: Date.UTC(2026, 0, 5) }]);
});

describe('a day of consent', () => {
  const days = (row: Readonly<Record<string, string>>): readonly string[] =>
    read({ 'Consent Date': '2026-01-05', ...row })?.problems.map(({ field }) => field) ?? [];

  test('that no word of consent stands beside is reported where a column asks for one', () => {
    expect(days({ Consent: '' })).toEqual(['Consent Date']);
    expect(days({ 'OK to call': '' })).toEqual(['Consent Date']);
    expect(read({ 'Consent Date': '2026-01-05', Consent: '' })?.lead?.consents).toBeUndefined();
  });

  test.each(['written', 'no', 'refused'])("is that of '%s'", (text) =>
    expect(days({ Consent: text })).toEqual([]),
  );
});
