/** Places in the texts of the console. */
import { describe, expect, test } from '@jest/globals';
import { fill, TEXTS } from '../app/texts.js';

describe('a text with places', () => {
  test('takes its values, and keeps a place without one', () => {
    expect(fill('{rate} of {limit}', { rate: '1 %' })).toBe('1 % of {limit}');
  });

  test.each([
    [1, '1 lead is open again.'],
    ['1', '1 lead is open again.'],
    [0, '0 leads are open again.'],
    ['2,134', '2,134 leads are open again.'],
  ])('has the words that agree with %p', (count, text) => {
    expect(fill(TEXTS.lists.recycle.opened, { count })).toBe(text);
  });
});
