/** Readings that are remembered are those that the reader gives. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { remembered } from '../../src/values/remembered.js';

const LONG = 'a text of a whole sentence';

describe('remembered readings', () => {
  test('law: text and kind have the answer of the reader, however often they are asked', () => {
    const read = (text: string, kind: 'a' | 'b'): string | null => (text === 'x' ? null : `${kind}${text}`);
    const kept = remembered(read);
    fc.assert(
      fc.property(fc.string({ maxLength: 16 }), fc.constantFrom('a', 'b'), (text, kind) => {
        expect(kept(text, kind)).toBe(read(text, kind));
        expect(kept(text, kind)).toBe(read(text, kind));
      }),
    );
  });

  test('a short text is read once a kind, null included; a long one is not kept', () => {
    const asked: string[] = [];
    const kept = remembered((text: string, kind: 'a' | 'b') => {
      asked.push(`${kind} ${text}`);
      return null;
    });
    for (const text of ['CO', 'CO', LONG, LONG]) kept(text, 'a');
    kept('CO', 'b');
    expect(asked).toEqual(['a CO', `a ${LONG}`, `a ${LONG}`, 'b CO']);
  });

  test('many different texts do not fill the memory', () => {
    let asked = 0;
    const kept = remembered((text: string, _kind: 'a') => {
      asked += 1;
      return text;
    });
    for (let round = 0; round < 2; round += 1)
      for (let text = 0; text < 10_000; text += 1) kept(String(text), 'a');
    expect(asked).toBe(16_000);
  });
});
