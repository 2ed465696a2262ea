import { describe, expect, test } from '@jest/globals';
import { lateOnDay } from '../../src/values/late-on-day.js';

const day = Date.parse('2026-07-07T00:00:00Z');
const latest = Date.parse('2026-12-01T00:00:00Z');
const dateIn = (zone: string, at: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);

describe('a day without a time', () => {
  test.each([
    ['US', 'America/New_York'],
    ['US', 'Pacific/Honolulu'],
    ['CA', 'America/St_Johns'],
    ['CA', 'America/Vancouver'],
    ['MX', 'America/Cancun'],
    ['BR', 'America/Noronha'],
    ['GB', 'Europe/London'],
    ['PL', 'Europe/Warsaw'],
    ['AU', 'Australia/Sydney'],
    ['NZ', 'Pacific/Auckland'],
    ['IN', 'Asia/Kolkata'],
  ])('of a list of %s is that date in %s', (country, zone) => {
    expect(dateIn(zone, lateOnDay(day, country, latest))).toBe('2026-07-07');
  });

  test('is never after the upload, and a time stands as it is', () => {
    const upload = day + 15 * 3_600_000;
    expect(lateOnDay(day, 'US', upload)).toBe(upload);
    expect(lateOnDay(day + 1, 'US', latest)).toBe(day + 1);
    expect(lateOnDay(day, 'US', day - 1)).toBe(day);
  });
});
