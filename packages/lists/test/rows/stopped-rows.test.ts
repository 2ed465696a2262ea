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
])('the first value of %s far down stops its row: %s', async (header, value) => {
  expect(await lastOf(header, value)).toMatch(/^REJECTED/);
});

test.each([
  ['Notes', 'no answer'],
  ['Ενότητα', 'abc'],
  ['', 'abc'],
  ['Segment', 'A'],
])('any other value of %s stops nothing: %s', async (header, value) => {
  expect(await lastOf(header, value)).toMatch(/^p=\+12025559999/);
});
