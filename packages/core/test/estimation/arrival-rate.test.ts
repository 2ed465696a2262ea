import { describe, expect, test } from '@jest/globals';
import { ArrivalRate } from '../../src/estimation/index.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** One arrival every `every` ms from `from` to `until`, and time passes elsewhere. */
function arrive(rate: ArrivalRate, { from, until }: { from: number; until: number }, every: number): void {
  for (let at = from + every; at <= until; at += every) rate.observe(at);
  rate.advance(until);
}

describe('the rate of arrivals', () => {
  test('is 0 until something comes, then that of what came', () => {
    const rate = new ArrivalRate();
    rate.advance(HOUR);
    expect(rate.rate(HOUR)).toBe(0);
    arrive(rate, { from: HOUR, until: 5 * HOUR }, MINUTE);
    expect(rate.rate(5 * HOUR - 1) * MINUTE).toBeGreaterThan(0.85);
    expect(rate.rate(5 * HOUR - 1) * MINUTE).toBeLessThan(1.15);
  });

  test('follows a change within an hour', () => {
    const rate = new ArrivalRate();
    arrive(rate, { from: 0, until: 4 * HOUR }, MINUTE);
    arrive(rate, { from: 4 * HOUR, until: 5 * HOUR }, MINUTE / 3);
    expect(rate.rate(5 * HOUR - 1) * MINUTE).toBeGreaterThan(2);
  });

  test('is expected at the hour of the day at which it came on earlier days', () => {
    const rate = new ArrivalRate();
    for (let day = 0; day < 3; day += 1) {
      rate.advance(day * DAY + 9 * HOUR);
      arrive(rate, { from: day * DAY + 9 * HOUR, until: day * DAY + 10 * HOUR }, MINUTE);
      rate.advance((day + 1) * DAY);
    }
    const morning = 3 * DAY + 9 * HOUR;
    rate.advance(morning);
    expect(rate.rate(morning - 1) * MINUTE).toBeLessThan(0.1);
    expect(rate.rate(morning + 1) * MINUTE).toBeGreaterThan(0.7);
  });

  test('what turns out to be none is taken back; instants before 0 and steps back do no harm', () => {
    const rate = new ArrivalRate();
    arrive(rate, { from: -2 * HOUR, until: HOUR }, MINUTE);
    const before = rate.rate(HOUR);
    rate.observe(HOUR);
    rate.retract(HOUR);
    expect(rate.rate(HOUR)).toBeCloseTo(before, 12);
    rate.advance(-HOUR);
    expect(rate.rate(HOUR)).toBeCloseTo(before, 12);
  });

  test('survives a JSON round trip', () => {
    const rate = new ArrivalRate();
    arrive(rate, { from: 0, until: 3 * HOUR }, 2 * MINUTE);
    const copy = new ArrivalRate();
    copy.restore(JSON.parse(JSON.stringify(rate)));
    expect(copy.rate(3 * HOUR)).toBe(rate.rate(3 * HOUR));
  });
});
