/**
 * The compliance package imports nothing, so it keeps its own forms of some facts, and pages repeat some
 * lists: here both forms are compared.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  CALL_VOICES,
  CALLING_HISTORY_OUTCOMES,
  canonicalJson,
  DIAL_MODES,
  isE164,
  PHONE_LINE_TYPES,
} from '@outdial/core';
import {
  canonicalRecordJson as canonicalJsonOfCompliance,
  createCompliance,
  DIALING_MODES,
  HISTORY_OUTCOMES,
  LINE_TYPES,
  VOICES,
} from '@outdial/compliance';
import { REGIONS } from '@outdial/lists';

const compliance = createCompliance();
/** What the trace says of a region that the law does not know. */
const UNKNOWN_REGION = 'is not a known subdivision';

/** Whether the compliance module knows the region of a lead. */
function knowsRegion(country: string, region: string): boolean {
  const decision = compliance.evaluate({
    at: Date.UTC(2026, 10, 30, 15),
    lead: { phone: '+12025550100', country, region },
    campaign: { purpose: 'informational', mode: 'manual', voice: 'live' },
    history: [],
  });
  return !JSON.stringify(decision.trace).includes(UNKNOWN_REGION);
}

/** Whether the compliance module takes the text as a caller number. */
function acceptsCallerNumber(callerNumber: string): boolean {
  const { findings } = compliance.reviewCampaign(
    { purpose: 'informational', mode: 'manual', voice: 'live', countries: ['US'] },
    { callerNumber, callerNumberTakesRequests: true, identifies: true },
  );
  return !findings.some(({ rule, severity }) => rule === 'us.fcc.callerid' && severity === 'refuses');
}

describe('regions', () => {
  test('that a list may bring are regions that the law knows', () => {
    expect(knowsRegion('US', 'XX')).toBe(false);
    for (const [country, names] of Object.entries(REGIONS))
      for (const region of Object.keys(names))
        expect([country, region, knowsRegion(country, region)]).toEqual([country, region, true]);
  });
});

describe('facts that core and compliance both state', () => {
  test('take the same texts as telephone numbers', () => {
    const nearNumbers = fc.stringMatching(/^\+?[0-9]{0,18} ?$/);
    fc.assert(fc.property(nearNumbers, (text) => acceptsCallerNumber(text) === isE164(text)));

    for (let digits = 1; digits <= 17; digits += 1) {
      const number = `+${'1'.repeat(digits)}`;
      expect([number, acceptsCallerNumber(number)]).toEqual([number, isE164(number)]);
    }
  });

  test('write the same canonical JSON', () => {
    const values = fc.anything({
      values: [
        fc.boolean(),
        fc.integer(),
        fc.double(),
        fc.string(),
        fc.constant(null),
        fc.constant(undefined),
      ],
    });
    fc.assert(
      fc.property(values, (value) => {
        expect(canonicalJsonOfCompliance(value)).toBe(canonicalJson(value));
      }),
    );
  });

  test('know the same modes, voices and line types', () => {
    expect(DIALING_MODES).toEqual(DIAL_MODES);
    expect(VOICES).toEqual(CALL_VOICES);
    expect(LINE_TYPES).toEqual(PHONE_LINE_TYPES);
  });

  test('know the same outcomes in a calling history', () => {
    // What a history says beyond the outcomes of calls: the person refused to talk, another channel, an open
    // fate.
    const beyondCalls = ['refused', 'email', 'unknown'];
    const ofCalls = HISTORY_OUTCOMES.filter((outcome) => !beyondCalls.includes(outcome));
    expect([...ofCalls].sort()).toEqual([...CALLING_HISTORY_OUTCOMES].sort());
  });
});

test.each(['README.md', 'docs/glossary.md'])('%s names every dial mode in its order', (page) => {
  const text = readFileSync(new URL(`../../../${page}`, import.meta.url), 'utf8');
  expect(text).toContain(DIAL_MODES.join(', '));
});

test('docs/glossary.md explains each word once', () => {
  const text = readFileSync(new URL('../../../docs/glossary.md', import.meta.url), 'utf8');
  const words = [...text.matchAll(/^\| \*\*(.+?)\*\* \|/gm)].flatMap(([, cell]) => cell?.split(', ') ?? []);
  expect(words.length).toBeGreaterThan(70);
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
});
