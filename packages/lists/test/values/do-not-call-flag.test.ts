/** Only closed words for no leave a number or a person off a list. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { NOT_LISTED_WORDS, isListedBy, isPlainListing } from '../../src/values/do-not-call-flag.js';
import { YES_NO } from '../../src/values/yes-no.js';

test.each([
  'Y',
  'yes',
  'TRUE',
  '1',
  '2025-03-04',
  'Federal',
  'TPS',
  'unknown',
  '?',
  'maybe',
  'not called',
  'x',
])('%s lists', (text) => expect(isListedBy(text)).toBe(true));

test.each([
  '',
  ' ',
  'N',
  'No.',
  'FALSE',
  '0',
  '0.0',
  '-',
  'n/a',
  'None',
  'nein',
  'Allow',
  'Not listed',
  'Not opted out',
  'Subscribed',
  '0000-00-00',
])('%s does not list', (text) => expect(isListedBy(text)).toBe(false));

test('whatever stands before or behind a word for no lists', () => {
  const sign = fc.stringMatching(/^[a-z0-9!?:/]{1,8}$/);
  const no = fc.constantFrom(...YES_NO.no, ...NOT_LISTED_WORDS);
  const words: ReadonlySet<string> = new Set([...YES_NO.no, ...NOT_LISTED_WORDS, 'none', 'na', 'n/a']);
  fc.assert(
    fc.property(sign, no, (other, word) => {
      for (const text of [`${other} ${word}`, `${word} ${other}`])
        if (!words.has(text)) expect(isListedBy(text)).toBe(true);
    }),
  );
});

test.each([
  'Y',
  'x',
  '2025-03-04',
  '3/4/25',
  'Federal; CO',
  'TPS/CTPS',
  'DNC',
  'FL',
  'opted out',
  'registered',
])('%s lists in known words', (text) => expect(isPlainListing(text, 'month-first')).toBe(true));

test.each(['?', 'maybe', 'N (verified 2026)', 'do not call before 5 pm', 'unknown', 'not called', 'XX'])(
  '%s lists, in doubt',
  (text) => {
    expect(isListedBy(text)).toBe(true);
    expect(isPlainListing(text, 'month-first')).toBe(false);
  },
);
