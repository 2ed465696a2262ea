/**
 * Opening a file looks at its first rows for what the user should know, and lets the event loop have its
 * turn.
 */
import { expect, test } from '@jest/globals';
import { openTable } from '../../src/tables/open-table.js';
import { heldTime } from '../held-time.js';

/** Columns that are only shown, each value another: all of them are looked at. */
const COLUMNS = 150;
const ROWS = 200;

function wideFile(): string {
  const columns = Array.from({ length: COLUMNS }, (_, column) => column);
  const lines = [['Phone', ...columns.map((column) => `Remark ${column}`)].join(',')];
  for (let row = 0; row < ROWS; row += 1)
    lines.push(
      [`30355501${row % 90}0`, ...columns.map((column) => `left a word ${row} of ${column}`)].join(','),
    );
  return lines.join('\n');
}

test('the first rows of a wide file are looked at in many turns', async () => {
  const file = wideFile();
  const { cpuMs, heldMs } = await heldTime(() => openTable([file]));
  expect(cpuMs).toBeGreaterThan(30);
  expect(heldMs).toBeLessThan(cpuMs / 2);
});
