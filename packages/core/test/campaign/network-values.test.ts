import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { networkCause, networkFact, networkText } from '../../src/campaign/network-values.js';
import { hasHidden, visibleText } from '../../src/visible-text.js';
import type { Fact } from '../../src/index.js';
import { LIMITS } from '../../src/index.js';

const anything = fc.oneof(fc.anything(), fc.string({ unit: 'binary', maxLength: 400 }));

describe('what the network says', () => {
  test.each<[string, unknown, string]>([
    ['keeps the words of a refusal', 'Network Blocked', 'Network Blocked'],
    ['masks numbers', 'call +1 202 555 0143 instead', 'call # instead'],
    [
      'shows what a terminal would obey',
      '\u001b[2Jgone\r\nline\u009b1m',
      '\\u001b[2Jgone\\u000d\\u000aline\\u009b1m',
    ],
    ['is cut', 'x'.repeat(1_000_000), 'x'.repeat(LIMITS.networkText.max)],
    ['is empty where it is no text', { text: 'x' }, ''],
  ])('%s', (_what, given, kept) => {
    expect(networkText(given)).toBe(kept);
  });

  test('is a short text without control characters, whatever it was', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const text = networkText(value);
        expect(text.length).toBeLessThanOrEqual(LIMITS.networkText.max);
        expect(hasHidden(text)).toBe(false);
      }),
    );
  });

  test('is a cause of whole numbers, whatever it was', () => {
    fc.assert(
      fc.property(anything, anything, anything, (q850, sip, text) => {
        const cause = networkCause({ q850, sip, text, by: 'far' });
        expect(Number.isInteger(cause.q850) && cause.q850 >= 0 && cause.q850 <= 127).toBe(true);
        if (cause.sip !== undefined) expect(Number.isInteger(cause.sip)).toBe(true);
        expect(Object.keys(cause).every((key) => ['q850', 'sip', 'text', 'by'].includes(key))).toBe(true);
      }),
    );
    expect(networkCause({ q850: 17, sip: 486, text: 'Busy Here', by: 'far' })).toEqual({
      q850: 17,
      sip: 486,
      text: 'Busy Here',
      by: 'far',
    });
    expect(networkCause({ q850: '17', sip: 4_860, text: '', by: 'far' })).toEqual({ q850: 0, by: 'far' });
  });

  test('is cut once more in facts of any telephony', () => {
    const long = '\u001b]0;x\u0007'.repeat(1000);
    const stamp = { at: 1, campaignId: 'c', attemptId: 'c-1-1' };
    const facts: readonly Fact[] = [
      { type: 'call.ended', ...stamp, cause: { q850: 1e9, text: long, by: 'far' } },
      { type: 'call.detected', ...stamp, verdict: 'human', detail: long },
      { type: 'call.connect-failed', ...stamp, agentId: 'a', reason: long },
      { type: 'agent.leg-down', at: 1, agentId: 'a', reason: long },
      { type: 'telephony.down', at: 1, reason: long },
    ];
    for (const fact of facts) {
      const text = JSON.stringify(networkFact(fact));
      expect(text.length).toBeLessThan(2 * LIMITS.networkText.max + 200);
      expect(text).not.toContain('\\u0007"');
      expect(text).not.toMatch(/[^\\]\\u001b/);
    }
  });
});

describe('visible text', () => {
  test.each([
    ['\u001b[31mred', '\\u001b[31mred'],
    ['a\rb\nc\td', 'a\\u000db\\u000ac\\u0009d'],
    ['\u0085\u009b2J', '\\u0085\\u009b2J'],
    ['abc\u202egpj', 'abc\\u202egpj'],
    ['\u2066x\u2069\u200f\ufeff', '\\u2066x\\u2069\\u200f\\ufeff'],
    ['Zoë, 李, 😀 नमस्ते', 'Zoë, 李, 😀 नमस्ते'],
  ])('%j is shown as %j', (given, shown) => {
    expect(visibleText(given)).toBe(shown);
  });
});
