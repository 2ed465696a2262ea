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

test('a row of too many values that bars calls closes its numbers, and says so', async () => {
  const table = await openTable(
    ['Phone,Name,DNC\n202-555-0143,Ana, Smith,do not call\n202-555-0144,Ben, Lee,N\n202-555-0145,Cy,N'],
    { defaultCountry: 'US' },
  );
  const reader = new RowReader(table.columns, { defaultCountry: 'US', dateOrder: 'month-first', at: 0 });
  const read: RowReading[] = [];
  for await (const rows of table.rows) read.push(...rows.map((row) => readTableRow(reader, row)));
  expect(read[0]).toMatchObject({
    lead: null,
    problems: [{ problem: expect.stringMatching(/says 'do not call': its numbers are closed/) }],
    against: { phones: [{ phone: '+12025550143', doNotCall: true }] },
  });
  expect(read[1]).toMatchObject({ lead: null });
  expect(read[1]).not.toHaveProperty('against');
});
