/** Local time against an independent implementation: the Temporal polyfill's own zone arithmetic. */
import { describe, expect, test } from '@jest/globals';
import { WEEK_DAYS, isTimeZone, localTimeOf, weekDayOf, weekDayText, zoneOffsetMs } from '@outdial/core';
import { Temporal } from 'temporal-polyfill';

const MINUTE_MS = 60_000;
const ZONES = ['America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Auckland', 'UTC'];

/** Instants at and around the switches of 2026 in the zones above, and at the ends of years. */
const INSTANTS = [
  '2026-03-08T07:00:00Z',
  '2026-11-01T06:00:00Z',
  '2026-04-04T14:00:00Z',
  '2026-04-04T15:00:00Z',
  '2026-09-26T14:00:00Z',
  '2026-10-03T15:30:00Z',
  '2025-12-31T23:59:59.999Z',
  '2028-02-29T12:00:00Z',
].flatMap((text) => [-MINUTE_MS, -1, 0, 1, MINUTE_MS].map((ms) => Date.parse(text) + ms));

describe('local time', () => {
  test.each(ZONES)('of %s is that of an independent implementation', (timeZone) => {
    for (const at of INSTANTS) {
      const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
      const { hour, minute, second } = local;
      expect(localTimeOf(at, timeZone)).toEqual({
        date: local.toPlainDate().toString(),
        hour,
        minute,
        second,
      });
      expect(zoneOffsetMs(at, timeZone)).toBe(local.offsetNanoseconds / 1e6);
      expect(WEEK_DAYS[local.dayOfWeek - 1]).toBe(weekDayOf(local.toPlainDate().toString()));
    }
  });

  test('is null where the zone is not known, however many unknown names were asked for', () => {
    expect(localTimeOf(0, 'Mars/Olympus')).toBeNull();
    expect(zoneOffsetMs(0, '')).toBeNull();
    for (let n = 0; n < 3_000; n += 1) expect(isTimeZone(`No/Zone${n}`)).toBe(false);
    expect(isTimeZone('Europe/Lisbon')).toBe(true);
    expect(localTimeOf(Date.UTC(2026, 6, 1), 'Europe/Lisbon')?.hour).toBe(1);
  });

  test('names the days of a week as people read them', () => {
    expect(WEEK_DAYS.map(weekDayText)).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
  });
});
