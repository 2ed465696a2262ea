/** CSV lines: what is written is read back, and no cell runs as a formula. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plainCell, writeCsvRow } from '../../src/csv/write-csv-row.js';
import { splitRecord } from '../../src/records/split-line.js';

describe('CSV lines', () => {
  test.each(['=1+1', '+12025550143', '-1', '@SUM(A1)', '\tx', '\rx', '=HYPERLINK("http://x","y")'])(
    '%j is not run by a spreadsheet',
    (cell) => {
      const line = writeCsvRow([cell, 'x']);
      expect(line.replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  test('property: what is written is read back', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('=', '+', "'", '"', ',', 'a', ' ', '\n', '@'), maxLength: 6 })
      .map((text) => text.trim())
      // An apostrophe of the text itself before such a sign reads as the guard.
      .filter((text) => !/^'[=+\-@]/.test(text));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 4 }), (cells) => {
        const line = writeCsvRow(cells).slice(0, -2);
        expect(splitRecord(line, ',')?.map(plainCell)).toEqual(cells);
      }),
    );
  });
});
