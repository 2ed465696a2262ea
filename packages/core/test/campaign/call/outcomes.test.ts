import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { outcomeOfUnanswered, OUTCOMES } from '../../../src/index.js';

describe('cause to outcome', () => {
  it.each([
    ['486 Busy Here', { q850: 17, sip: 486 }, true, 'busy'],
    ['404 Not Found', { q850: 1, sip: 404 }, false, 'invalid-number'],
    ['484 Address Incomplete', { q850: 28, sip: 484 }, false, 'invalid-number'],
    ['503 Service Unavailable', { q850: 34, sip: 503 }, false, 'congestion'],
    ['503 after ringing', { q850: 34, sip: 503 }, true, 'no-answer'],
    ['480 after ringing', { q850: 19, sip: 480 }, true, 'no-answer'],
    ['480 at once', { q850: 19, sip: 480 }, false, 'failed'],
    ['603 Decline', { q850: 21, sip: 603 }, true, 'rejected'],
    ['603+ Network Blocked', { q850: 21, sip: 603, text: 'Network Blocked' }, false, 'blocked'],
    ['607 Unwanted', { q850: 21, sip: 607 }, false, 'blocked'],
    ['608 Rejected', { q850: 21, sip: 608 }, false, 'blocked'],
    ['403 Forbidden', { q850: 21, sip: 403 }, false, 'blocked'],
    ['no circuit', { q850: 34 }, false, 'congestion'],
    ['no circuit after ringing', { q850: 34 }, true, 'no-answer'],
  ] as const)('reads %s', (_name, cause, rang, outcome) => {
    expect(outcomeOfUnanswered({ ...cause, by: 'far' }, rang)).toBe(outcome);
  });

  it.each([
    ['ring-timeout', true, 'no-answer'],
    ['setup-timeout', false, 'congestion'],
    ['setup-timeout', true, 'no-answer'],
    ['expired', false, 'cancelled'],
    ['refused', false, 'cancelled'],
    ['us', true, 'no-answer'],
    ['us', false, 'cancelled'],
    ['lost', true, 'unknown'],
  ] as const)('reads an ending by %s (rang: %s)', (by, rang, outcome) => {
    expect(outcomeOfUnanswered({ q850: 19, by }, rang)).toBe(outcome);
  });

  it('counts every call that rang, whatever ended it', () => {
    const ends = fc.record({
      q850: fc.integer({ min: 0, max: 127 }),
      sip: fc.option(fc.integer({ min: 300, max: 699 }), { nil: undefined }),
      by: fc.constantFrom('far', 'us', 'ring-timeout', 'setup-timeout', 'lost'),
    });
    fc.assert(
      fc.property(ends, ({ q850, sip, by }) => {
        const outcome = outcomeOfUnanswered({ q850, by, ...(sip === undefined ? {} : { sip }) }, true);
        expect([outcome, OUTCOMES[outcome].countsAsAttempt]).toEqual([outcome, true]);
      }),
    );
  });

  it('gives every outcome that is not a live answer a word for the pacer, and no other', () => {
    for (const [outcome, meaning] of Object.entries(OUTCOMES)) {
      expect([outcome, meaning.pacer === null]).toEqual([outcome, meaning.liveAnswer]);
      // What never left us is no attempt and no call in anybody's history.
      if (meaning.compliance === null) expect([outcome, meaning.countsAsAttempt]).toEqual([outcome, false]);
    }
  });
});
