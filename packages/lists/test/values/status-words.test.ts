import { describe, expect, test } from '@jest/globals';
import { STATUS_WORDS, saysBarred } from '../../src/values/status-words.js';

const BARRING = [...STATUS_WORDS['do-not-call'], ...STATUS_WORDS.deceased, ...STATUS_WORDS.cease].filter(
  (text) => text.length > 2,
);

describe('a text that bars in whatever column it stands', () => {
  test('is each text of the vocabulary, in small and large letters', () => {
    expect(BARRING.filter((text) => !saysBarred(text))).toEqual([]);
    expect(BARRING.filter((text) => !saysBarred(text.toUpperCase()))).toEqual([]);
  });

  test('is each of them with other signs between its words', () => {
    const parted = BARRING.map((text) => text.replace(/(?<=\p{L}) (?=\p{L})/gu, '-'));
    expect(parted.filter((text) => !saysBarred(text))).toEqual([]);
  });

  test.each(['303 Main St, Apt 4', 'Ann.20@example.com', 'Denver', '4,100.25', 'Ring', 'Never', 'Do'])(
    "is not '%s'",
    (text) => expect(saysBarred(text)).toBe(false),
  );
});
