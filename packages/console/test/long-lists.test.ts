/** Lists of many rows: what is typed narrows them down, a press of a head sorts them. */
import { expect, test } from '@jest/globals';
import { narrowed } from '../app/widgets/narrowed.js';
import { sortRows, turned } from '../app/widgets/sorting.js';

test.each([
  ['', ['Spring sales', 'Summer sales', 'Surveys']],
  ['  ', ['Spring sales', 'Summer sales', 'Surveys']],
  ['SALES s', ['Spring sales', 'Summer sales']],
  ['sales spring', ['Spring sales']],
  ['winter', []],
])('“%s” narrows a list down', (query, found) => {
  expect(narrowed(['Spring sales', 'Summer sales', 'Surveys'], (name) => name, query)).toEqual(found);
});

test('numbers by size, texts by their letters and numbers, nothing last either way', () => {
  const rows = ['list 10', null, 'list 9', 'List 1'];
  const own = (row: string | null): string | null => row;
  expect(sortRows(rows, own, false)).toEqual(['List 1', 'list 9', 'list 10', null]);
  expect(sortRows(rows, own, true)).toEqual(['list 10', 'list 9', 'List 1', null]);
  expect(sortRows([10, 9, 100], (row) => row, false)).toEqual([9, 10, 100]);
  const same = [
    { id: 'b', calls: 1 },
    { id: 'a', calls: 1 },
  ];
  expect(sortRows(same, ({ calls }) => calls, true)).toEqual(same);
});

test('a head turns from upwards to downwards, then to the order in which the rows came', () => {
  const up = turned(null, 'leads');
  const down = turned(up, 'leads');
  expect([up, down, turned(down, 'leads')]).toEqual([
    { key: 'leads', isDown: false },
    { key: 'leads', isDown: true },
    null,
  ]);
  expect(turned(down, 'list')).toEqual({ key: 'list', isDown: false });
});
