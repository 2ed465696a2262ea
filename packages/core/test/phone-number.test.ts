import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LIMITS, isE164 } from '@outdial/core';

describe('isE164', () => {
  test.each(['+12025550100', '+442071838750', '+6834000', '+123456789012345'])('%s is a number', (text) => {
    expect(isE164(text)).toBe(true);
  });

  test.each([
    ['without a plus sign', '12025550100'],
    ['with a country code that begins with zero', '+02025550100'],
    ['shorter than any number in service', '+683400'],
    ['longer than 15 digits', '+1234567890123456'],
    ['with spaces', '+1 202 555 0100'],
    ['with a line feed at its end', '+12025550100\n'],
    ['that is empty', ''],
  ])('a text %s is none', (_what, text) => {
    expect(isE164(text)).toBe(false);
  });

  test('digits decide: from the shortest to the longest length, and no other', () => {
    const { min, max } = LIMITS.phoneDigits;
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{0,19}$/), (digits) => {
        const fits = digits.length >= min && digits.length <= max;
        return isE164(`+${digits}`) === fits;
      }),
    );
  });
});
