import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_RETRY, OUTCOMES, planRetry, type Lead, type Outcome } from '../../../src/index.js';
import { lead } from '../stage.js';

const at = 1_750_000_000_000;
const ending = (outcome: Outcome, changes = {}) => ({
  outcome,
  at,
  countsAsAttempt: OUTCOMES[outcome].countsAsAttempt,
  closesNumber: outcome === 'invalid-number',
  ...changes,
});
const numbers = (...open: readonly boolean[]): Partial<Lead> => ({
  phones: open.map((isOpen, n) => ({ phone: `+1212555010${n}`, open: isOpen })),
});

describe('planRetry', () => {
  it('tries the next open number of the person soon, then waits the rule’s delay at the first', () => {
    const first = planRetry(DEFAULT_RETRY, lead(1, numbers(true, false, true)), ending('no-answer'));
    expect(first).toMatchObject({
      status: 'open',
      phoneIndex: 2,
      nextDialableAt: at + DEFAULT_RETRY.alternateDelayMs,
      numberNotBefore: at + 3 * 3_600_000,
    });
    const second = planRetry(
      DEFAULT_RETRY,
      lead(1, { ...numbers(true, false, true), phoneIndex: 2 }),
      ending('no-answer'),
    );
    expect(second).toMatchObject({ phoneIndex: 0, nextDialableAt: at + 3 * 3_600_000 });
    expect(second).not.toHaveProperty('numberNotBefore');
  });

  it('closes a lead whose last number is no good', () => {
    expect(planRetry(DEFAULT_RETRY, lead(1), ending('invalid-number'))).toMatchObject({
      status: 'closed',
      why: 'no-number-left',
    });
    expect(planRetry(DEFAULT_RETRY, lead(1, numbers(true, true)), ending('invalid-number'))).toMatchObject({
      status: 'open',
      phoneIndex: 1,
    });
  });

  it('goes back to an earlier number when the last one is no good', () => {
    const next = planRetry(
      DEFAULT_RETRY,
      lead(1, { ...numbers(true, true), phoneIndex: 1 }),
      ending('invalid-number'),
    );
    expect(next).toMatchObject({ status: 'open', phoneIndex: 0, nextDialableAt: at + 3 * 3_600_000 });
  });

  it('waits until the oldest attempt of a full day is 24 hours old', () => {
    const recentAttempts = [at - 20 * 3_600_000, at - 3_600_000];
    expect(
      planRetry(DEFAULT_RETRY, lead(1, { attempts: 2, recentAttempts }), ending('busy')).nextDialableAt,
    ).toBe(at + 4 * 3_600_000);
  });

  it('stops hard at the most attempts', () => {
    expect(planRetry(DEFAULT_RETRY, lead(1, { attempts: 11 }), ending('busy'))).toMatchObject({
      status: 'closed',
      why: 'attempts-used-up',
    });
    expect(planRetry(DEFAULT_RETRY, lead(1, { attempts: 11 }), ending('congestion')).status).toBe('open');
  });

  it('keeps a promise whose call never reached anybody', () => {
    const promised = lead(1, { reason: 'callback', callback: { at: at - 1, agentId: 'a' } });
    expect(planRetry(DEFAULT_RETRY, promised, ending('congestion'))).toMatchObject({
      reason: 'callback',
      callback: promised.callback,
    });
    expect(planRetry(DEFAULT_RETRY, promised, ending('no-answer'))).toMatchObject({ reason: 'retry' });
  });

  it('never dials a closed number next, never before the ban, never above the day’s cap', () => {
    const outcome = fc.constantFrom(...(Object.keys(OUTCOMES) as Outcome[]));
    const open = fc.array(fc.boolean(), { minLength: 1, maxLength: 4 });
    const recent = fc
      .array(fc.integer({ min: at - 2 * 86_400_000, max: at }), { maxLength: 6 })
      .map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(
        outcome,
        open,
        fc.nat(3),
        recent,
        fc.nat(12),
        fc.option(fc.nat(10 * 86_400_000), { nil: undefined }),
        (kind, phones, index, recentAttempts, attempts, ban) => {
          const given = lead(1, {
            ...numbers(...phones),
            phoneIndex: index % phones.length,
            recentAttempts,
            attempts,
          });
          const next = planRetry(
            DEFAULT_RETRY,
            given,
            ending(kind, { notBefore: ban === undefined ? undefined : at + ban }),
          );
          if (next.status === 'closed') return next.nextDialableAt === null;
          const due = next.nextDialableAt ?? -1;
          const counted = [...recentAttempts, ...(OUTCOMES[kind].countsAsAttempt ? [at] : [])].filter(
            (time) => time > due - 86_400_000,
          );
          const usable = given.phones[next.phoneIndex]?.open === true || phones.every((isOpen) => !isOpen);
          return due >= at && due >= at + (ban ?? 0) && usable && counted.length < DEFAULT_RETRY.mostPerDay;
        },
      ),
    );
  });
});
