import { describe, expect, test } from '@jest/globals';
import { localClock, localHour, localInstant } from '../../src/local-time/local-time.js';
import { compareSwitches } from './compare-switches-in.js';

describe('local time as text', () => {
  const at = Date.UTC(2026, 5, 10, 17, 0, 2);

  test('is the hour, the time of day, or the instant with its offset', () => {
    expect(localHour(at, 'America/New_York')).toBe('Wed 13:00');
    expect(localClock(at, 'America/New_York')).toBe('Wed 13:00:02');
    expect(localInstant(at, 'America/New_York')).toBe('2026-06-10T13:00:02-04:00');
    expect(localInstant(at, 'Asia/Kathmandu')).toBe('2026-06-10T22:45:02+05:45');
    expect(localInstant(at, 'Europe/London')).toBe('2026-06-10T18:00:02+01:00');
  });

  // All years from 2020 to 2035: local-time.long.test.ts.
  test('agrees with Intl around every switch of every zone in 2026 and 2027, in a process in UTC', async () => {
    expect(await compareSwitches('UTC', '2026-2027')).toMatchObject({ differences: [] });
  }, 240_000);

  test.each(['America/New_York', 'Australia/Lord_Howe'])(
    'agrees with Intl in a process in %s as well',
    async (processZone) => {
      const zones = ['America/Los_Angeles', 'Europe/Lisbon', 'Africa/Casablanca', 'Australia/Lord_Howe'];
      const found = await compareSwitches(processZone, '2020-2035', zones);
      expect(found).toMatchObject({ zones: 4, differences: [] });
    },
    60_000,
  );
});
