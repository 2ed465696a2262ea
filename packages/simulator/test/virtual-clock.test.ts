import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Fact } from '@outdial/core';
import { createVirtualClock, createVirtualScheduler } from '../src/index.js';

describe('virtual clock', () => {
  test('runs events by time, then priority, then order of booking', () => {
    const event = fc.record({ at: fc.nat(20), priority: fc.integer({ min: -2, max: 2 }) });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const clock = createVirtualClock({ startAt: 0 });
        const ran: { at: number; priority: number; index: number }[] = [];
        events.forEach(
          ({ at, priority }, index) =>
            void clock.at(at, () => void ran.push({ at: clock.now(), priority, index }), priority),
        );
        expect(clock.run({ until: 100 })).toBe(events.length);
        const sorted = [...ran].sort((a, b) => a.at - b.at || a.priority - b.priority || a.index - b.index);
        expect(ran).toEqual(sorted);
        expect(ran.every(({ at, index }) => at === events[index]?.at)).toBe(true);
        expect(clock.now()).toBe(100);
      }),
    );
  });

  test('an event booked in the past runs now, never back in time', () => {
    const clock = createVirtualClock({ startAt: 1_000 });
    let at = 0;
    clock.at(5, () => (at = clock.now()));
    clock.run({ until: 2_000 });
    expect(at).toBe(1_000);
  });

  test('cancelled events do not run and do not count', () => {
    const clock = createVirtualClock({ startAt: 0 });
    let ran = 0;
    const booking = clock.after(10, () => (ran += 1));
    clock.after(20, () => (ran += 1));
    clock.cancel(booking);
    clock.cancel(booking);
    expect(clock.pending()).toBe(1);
    clock.run({ until: 15 });
    expect([ran, clock.pending(), clock.now()]).toEqual([0, 1, 15]);
    clock.run({ until: 20 });
    expect([ran, clock.pending()]).toEqual([1, 0]);
  });

  test('runWhile stops at the event after which goOn is false', () => {
    const clock = createVirtualClock({ startAt: 0 });
    let ran = 0;
    for (const at of [10, 20, 30]) clock.at(at, () => (ran += 1));
    clock.runWhile({ until: 100, goOn: () => ran < 2 });
    expect([ran, clock.now()]).toEqual([2, 20]);
  });

  test('runAsync waits for outstanding answers before time moves on', async () => {
    const clock = createVirtualClock({ startAt: 0 });
    const seen: [string, number][] = [];
    let outstanding: Promise<void> | undefined;
    clock.at(10, () => {
      seen.push(['asked', clock.now()]);
      outstanding = new Promise((resolve) => void setImmediate(resolve)).then(() => {
        outstanding = undefined;
        seen.push(['answered', clock.now()]);
        clock.after(5, () => void seen.push(['followed', clock.now()]));
      });
    });
    clock.at(20, () => void seen.push(['later', clock.now()]));
    await clock.runAsync({ until: 50, idle: () => outstanding });
    expect(seen).toEqual([
      ['asked', 10],
      ['answered', 10],
      ['followed', 15],
      ['later', 20],
    ]);
    expect(clock.now()).toBe(50);
  });
});

describe('virtual scheduler', () => {
  test('fires timers as facts by its own clock; an id set again moves; cancel and dispose silence it', () => {
    const clock = createVirtualClock({ startAt: 0 });
    const facts: Fact[] = [];
    const scheduler = createVirtualScheduler({ clock, sink: (fact) => void facts.push(fact), offset: 1_000 });
    scheduler.set({ campaignId: 'spring', timerId: 'a', at: 1_010 });
    scheduler.set({ campaignId: 'spring', timerId: 'a', at: 1_030 });
    scheduler.set({ campaignId: 'autumn', timerId: 'a', at: 1_020 });
    scheduler.set({ campaignId: 'spring', timerId: 'b', at: 1_020 });
    scheduler.set({ campaignId: 'spring', timerId: 'c', at: 1_090 });
    scheduler.cancel({ campaignId: 'spring', timerId: 'b' });
    clock.run({ until: 50 });
    expect(facts).toEqual([
      { type: 'timer', at: 1_020, campaignId: 'autumn', timerId: 'a' },
      { type: 'timer', at: 1_030, campaignId: 'spring', timerId: 'a' },
    ]);
    expect([scheduler.pending(), scheduler.pending('autumn'), scheduler.now()]).toEqual([1, 0, 1_050]);
    scheduler.dispose();
    clock.run({ until: 200 });
    expect(facts).toHaveLength(2);
  });
});

describe('whole milliseconds', () => {
  test('fractions are rounded up, so that nothing happens too early', () => {
    const clock = createVirtualClock({ startAt: 0 });
    const ran: number[] = [];
    clock.at(10.2, () => void ran.push(clock.now()));
    clock.after(0.0001, () => void ran.push(clock.now()));
    clock.run({ until: 50 });
    expect(ran).toEqual([1, 11]);
    expect(() => createVirtualClock({ startAt: 0.5 })).toThrow('whole millisecond');
  });
});
