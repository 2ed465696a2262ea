import { expect, test } from '@jest/globals';
import { simulatedStart } from '../../src/folder/simulated-day.js';

const WEDNESDAY = '2026-06-10T13:00:00-04:00';
const HOUR = 3_600_000;

test('simulated time begins at the hour of the file, after the newest call, on a working day', () => {
  const first = Date.parse(WEDNESDAY);
  const at = (newest: number | null): string => new Date(simulatedStart(WEDNESDAY, newest)).toISOString();
  expect(at(null)).toBe('2026-06-10T17:00:00.000Z');
  expect(at(first + HOUR)).toBe('2026-06-11T17:00:00.000Z');
  expect(at(first + 49 * HOUR)).toBe('2026-06-15T17:00:00.000Z');
});
