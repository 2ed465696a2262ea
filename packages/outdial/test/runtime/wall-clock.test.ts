import { describe, expect, jest, test } from '@jest/globals';
import type { Fact } from '@outdial/core';
import { createWallClock } from '../../src/runtime/wall-clock.js';

/** Eight hours, ms. */
const EVENING = 8 * 3_600_000;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('the wall clock', () => {
  test('fires each timer once, moves one that is set again, and cancels', async () => {
    const facts: Fact[] = [];
    const clock = createWallClock({ sink: (fact) => void facts.push(fact) });
    const now = clock.now();
    // First: where the process stalls between two lines, the later one is due no earlier.
    clock.set({ campaignId: 'c', timerId: 'past', at: now - 1000 });
    clock.set({ campaignId: 'c', timerId: 'moved', at: now + 60_000 });
    clock.set({ campaignId: 'c', timerId: 'moved', at: now + 5 });
    clock.set({ campaignId: 'c', timerId: 'cancelled', at: now + 5 });
    clock.cancel({ campaignId: 'c', timerId: 'cancelled' });
    await wait(40);
    clock.close();
    expect(facts.map((fact) => fact.type === 'timer' && fact.timerId)).toEqual(['past', 'moved']);
    expect(facts.every((fact) => fact.at >= now)).toBe(true);
  });

  test('runs at another instant by its offset', () => {
    const instant = Date.UTC(2026, 5, 10, 17);
    const clock = createWallClock({ sink: () => undefined, offset: instant - Date.now() });
    expect(Math.abs(clock.now() - instant)).toBeLessThan(5000);
    expect(Math.abs(clock.wallNow() - instant)).toBeLessThan(5000);
    clock.close();
  });

  test("that is set to the evening is the law's time at once; timers go by a time that never steps", async () => {
    const facts: Fact[] = [];
    const clock = createWallClock({ sink: (fact) => void facts.push(fact) });
    const before = clock.now();
    const machine = Date.now;
    const set = jest.spyOn(Date, 'now').mockImplementation(() => machine.call(Date) + EVENING);
    try {
      expect(clock.wallNow() - before).toBeGreaterThanOrEqual(EVENING);
      expect(clock.now() - before).toBeLessThan(60_000);
      await wait(1_200);
      expect(facts).toMatchObject([{ type: 'clock.stepped' }]);
      const [step] = facts;
      expect(step?.type === 'clock.stepped' && Math.abs(step.byMs - EVENING)).toBeLessThan(1_000);
    } finally {
      set.mockRestore();
      clock.close();
    }
  });

  test('forgets its timers when closed', async () => {
    const facts: Fact[] = [];
    const clock = createWallClock({ sink: (fact) => void facts.push(fact) });
    clock.set({ campaignId: 'c', timerId: 't', at: clock.now() + 5 });
    clock.close();
    await wait(20);
    expect(facts).toEqual([]);
  });
});
