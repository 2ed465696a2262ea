import { expect, test } from '@jest/globals';
import { simulatedSeed, simulatedStart } from '../../src/folder/simulated-day.js';

const WEDNESDAY = '2026-06-10T13:00:00-04:00';
const HOUR = 3_600_000;

test('simulated time begins at the hour of the file, after the newest call, on a working day', () => {
  const first = Date.parse(WEDNESDAY);
  const at = (newest: number | null): string => new Date(simulatedStart(WEDNESDAY, newest)).toISOString();
  expect(at(null)).toBe('2026-06-10T17:00:00.000Z');
  expect(at(first + HOUR)).toBe('2026-06-11T17:00:00.000Z');
  expect(at(first + 49 * HOUR)).toBe('2026-06-15T17:00:00.000Z');
});

test('each day has people of its own, the first one those of the file', () => {
  const first = Date.parse(WEDNESDAY);
  const seeds = [0, 1, 5].map((days) => simulatedSeed(7, WEDNESDAY, first + days * 24 * HOUR));
  expect(seeds).toEqual([7, 8, 12]);
});
