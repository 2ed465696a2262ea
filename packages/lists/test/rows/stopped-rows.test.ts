/** Rows that a column in words nobody knows keeps from being taken, also far down in a file. */
import { expect, test } from '@jest/globals';
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
