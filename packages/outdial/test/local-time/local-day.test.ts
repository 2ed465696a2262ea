import { describe, expect, test } from '@jest/globals';
import {
  dayBegins,
  dayEnds,
  firstOfMonth,
  latestTimeOfDay,
  localDate,
} from '../../src/local-time/local-day.js';

describe('a day of a place', () => {
  test.each([
    ['UTC', '2026-01-15', '2026-01-15T00:00Z', '2026-01-16T00:00Z'],
    ['America/New_York', '2026-01-15', '2026-01-15T05:00Z', '2026-01-16T05:00Z'],
    // East of UTC by more than half a day: the day before in UTC.
    ['Pacific/Auckland', '2026-01-15', '2026-01-14T11:00Z', '2026-01-15T11:00Z'],
    ['Pacific/Kiritimati', '2026-01-15', '2026-01-14T10:00Z', '2026-01-15T10:00Z'],
    // 23 and 25 hours.
    ['America/New_York', '2026-03-08', '2026-03-08T05:00Z', '2026-03-09T04:00Z'],
    ['America/New_York', '2026-11-01', '2026-11-01T04:00Z', '2026-11-02T05:00Z'],
    // The clocks go from 24:00 to 1:00: the day begins after the gap.
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00Z', '2026-04-24T21:00Z'],
  ])('in %s, %s, begins at %s and ends at %s', (zone, day, begins, ends) => {
    expect([dayBegins(day, zone), dayEnds(day, zone)]).toEqual([Date.parse(begins), Date.parse(ends)]);
    expect([localDate(Date.parse(begins), zone), localDate(Date.parse(ends) - 1, zone)]).toEqual([day, day]);
  });

  test.each([
    ['2026-06-10T12:00Z', '07:00', '2026-06-10T11:00Z'],
    ['2026-06-10T10:00Z', '07:00', '2026-06-09T11:00Z'],
    // 02:30 does not come on that day, and comes twice in autumn: the first counts.
    ['2026-03-08T12:00Z', '02:30', '2026-03-08T07:30Z'],
    ['2026-11-01T12:00Z', '01:30', '2026-11-01T05:30Z'],
  ])('at %s in New York, the latest %s was at %s', (at, time, latest) => {
    const found = latestTimeOfDay(Date.parse(at), time, 'America/New_York');
    expect(new Date(found).toISOString().slice(0, 16)).toBe(latest.slice(0, 16));
  });

  test('stands in a month, which begins on its first', () => {
    expect([firstOfMonth('2026-12-31'), firstOfMonth('2026-12-31', 1)]).toEqual(['2026-12-01', '2027-01-01']);
  });
});
