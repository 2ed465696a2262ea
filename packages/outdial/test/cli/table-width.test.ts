import { describe, expect, test } from '@jest/globals';
import { fittingWidths } from '../../src/cli/table-width.js';

const ROWS = [
  ['rule', 'what it says', 'citation'],
  ['us.tcpa.hours', 'x'.repeat(200), 'y'.repeat(60)],
];

describe('the widths of a table', () => {
  test('are what the columns want where there is room, and no more than their most', () => {
    expect(fittingWidths(300, ROWS, { 1: 90, 2: 40 })).toEqual([null, 90, 40]);
    expect(fittingWidths(300, [['a', 'short']], { 1: 90 })).toEqual([null, 18]);
  });

  test('shrink together to the terminal, and stay readable on the narrowest', () => {
    const [, text, citation] = fittingWidths(100, ROWS, { 1: 90, 2: 40 });
    expect((text ?? 0) + (citation ?? 0) + 'us.tcpa.hours'.length + 2 + 4).toBeLessThanOrEqual(100);
    expect(fittingWidths(20, ROWS, { 1: 90, 2: 40 })).toEqual([null, 18, 18]);
  });
});
