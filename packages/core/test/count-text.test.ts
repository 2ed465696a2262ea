/** A number with its noun. */
import { describe, expect, it } from '@jest/globals';
import { countOf, countText } from '@outdial/core';

describe('a count in a sentence', () => {
  it.each([
    [0, 'row', '0 rows'],
    [1, 'row', '1 row'],
    [2_134, 'row', '2,134 rows'],
    [1, 'entry', '1 entry'],
    [2, 'entry', '2 entries'],
    [2, 'day', '2 days'],
  ])('writes %d with the noun %s', (count, noun, text) => {
    expect(countOf(count, noun)).toBe(text);
  });

  it('takes another plural, as a verb needs it', () => {
    const text = (count: number): string => countOf(count, 'row ends early', 'rows end early');
    expect([text(1), text(3)]).toEqual(['1 row ends early', '3 rows end early']);
  });

  it('separates thousands', () => {
    expect(countText(1_234_567)).toBe('1,234,567');
  });
});
