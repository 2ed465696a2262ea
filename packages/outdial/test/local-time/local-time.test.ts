import { describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { localClock, localHour, localInstant } from '../../src/local-time/local-time.js';

const script = fileURLToPath(new URL('compare-switches.mjs', import.meta.url));

/** What the comparison script found, run by a process in the zone `processZone`. */
async function compareIn(processZone: string, zones: readonly string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...zones], {
    env: { ...process.env, TZ: processZone },
  });
  return JSON.parse(stdout);
}

describe('local time as text', () => {
  const at = Date.UTC(2026, 5, 10, 17, 0, 2);

  test('is the hour, the time of day, or the instant with its offset', () => {
    expect(localHour(at, 'America/New_York')).toBe('Wed 13:00');
    expect(localClock(at, 'America/New_York')).toBe('Wed 13:00:02');
    expect(localInstant(at, 'America/New_York')).toBe('2026-06-10T13:00:02-04:00');
    expect(localInstant(at, 'Asia/Kathmandu')).toBe('2026-06-10T22:45:02+05:45');
    expect(localInstant(at, 'Europe/London')).toBe('2026-06-10T18:00:02+01:00');
  });

  test('agrees with Intl around every switch of every zone from 2020 to 2035, in a process in UTC', async () => {
    expect(await compareIn('UTC', [])).toMatchObject({ differences: [] });
  }, 240_000);

  test.each(['America/New_York', 'Australia/Lord_Howe'])(
    'agrees with Intl in a process in %s as well',
    async (processZone) => {
      const zones = ['America/Los_Angeles', 'Europe/Lisbon', 'Africa/Casablanca', 'Australia/Lord_Howe'];
      expect(await compareIn(processZone, zones)).toMatchObject({ zones: 4, differences: [] });
    },
    60_000,
  );
});
