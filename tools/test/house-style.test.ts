/** The check of the house style finds each thing it looks for, and nothing in a sound file. */
import { describe, expect, test } from '@jest/globals';
import { styleProblems } from '../architecture/house-style.mjs';

const HEAD = '/** Says what the file holds. */\n';

describe('the house style', () => {
  test('accepts a sound file', () => {
    expect(styleProblems(`${HEAD}export const history = 'the theme of this';\n`)).toEqual([]);
    expect(styleProblems(`${HEAD}// There is no call, and it is no longer sought.\n`)).toEqual([]);
  });

  test.each([
    ['a file without a head comment', 'export const a = 1;\n', 'no head comment'],
    ['a line that is too wide', `${HEAD}export const a = '${'x'.repeat(110)}';\n`, '130 characters'],
    ['a person who is he', `${HEAD}// The agent ends his call.\n`, "'his'"],
    ['a picture in a text', `${HEAD}export const a = 'calls in hand';\n`, "'in hand'"],
    ['an old word', `${HEAD}/** Reserved for whoever is free. */\n`, "'whoever'"],
    ['a denied noun', `${HEAD}/** Null where the text is no date. */\n`, "'is no '"],
  ])('finds %s', (_what, text, found) => {
    expect(styleProblems(text).map(({ what }) => what)).toEqual([found]);
  });

  test('lets a link be as long as it is', () => {
    expect(styleProblems(`${HEAD}export const a = 'https://example.org/${'x'.repeat(110)}';\n`)).toEqual([]);
  });
});
