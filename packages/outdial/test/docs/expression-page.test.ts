/** The guide to filters has the whole vocabulary, in the words of the code. */
import { expect, test } from '@jest/globals';
import { EXPRESSION_FUNCTIONS, LEAD_FIELDS, type LeadField } from '@outdial/store';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './pages.js';

const page = readFileSync(join(ROOT, 'docs/guides/filters-and-order.md'), 'utf8');
const rows = page.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));

test('the guide to filters names every field and every function, and no others', () => {
  const fields = Object.entries(LEAD_FIELDS).map(([name, field]: [string, LeadField]) => {
    const also = (field.also ?? []).map((other) => `\`${other}\``).join(', ');
    const holds = ['number', 'days-since', 'priority'].includes(field.source.kind) ? 'number' : 'text';
    return ['', `\`${name}\``, also, holds, field.about, ''];
  });
  const functions = Object.values(EXPRESSION_FUNCTIONS).map(({ form, about }) => [
    '',
    `\`${form}\``,
    about,
    '',
  ]);
  expect(rows.filter((row) => row.length === 6 && row[1]?.startsWith('`'))).toEqual(fields);
  expect(rows.filter((row) => row.length === 4 && row[1]?.startsWith('`'))).toEqual(functions);
});
