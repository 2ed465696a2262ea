import { describe, expect, test } from '@jest/globals';
import { isoInstant, utcText } from '@outdial/core';

const at = Date.UTC(2026, 10, 25, 16, 27, 6, 123);

describe('instants as text', () => {
  test('for machines: ISO 8601 in UTC, to the millisecond or the second', () => {
    expect(isoInstant(at)).toBe('2026-11-25T16:27:06.123Z');
    expect(isoInstant(at, 'second')).toBe('2026-11-25T16:27:06Z');
  });

  test.each([
    ['day', '2026-11-25'],
    ['minute', '2026-11-25 16:27'],
    ['second', '2026-11-25 16:27:06'],
  ] as const)('for people, to the %s: cut, not rounded', (precision, text) => {
    expect(utcText(at, precision)).toBe(text);
  });

  test('what is no instant throws', () => {
    expect(() => isoInstant(Number.NaN)).toThrow(RangeError);
  });
});
