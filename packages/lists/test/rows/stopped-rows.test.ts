/** Rows that a column in words nobody knows keeps from being taken, also far down in a file. */
import { expect, test } from '@jest/globals';
import { RowReader, openTable, readTableRow } from '../../src/index.js';
import type { RowReading } from '../../src/index.js';
import { readingsOf } from '../kinds/readings.js';

/** More rows than are looked at before the columns are settled. */
const ROWS = 600;

async function lastOf(header: string, value: string): Promise<string> {
  const rows = Array.from({ length: ROWS }, (_, row) => `+1202555${1000 + row},`);
  const text = [`Phone,${header}`, ...rows, `+12025559999,${value}`].join('\n');
  return (await readingsOf(text, { country: 'US' })).rows.at(-1) ?? '';
}

test.each([
  ['Notes', 'DNC'],
  ['Ενότητα', 'ναι'],
  ['', 'yes'],
  ['', 'do not call'],
  ['Wants contact', 'no'],
  ['Wants to be called', '0'],
  ['Please call me', 'N'],
  ['NPT', 'Y'],
  ['Removal Requested', '2026-01-02'],
  ['Deletion Request', 'Y'],
  ['Tags', '"vip,dnc"'],
  ['Tags', 'vip|do-not-call|x'],
  ['Notes', 'pls dont call again'],
  ['Notes', 'he passed away last May'],
  ['Notes', 'filed BK 3/2'],
  ['Notes', 'has atty'],
  ['Notes', 'sent C&D'],
  ['Notes', 'cease & desist rcvd'],
  ['Notes', 'asked to be taken off list'],
  ['Notes', 'nicht mehr anrufen bitte'],
  ['Notes', 'no volver a llamar'],
  ['Notes', 'lose my number'],
  // Values that are shifted into a column of another kind.
  ['City', 'do not call'],
  ['State', 'DNC'],
  ['Seller', 'deceased'],
])('the first value of %s far down stops its row: %s', async (header, value) => {
  expect(await lastOf(header, value)).toMatch(/^REJECTED/);
});

test.each([
  ['Notes', 'no answer'],
  ['Ενότητα', 'abc'],
  ['', 'abc'],
  ['Segment', 'A'],
  ['Tags', '"vip,not dnc"'],
  ['Notes', 'may stop calling us in June'],
  ['Notes', 'his attorney is a golfer'],
  ['Call me', 'Ana'],
  ['City', 'Dead Horse'],
  ['Seller', 'C&D Plumbing'],
])('any other value of %s stops nothing: %s', async (header, value) => {
  expect(await lastOf(header, value)).toMatch(/^p=\+12025559999/);
});

async function againstOf(text: string, delimiter?: string): Promise<RowReading[]> {
  const table = await openTable([text], { defaultCountry: 'US', ...(delimiter ? { delimiter } : {}) });
  const reader = new RowReader(table.columns, { defaultCountry: 'US', dateOrder: 'month-first', at: 0 });
  const read: RowReading[] = [];
  for await (const rows of table.rows) read.push(...rows.map((row) => readTableRow(reader, row)));
  return read;
}

const CLOSED = { against: { phones: [{ phone: '+12025550143', doNotCall: true }] } };
const NEXT = '202-555-0199,Zoe,Paris,N';

// Headers, the row, and another row that shows what is usual.
test.each([
  ['Phone,Name,City,DNC', '202-555-0143,Ana, Smith,Paris,do not call'],
  ['Phone,Name,City,DNC', '202-555-0143,Ana, Smith,Paris,Y'],
  ['Phone,Name,City,DNC', '202-555-0143,Ana, Smith, Jr, Paris,Y'],
  ['Phone,Name,City,DNC', '202-555-0143,Ana,Paris, TX,,Y'],
  ['Phone,Name,City,DNC', '202-555-0143,Ana, Smith,Paris,2026-01-05'],
  ['Phone,Name,City,DNC,Own Home', '202-555-0143,Ana, Smith,Paris,Y,N'],
  ['DNC,Name,City,Phone', 'Y,Ana, Smith,Paris,202-555-0143'],
  ['Phone,Name,City,Deceased', '202-555-0143,Ana, Smith,Paris,Y'],
  ['Phone,Name,City,Attorney', '202-555-0143,Ana, Smith,Paris,Y'],
  ['Phone,Name,City,Cease Date', '202-555-0143,Ana, Smith,Paris,2026-01-05'],
  ['Phone,Name,City,Phone DNC', '202-555-0143,Ana, Smith,Paris,Y'],
  ['Phone,Name,City,OK to call', '202-555-0143,Ana, Smith,Paris,No'],
  // A quotation mark that is never closed, a line break in a value, and a delimiter that is missing.
  ['Phone,Name,City,DNC', '202-555-0143,"Ana,Paris,Y'],
  ['Phone,Name,City,DNC', '202-555-0143,Ana\nSmith,Paris,Y'],
  ['Phone,Name,City,DNC', '202-555-0143,Ana Paris,Y'],
  ['Phone,Name,City,Own Home,DNC', '202-555-0143,Ana Paris,N,Y'],
])('a row of shifted values that bars calls closes its numbers, and says so: %s: %s', async (header, row) => {
  const [read] = await againstOf(`${header}\n${row}\n${NEXT}`);
  expect(read).toMatchObject({
    lead: null,
    problems: [{ problem: expect.stringMatching(/its numbers are closed/) }],
    ...CLOSED,
  });
});

test.each([
  ['Phone,Name,City,DNC', '202-555-0143,Ana, Smith,Paris,N'],
  ['Phone,Name,City,Own Home,DNC', '202-555-0143,Ana, Smith,Paris,Y,N'],
  ['Phone,Name,City,DNC,Own Home', '202-555-0143,Ana, Smith,Paris,N,Y'],
  ['Phone,Name,City,Consent,Consent Date', '202-555-0143,Ana, Smith,Paris,Yes,2026-01-05'],
])('one that says nothing against calls closes none: %s: %s', async (header, row) => {
  const [read] = await againstOf(`${header}\n${row}\n${NEXT}`);
  expect(read).toMatchObject({ lead: null });
  expect(read).not.toHaveProperty('against');
});

test.each([
  ['Phone,Notes,City', '202-555-0143,pls dont call again,Paris', true],
  ['Phone,Notes,City', '202-555-0143,,do not call', true],
  ['Phone,Marketing Consent,City', '202-555-0143,do not call,Paris', true],
  // Refused is the marketing; a yes in unknown words says nothing as long as nobody says what it is.
  ['Phone,Marketing Consent,City', '202-555-0143,revoked,Paris', false],
  ['Phone,Dispute Status,City', '202-555-0143,7,Paris', false],
])(
  'plain words in a column that is not used close the numbers that are known: %s: %s',
  async (header, row, closes) => {
    const [read] = await againstOf(`${header}\n${row}`);
    expect(read).toMatchObject({ lead: null, ...(closes ? CLOSED : {}) });
    expect(read?.against === undefined).toBe(!closes);
    expect(/are closed/.test(read?.problems.at(-1)?.problem ?? '')).toBe(closes);
  },
);

test('what limits calls counts for the leads there are, also from a shifted row', async () => {
  const row = '202-555-0143,Ana, Smith,Paris,Y';
  const [read] = await againstOf(`Phone,Name,City,Federal DNC\n${row}\n${NEXT}`);
  expect(read).toMatchObject({
    lead: null,
    problems: [{ problem: expect.stringMatching(/what it says against calls counts/) }],
    against: { phones: [{ phone: '+12025550143' }], facts: { doNotCall: { national: true } } },
  });
});

test('a row that ends early is rejected where its values fit columns further on', async () => {
  const rows = ['202-555-0143,Ana NY,10001,Paris,N', '202-555-0144,Ana,XX,10001'];
  const [shifted, taken] = await againstOf(`Phone,Name,State,Zip,City,DNC\n${rows.join('\n')}`);
  expect(shifted).toMatchObject({
    lead: null,
    problems: [{ problem: expect.stringMatching(/fit columns/) }],
  });
  expect(taken).toMatchObject({ lead: {}, problems: [{ field: 'State' }] });
});

test('a row with a further empty value, as others have none, is named', async () => {
  const rows = '202-555-0143,Ana, Smith,Paris,\n202-555-0144,Ana,Paris,N,';
  const [shifted, taken] = await againstOf(`Phone,Name,City,DNC\n${rows}\n${NEXT}\n${NEXT}\n${NEXT}`);
  expect(shifted).toMatchObject({ lead: null, problems: [{ problem: expect.stringMatching(/5 values/) }] });
  expect(taken).toMatchObject({ lead: {}, problems: [{ problem: expect.stringMatching(/5 values/) }] });
  const [usual] = await againstOf('Phone,Name,City\n202-555-0144,Ana,Paris,\n202-555-0145,Ana,Paris,');
  expect(usual).toMatchObject({ lead: {}, problems: [] });
});

test.each([
  ['Phone,Name,City,DNC', '202-555-0143,Ana,Paris'],
  ['Phone,Name,Homeowner,DNC', '202-555-0143,Ana,Y'],
  ['Phone,Name,Own Home,City', '202-555-0143,Ana,Y'],
])('a row that only ends early is taken: %s: %s', async (header, row) => {
  const [read] = await againstOf(`${header}\n${row}\n202-555-0199,Zoe,N,N`);
  expect(read).toMatchObject({ lead: { phones: [{ phone: '+12025550143' }] } });
});
