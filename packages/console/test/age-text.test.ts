/** How old figures are, in words; nothing before anything was read. */
import { expect, test } from '@jest/globals';
import { ageText } from '../app/widgets/age-text.js';

const READ_AT = Date.parse('2026-06-10T17:00:00.000Z');

test.each([
  [0, 'Read 0 s ago'],
  [65_900, 'Read 1 min ago'],
  [3_753_000, 'Read 1 h 2 min ago'],
  // Read after the clock of the page last ticked.
  [-400, 'Read 0 s ago'],
])('after %i ms', (ms, text) => {
  expect(ageText(READ_AT, READ_AT + ms)).toBe(text);
});

test('what was never read has no age', () => {
  expect(ageText(0, READ_AT)).toBeNull();
});
