/** Do-not-call headers as lists write them: what each is taken for, and which number a flag closes. */
import { describe, expect, test } from '@jest/globals';
import { mapColumns } from '../../src/columns/columns.js';
import { readingsOf } from '../kinds/readings.js';
import { readLeadRows } from '../../src/rows/read-lead-rows.js';

function taken(header: string): readonly [string, number] {
  const column = mapColumns(['Phone 1', 'Phone 2', header])[2];
  return [column?.target ?? '', column?.ordinal ?? 0];
}

describe('do-not-call headers', () => {
  test.each([
    ...['Opt-Out Status', 'Opt Out Phone', 'OptOutPhone', 'Phone Opt Out', 'Do_Not_Call__c', 'Company DNC'],
    ...['Do Not Solicit', 'DND', 'No Call', 'Stop Calling', 'Suppressed', 'Blacklist', 'DNC Reason'],
    ...['Telefonsperre', 'Werbesperre', 'Sperrvermerk', 'Werbewiderspruch', 'Keine Anrufe'],
    ...[
      'DNC',
      'DNC Flag',
      'DNC Date',
      'DNC (Y/N)',
      'DNC Status',
      'DNC Code',
      'Do Not Call List',
      'DNC Listed',
    ],
  ])('%s is a request', (header) => expect(taken(header)[0]).toBe('internalDoNotCall'));

  test.each([
    ...['DNC Result', 'DNC Scrub', 'Robinsonliste', 'FederalDNC', 'National DNC', 'TX DNC'],
    ...['DNC Registry', 'State DNC', 'DNCL', 'TPS'],
  ])('%s is a register', (header) => expect(taken(header)[0]).toBe('nationalDoNotCall'));

  test.each<[string, number]>([
    ['Phone1DNC', 1],
    ['Phone2_DNC', 2],
    ['Phone Number 2 DNC', 2],
    ['Phone 2 Federal DNC', 2],
    ['Federal DNC Phone 2', 2],
    ['Phone 2 DNC Registered', 2],
    ['National DNC 2', 2],
    ['Phone 2 Opt Out', 2],
  ])('%s is about one number', (header, ordinal) =>
    expect(taken(header)).toEqual(['phoneDoNotCall', ordinal]),
  );

  test.each(['Email Opt Out', 'SMS Opt Out', 'Do Not Email', 'Last Call', 'Call Notes'])(
    '%s is no word about calls',
    (header) => expect(taken(header)[0]).toMatch(/^field:/),
  );
});

test('a flag about a number that the file does not have closes every number', () => {
  const [read] = readLeadRows([{ 'Phone 1': '2025550143', 'Phone 2': '2025550144', 'Phone 3 DNC': 'Y' }], {
    defaultCountry: 'US',
    at: 0,
  });
  expect(read?.lead?.phones.map(({ doNotCall }) => doNotCall)).toEqual([true, true]);
});

test('a flag that names its number closes that number only', () => {
  const row = { 'Home Phone': '2025550143', Cell: '2025550144', 'Cell Federal DNC': 'Y' };
  const [read] = readLeadRows([row], { defaultCountry: 'US', at: 0 });
  expect(read?.lead?.phones.map(({ doNotCall }) => doNotCall)).toEqual([undefined, true]);
});

test('custom fields of Salesforce and a Portuguese mobile are read', () => {
  const targets = mapColumns(['Mobile__c', 'Telemóvel', 'State__c']).map(({ target }) => target);
  expect(targets).toEqual(['phone', 'phone', 'region']);
});

describe('a DNC column that does not say whose list it is', () => {
  const read = (value: string, columns: Readonly<Record<string, 'nationalDoNotCall'>> = {}): unknown => {
    const [row] = readLeadRows([{ Phone: '2025550143', DNC: value }], {
      defaultCountry: 'US',
      at: 0,
      columns,
    });
    return row?.lead?.facts?.doNotCall;
  };

  test.each(['Y', 'x', 'DNC', 'registered', 'internal', 'Federal; internal', 'maybe'])(
    '%s is a request: it bars more than a register',
    (value) => expect(read(value)).toEqual({ internal: { requestedAt: 0 } }),
  );
  test.each(['Federal', 'National DNC', 'state', 'Federal; CO', 'TPS/CTPS'])('%s names a register', (value) =>
    expect(read(value)).toEqual({ national: true }),
  );
  test.each(['', 'N', 'clean', '0'])("'%s' is neither", (value) => expect(read(value)).toBeUndefined());
  test('the mapping makes it a register', () =>
    expect(read('Y', { DNC: 'nationalDoNotCall' })).toEqual({ national: true }));

  test('the import says so, and what to do', async () => {
    const { warnings } = await readingsOf('phone,DNC\n2025550143,Y\n', { country: 'US' });
    expect(warnings).toEqual([expect.stringMatching(/'DNC' is read as .* requests.* nationalDoNotCall/)]);
  });
});
