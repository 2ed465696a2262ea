import { describe, expect, test } from '@jest/globals';
import { mapColumns } from '../../src/columns/columns.js';
import { readDate } from '../../src/values/dates.js';
import { readNumber } from '../../src/numbers/phone-number.js';
import { RowReader } from '../../src/rows/read-row.js';

/** Epoch ms of the upload. */
const UPLOAD = Date.UTC(2026, 10, 30);

describe('telephone numbers', () => {
  test.each([
    ['(303) 555-0123', 'US', '+13035550123'],
    ['1-303-555-0123', 'US', '+13035550123'],
    ['303.555.0123 ext. 7', 'US', '+13035550123'],
    ["'3035550123", 'US', '+13035550123'],
    ['3035550123.0', 'US', '+13035550123'],
    ['+1 416 555 0123', 'GB', '+14165550123'],
    ['020 7946 0958', 'GB', '+442079460958'],
    ['0044 20 7946 0958', 'US', '+442079460958'],
    ['+49 (0)30 901820', 'US', '+4930901820'],
    ['06 12 34 56 78', 'FR', '+33612345678'],
  ])('reads %s in %s', (text, country, phone) => {
    expect(readNumber(text, country)).toMatchObject({ ok: true, phone });
  });

  test.each([
    ['3.03556E+09', 'US', /scientific/],
    ['555-0123', 'US', /digits/],
    ['911', 'US', /./],
    ['(123) 555-0123', 'US', /./],
    ['900 555 0123', 'US', /premium/],
    ['303-911-0123', 'US', /./],
    ['1-800-FLOWERS', 'US', /./],
    ['09011 123456', 'GB', /./],
    ['see notes', 'US', /not a telephone number/],
  ])('rejects %s in %s with a remedy', (text, country, problem) => {
    const reading = readNumber(text, country);
    expect(reading.ok).toBe(false);
    if (reading.ok) return;
    expect(reading.problem).toMatch(problem);
    expect(reading.remedy).not.toBe('');
  });

  test('knows the line type where the numbering plan tells it, and the country of an area code', () => {
    expect(readNumber('07400 123456', 'GB')).toMatchObject({ lineType: 'wireless', country: 'GB' });
    expect(readNumber('416 555 0123', 'US')).toMatchObject({ country: 'CA', areaCode: '416' });
    expect(readNumber('303 555 0123', 'US')).not.toHaveProperty('lineType');
  });
});

describe('dates', () => {
  test.each([
    ['2026-03-14', 'month-first', '2026-03-14T00:00:00.000Z'],
    ['2026-03-14T10:30:00-07:00', 'month-first', '2026-03-14T17:30:00.000Z'],
    ['3/14/2026', 'month-first', '2026-03-14T00:00:00.000Z'],
    ['14/3/2026', 'month-first', '2026-03-14T00:00:00.000Z'],
    ['03/04/2026', 'day-first', '2026-04-03T00:00:00.000Z'],
    ['03/04/2026', 'month-first', '2026-03-04T00:00:00.000Z'],
    ['14.03.2026', 'month-first', '2026-03-14T00:00:00.000Z'],
    ['20260314', 'day-first', '2026-03-14T00:00:00.000Z'],
    ['46095', 'day-first', '2026-03-14T00:00:00.000Z'],
    ['1773446400', 'day-first', '2026-03-14T00:00:00.000Z'],
    ['1773446400000', 'day-first', '2026-03-14T00:00:00.000Z'],
  ] as const)('reads %s, %s', (text, order, iso) => {
    expect(new Date(readDate(text, order) ?? NaN).toISOString()).toBe(iso);
  });

  test.each(['2026-02-30', '14/14/2026', 'yesterday', '0', '2026-13-01', '99/99/9999'])(
    'reads no date in %s',
    (text) => {
      expect(readDate(text, 'month-first')).toBeNull();
    },
  );
});

describe('columns', () => {
  const targets = (headers: readonly string[]): string[] =>
    mapColumns(headers).map((column) => column.target);

  test("guesses what headers mean, and leaves the rest to the agent's screen", () => {
    expect(
      targets([
        'First Name',
        'Phone',
        'Cell Phone',
        'Home_Phone_2',
        'ZIP',
        'State',
        'Time Zone',
        'Consent Type',
        'Consent Date',
        'Last Purchase Date',
        'Account Number',
        'Agent',
        'Priority',
        'Customer ID',
        'DNC',
        'Notes',
      ]),
    ).toEqual([
      'field:First Name',
      'phone',
      'phone',
      'phone',
      'postalCode',
      'region',
      'timeZone',
      'consentType',
      'consentAt',
      'lastTransactionAt',
      'account',
      'ownerAgent',
      'priority',
      'personKey',
      'internalDoNotCall',
      'field:Notes',
    ]);
    expect(targets(['Téléphone', 'Code postal', 'Pays'])).toEqual(['phone', 'postalCode', 'country']);
    expect(targets(['phone1', 'phone1 type', 'phoneNumber2', 'Phone Verified', 'Phone Consent'])).toEqual([
      'phone',
      'lineType',
      'phone',
      'field:Phone Verified',
      'consentType',
    ]);
  });

  test('takes a mapping by header or position, and says what is wrong with one', () => {
    expect(mapColumns(['a', 'b', 'c'], { B: 'phone', '3': 'ignore' }).map((column) => column.target)).toEqual(
      ['field:a', 'phone', 'ignore'],
    );
    expect(() => mapColumns(['a', 'phone'], { x: 'account' })).toThrow(
      "names 'x', which the file does not have. Its columns are: 'a', 'phone'",
    );
    expect(() => mapColumns(['name', 'street'])).toThrow(/No column with telephone numbers was found/);
  });
});

describe('rows', () => {
  const read = (headers: readonly string[], ...fields: readonly string[]): ReturnType<RowReader['read']> =>
    new RowReader(mapColumns(headers), { defaultCountry: 'US', dateOrder: 'month-first', at: UPLOAD }).read(
      fields,
    );

  test('reads everything a row may hold', () => {
    const headers = [
      'Name',
      'Phone 2',
      'Mobile Phone',
      'Phone 2 Type',
      'State',
      'Zip',
      'Consent',
      'Consent Date',
      'Consent URL',
      'Last Payment Date',
      'Account',
      'Seller',
      'Owner',
      'Priority',
      'Skills',
      'Person ID',
      'TPS',
    ];
    const { lead, problems } = read(
      headers,
      'Ada',
      '303 555 0102',
      '303 555 0101',
      'landline',
      'Colorado',
      '2134',
      'written',
      '1/2/2026',
      'https://x/y',
      '2026-01-05',
      'A-7',
      'Acme',
      'eve',
      '5',
      'spanish; sales',
      'P1',
      'yes',
    );
    expect(problems).toEqual([]);
    expect(lead).toEqual({
      phones: [
        { phone: '+13035550101', lineType: 'wireless' },
        { phone: '+13035550102', lineType: 'landline' },
      ],
      facts: {
        country: 'US',
        region: 'CO',
        postalCode: '02134',
        doNotCall: { national: true },
        relationship: { lastTransactionAt: Date.UTC(2026, 0, 5) },
      },
      fields: { Name: 'Ada', Account: 'A-7', 'Person ID': 'P1' },
      personKey: 'P1',
      account: 'A-7',
      seller: 'Acme',
      ownerAgentId: 'eve',
      priority: 5,
      skills: ['spanish', 'sales'],
      consents: [{ type: 'written', at: Date.UTC(2026, 0, 2), evidence: 'https://x/y' }],
    });
  });

  const consentOf = (text: string): ReturnType<RowReader['read']> =>
    read(['Phone', 'Consent', 'Consent date'], '303 555 0123', text, '2026-01-02');

  test.each([
    'written',
    'PEWC',
    'Prior express written consent',
    'express',
    'opt-in',
    'Opted in',
    'verbal',
    'yes',
  ])('takes %s for consent', (text) => expect(consentOf(text).lead?.consents).toHaveLength(1));

  test.each(['No written consent', 'not express', 'prior revoked', 'unsigned'])(
    'takes %s for no consent, and reports it',
    (text) => {
      const { lead, problems } = consentOf(text);
      expect(lead).not.toHaveProperty('consents');
      expect(problems).toMatchObject([{ field: 'Consent', value: text }]);
    },
  );

  test('takes a refusal for a request not to be called', () => {
    const { lead, problems } = consentOf('Opted out');
    expect(lead).not.toHaveProperty('consents');
    expect(lead).toMatchObject({ facts: { doNotCall: { internal: { requestedAt: UPLOAD } } } });
    expect(problems).toEqual([]);
  });

  test('rejects a row without a usable number, and names line, field, value and remedy', () => {
    expect(read(['Phone', 'Alt Phone'], '123', 'n/a')).toMatchObject({
      lead: null,
      problems: [{ field: 'Phone', value: '123', remedy: expect.any(String) as unknown }],
    });
    expect(read(['Phone', 'Alt Phone'], '', '-')).toMatchObject({
      lead: null,
      problems: [{ field: 'Phone', problem: 'the row has no telephone number' }],
    });
  });

  test('drops a bad value and keeps the row; consent without a date is none', () => {
    const { lead, problems } = read(
      ['Phone', 'Alt Phone', 'Time Zone', 'Consent', 'Consent Date', 'Priority'],
      '303 555 0101',
      '12',
      'Middle Earth',
      'written',
      'soon',
      'high',
    );
    expect(lead).toMatchObject({ phones: [{ phone: '+13035550101' }], facts: { country: 'US' } });
    expect(lead).not.toHaveProperty('consents');
    expect(problems.map((problem) => problem.field)).toEqual([
      'Alt Phone',
      'Time Zone',
      'Priority',
      'Consent Date',
      'Consent Date',
    ]);
  });

  test("uses the row's own country for its numbers", () => {
    expect(read(['Phone', 'Country'], '020 7946 0958', 'UK').lead).toMatchObject({
      phones: [{ phone: '+442079460958' }],
      facts: { country: 'GB' },
    });
  });
});
