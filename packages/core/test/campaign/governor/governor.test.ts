import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Governor } from '../../../src/index.js';

const DAY = 86_400_000;
const limit = (share: number, lengthMs = 30 * DAY, id = 'rule') => ({
  id,
  limit: share,
  period: { startsAt: 0, lengthMs },
});

describe('the governor', () => {
  it('allows over-dialing only while one more abandonment keeps every limit', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.005, max: 0.2, noNaN: true }),
        fc.array(fc.boolean(), { maxLength: 400 }),
        (share, answers) => {
          const governor = new Governor([limit(share)], 0);
          let abandoned = 0;
          let live = 0;
          for (const wouldAbandon of answers) {
            const spent = governor.spent(1);
            if (spent !== abandoned + 1 > share * (live + 1)) return false;
            governor.liveAnswer(1);
            live += 1;
            // Only a call placed while the budget lasted can be abandoned.
            if (wouldAbandon && !spent) {
              governor.abandonment(1);
              abandoned += 1;
            }
          }
          return abandoned <= share * Math.max(live, 1);
        },
      ),
    );
  });

  it('counts each period alone and keeps several limits at once', () => {
    const governor = new Governor([limit(0.03, 30 * DAY, 'month'), limit(0.03, DAY, 'day')], 0);
    for (let n = 0; n < 99; n += 1) governor.liveAnswer(DAY / 2);
    expect(governor.spent(DAY / 2)).toBe(false);
    expect(
      governor.readings(DAY + 1).map(({ limitId, liveAnswers, spent }) => [limitId, liveAnswers, spent]),
    ).toEqual([
      ['month', 99, false],
      ['day', 0, true],
    ]);
    expect(governor.spent(DAY + 1)).toBe(true);
  });

  it('takes up the counts of before a restart', () => {
    const governor = new Governor([limit(0.03)], 0);
    expect(governor.periodStarts(40 * DAY)).toEqual([30 * DAY]);
    governor.restore([{ liveAnswers: 1_000, abandoned: 29 }]);
    expect(governor.readings(40 * DAY)[0]).toMatchObject({ liveAnswers: 1_000, abandoned: 29, spent: false });
    governor.abandonment(40 * DAY);
    expect(governor.spent(40 * DAY)).toBe(true);
  });

  it('says once when it turns', () => {
    const governor = new Governor([limit(0.5)], 0);
    expect(governor.takeChanges(1)).toEqual([]);
    for (let n = 0; n < 5; n += 1) governor.liveAnswer(1);
    expect(governor.takeChanges(1)).toMatchObject([{ spent: false }]);
    expect(governor.takeChanges(1)).toEqual([]);
  });
});
