import { describe, expect, test } from '@jest/globals';
import { RiskLevel } from '../../src/pacing/risk-level.js';

const settle = (level: RiskLevel, answers: number, abandoned: (i: number) => boolean): void => {
  for (let i = 0; i < answers; i += 1)
    level.settled({ abandoned: abandoned(i), target: 0.03, mayRise: true, answersInFlight: 5 });
};

describe('accepted risk', () => {
  test('rises while fewer are abandoned than the target allows, falls while more are', () => {
    const level = new RiskLevel();
    const start = level.level(0.03, 20);
    settle(level, 300, () => false);
    const calm = level.level(0.03, 20);
    expect(calm).toBeGreaterThan(start);
    settle(level, 300, (i) => i % 10 === 0);
    expect(level.level(0.03, 20)).toBeLessThan(calm);
  });

  test('a burst of abandonments brakes at once, and only while it is recent', () => {
    const level = new RiskLevel();
    settle(level, 2_000, (i) => i % 33 === 0);
    const steady = level.level(0.03, 20);
    settle(level, 20, (i) => i % 3 === 0);
    const braked = level.level(0.03, 20);
    expect(braked).toBeLessThan(steady / 10);
    settle(level, 250, () => false);
    expect(level.level(0.03, 20)).toBeGreaterThan(steady / 2);
  });

  test('abandonments at their target do not brake', () => {
    const level = new RiskLevel();
    settle(level, 2_000, (i) => i % 33 === 0);
    const before = level.level(0.03, 20);
    settle(level, 33, (i) => i === 0);
    expect(level.level(0.03, 20) / before).toBeGreaterThan(0.85);
  });

  test('is restored with its brake, and from a state that had none', () => {
    const level = new RiskLevel();
    settle(level, 50, (i) => i % 4 === 0);
    const copy = new RiskLevel();
    copy.restore(JSON.parse(JSON.stringify(level)) as ReturnType<RiskLevel['toJSON']>);
    expect(copy.level(0.03, 20)).toBe(level.level(0.03, 20));
    const { logScale, answers } = level.toJSON();
    copy.restore({ logScale, answers });
    expect(copy.level(0.03, 20)).toBeGreaterThan(level.level(0.03, 20));
  });
});
