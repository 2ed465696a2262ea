/** Only whole texts of the vocabulary give consent; a refusal is a request not to be called. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CONSENT_WORDS } from '../../src/values/consent-words.js';
import { readConsentWords, readRefusal } from '../../src/values/consent.js';
import { YES_NO } from '../../src/values/yes-no.js';

const GIVING: readonly string[] = [...CONSENT_WORDS.written, ...CONSENT_WORDS.express, ...YES_NO.yes];

/** Letters and other signs of a text, without what may be written in several ways. */
function bare(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[\s_.\u2010-\u2015\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff-]/g, '');
}
const GIVING_BARE: ReadonlySet<string> = new Set(GIVING.map(bare));

const around = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    'not ',
    'no ',
    'un',
    'non-',
    'nicht ',
    'pas ',
    'never ',
    'without ',
    'kein ',
    'sin ',
    'ohne ',
  ),
  fc.constantFrom(' revoked', ' withdrawn', '?', ' (expired)', ' no', ' only email', ': no', ' 0', '/no', ''),
);

describe('consent', () => {
  test('is given by nothing but a whole text of the vocabulary, whatever stands around a word for yes', () => {
    fc.assert(
      fc.property(around, fc.constantFrom(...GIVING), around, (before, word, after) => {
        const text = before + word + after;
        const said = readConsentWords(text);
        if (said === 'written' || said === 'express') expect(GIVING_BARE.has(bare(text))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is what every text of the vocabulary says, in any case, with underscores or hyphens', () => {
    for (const kind of ['written', 'express'] as const)
      for (const word of CONSENT_WORDS[kind])
        for (const text of [
          word,
          word.toUpperCase(),
          word.replaceAll(' ', '_'),
          ` ${word.replaceAll(' ', '-')} `,
        ])
          expect(readConsentWords(text)).toBe(kind);
  });

  test('no text is in two parts of the vocabulary', () => {
    const parts = [
      CONSENT_WORDS.written,
      CONSENT_WORDS.express,
      CONSENT_WORDS.refused,
      YES_NO.yes,
      YES_NO.no,
    ];
    const all = parts.flatMap((words) => [...new Set(words.map(bare))]);
    expect(new Set(all).size).toBe(all.length);
  });

  test.each([
    'implied',
    'expired',
    'never',
    'unsigned',
    'Not signed',
    'not opted in',
    'No written consent',
    'No (verbal)',
    'Revoked: no',
    'not opted out',
    'opted out of email only',
    'unwritten',
    'yes?',
    'y\u0336es',
  ])('%s is in no vocabulary', (text) => expect(readConsentWords(text)).toBeNull());

  test.each([
    ['Opted out', null],
    ['OptOut', null],
    ['opt-out', null],
    ['Unsubscribed', null],
    ['Widerrufen', null],
    ['Révoqué', null],
    ['Dado de baja', null],
    ['Não ligar', null],
    ['Written - revoked', null],
    ['has opted out', null],
    ['Einwilligung zurückgezogen', null],
    ['consentement refusé', null],
    ['consentimiento denegado', null],
    ['consenso ritirato', null],
    ['consentimento recusado', null],
    ['Opted out on 2026-01-05', '2026-01-05'],
    ['revoked 1/5/2026', '1/5/2026'],
  ])('%s is a request not to be called', (text, date) => {
    expect(readConsentWords(text)).toBe('refused');
    expect(readRefusal(text)).toEqual({ date, isWithin: false });
  });

  test.each(['No', 'No.', 'NEIN', 'non', 'Não', '0', 'FALSE'])('%s is no consent', (text) =>
    expect(readConsentWords(text)).toBe('none'),
  );
});

describe('a refusal among other words', () => {
  test.each([
    'granted; later revoked',
    'Revoked (was written)',
    'Y, revoked 2025-02-01',
    'No, stop calling me',
    'Opted out via SMS 3/2025',
    'Status: DO NOT CALL!',
    'hat am 3. Mai widerrufen',
    'cliente dado de baja el 3/4',
  ])('%s is a refusal', (text) => {
    expect(readRefusal(text)?.isWithin).toBe(true);
    expect(readConsentWords(text)).toBe('refused');
  });

  test.each([
    'not revoked',
    'not yet withdrawn',
    'never opted out',
    'nicht widerrufen',
    'consent can be revoked at any time',
    'yes until revoked',
    'stopgap',
    'web form, 3/2025',
  ])('%s is none', (text) => expect(readRefusal(text)).toBeNull());
});
