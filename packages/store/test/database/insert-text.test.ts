/** Constants of columns stand in the text of an insert; everything else is bound. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withConstants } from '../../src/database/insert-text.js';

const PLAIN = { head: 'insert into t values ', row: '(?, ?)', bound: [0, 1] };

function rowOf(...rows: readonly (readonly unknown[])[]): string {
  return withConstants(PLAIN, rows).row;
}

describe('constants of columns', () => {
  test.each([
    [[null, 1], '(null, ?)'],
    [['ready', 1], "('ready', ?)"],
    [['{}', 1], "('{}', ?)"],
    [['', 1], "('', ?)"],
    [[0, 1], '(0, ?)'],
    [["it's", 1], '(?, ?)'],
    [['a\\', 1], '(?, ?)'],
    [['what?', 1], '(?, ?)'],
    [['2026-11-25', 1], '(?, ?)'],
    [[0.5, 1], '(?, ?)'],
    [[1_700_000_000_000, 1], '(?, ?)'],
  ])('%j is %s', (first, row) => {
    expect(rowOf(first, [first[0], 2])).toBe(row);
  });

  test('law: what is bound and what is in the text are the rows', () => {
    const value = fc.constantFrom(null, 0, 7, 12, 'ready', '{}', "'", '?', '\\');
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 6 }), (rows) => {
        const { row, bound } = withConstants(PLAIN, rows);
        const written = row.slice(1, -1).split(', ');
        for (const values of rows)
          for (const [index, one] of values.entries())
            if (bound.includes(index)) expect(written[index]).toBe('?');
            else expect(written[index]).toBe(typeof one === 'string' ? `'${one}'` : String(one));
      }),
    );
  });
});
