/**
 * Every code that a screen may show has words: outcomes, facts, and the reasons for which leads wait or are
 * closed.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { OUTCOMES } from '@outdial/core';
import { CODE_WORDS, codeWords } from 'outdial';

const PACKAGES = join(import.meta.dirname, '../../..');
/** Where leads and numbers are moved and closed. */
const ROOMS = [
  ...['supply', 'ending', 'placing', 'inbound'].map((room) => `core/src/campaign/${room}`),
  ...['journal', 'leads', 'law', 'retention'].map((room) => `store/src/${room}`),
];
/** Stated as `why` of something that is no lead. */
const NOT_OF_LEADS = new Set(['accepted', 'dismissed', 'in-progress']);

/** The reasons that the sources write. */
function writtenReasons(): readonly string[] {
  const found = ROOMS.flatMap((room) =>
    readdirSync(join(PACKAGES, room), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => readFileSync(join(PACKAGES, room, name), 'utf8'))
      .flatMap((text) => [
        ...text.matchAll(
          /(?:\bwhy: |\bclosed\((?:lead, )?|\b(?:PURSUED|PURSUIT_ENDED) = )'([a-z -]+)'(?!,\n? *lifts)/g,
        ),
        ...text.matchAll(/releaseLeads\([^;]*?, '([a-z -]+)', [^;]+\);/g),
      ]),
  ).map(([, reason = '']) => reason);
  return [...new Set(found)].filter((reason) => !NOT_OF_LEADS.has(reason));
}

describe('codes in words', () => {
  test('every reason that leads and numbers are given in the sources has words of its own', () => {
    const reasons = writtenReasons();
    expect(reasons).toEqual(expect.arrayContaining(['attempts-used-up', 'skipped', 'pursuit-ended']));
    expect(reasons.filter((reason) => CODE_WORDS[reason] === undefined)).toEqual([]);
  });

  test('what is made of an outcome or a rule is a sentence without codes', () => {
    const made = Object.keys(OUTCOMES).flatMap((outcome) => [
      `retry-${outcome}`,
      `no-retry-after-${outcome}`,
      `${outcome}-used-up`,
    ]);
    expect(made.map(codeWords).filter((words) => /^\S*-\S*$/.test(words) || !/“.+”/.test(words))).toEqual([]);
    expect(codeWords('no-retry-after-conversation')).toBe('Not called again after “conversation”');
    expect(codeWords('refused: us.tsr.hours')).not.toContain('us.tsr');
    expect(codeWords('refused: store.do-not-call')).toMatch(/do not call$/);
  });

  test("the campaign's own codes are their letters, and what a person wrote stays", () => {
    expect(codeWords('not-interested')).toBe('Not interested');
    expect(codeWords('Moved to Ohio, see ticket 7')).toBe('Moved to Ohio, see ticket 7');
  });
});
