import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  civilDate,
  dayNumber,
  addMonths,
  weekday,
  parseCivilDate,
  formatCivilDate,
  parseClock,
} from '../src/time/civil-date.js';
import { Zone, instantOf, firstInstantOnOrAfterDay } from '../src/time/zone.js';
import { CANARY_AT, ZONE_CORRECTIONS, checkZoneData } from '../src/time/tzdata.js';
import { checkZoneAgainstOracle, ORACLE_ZONES } from './temporal-oracle.js';

describe('civil dates', () => {
  test("convert both ways and agree with the runtime's calendar", () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
        const { year, month, day: date } = civilDate(day);
        expect(dayNumber(year, month, date)).toBe(day);
        expect(Date.UTC(year, month - 1, date) / 86_400_000).toBe(day);
        expect((weekday(day) + 1) % 7).toBe(new Date(day * 86_400_000).getUTCDay());
      }),
    );
  });
  test.each([
    ['2025-08-31', 18, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-01-15', 18, '2026-07-15'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2026-05-31', -3, '2026-02-28'],
  ])('%s plus %i months is %s', (from, months, to) => {
    expect(formatCivilDate(addMonths(parseCivilDate(from) as number, months))).toBe(to);
  });
  test('reads dates and clocks strictly', () => {
    expect([
      parseCivilDate('2026-02-29'),
      parseCivilDate('2026-13-01'),
      parseCivilDate('26-1-1'),
      parseClock('24:01'),
      parseClock('9:00'),
      parseClock('08:60'),
    ]).toEqual(Array(6).fill(undefined));
    expect([parseClock('24:00'), parseClock('00:00'), parseClock('21:30')]).toEqual([1440, 0, 1290]);
  });
});

describe('zones', () => {
  test('offsets and local times agree with an independent implementation at random instants', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ORACLE_ZONES),
        fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2036, 0, 1) }),
        (id, at) => {
          checkZoneAgainstOracle(id, at);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a transition is exact to the millisecond', () => {
    const zone = new Zone('America/New_York', []);
    const forward = Date.parse('2026-03-08T07:00:00Z');
    expect([zone.offsetAt(forward - 1), zone.offsetAt(forward)]).toEqual([-5 * 3_600_000, -4 * 3_600_000]);
    expect(zone.segmentAt(forward - 1).until).toBe(forward);
  });

  test.each([
    ['America/New_York', '2026-11-01', 1.5, '2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z'],
    ['Europe/London', '2026-10-25', 1.5, '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'],
    ['Australia/Sydney', '2026-04-05', 2.5, '2026-04-04T15:30:00Z', '2026-04-04T16:30:00Z'],
    ['America/St_Johns', '2026-11-01', 1.5, '2026-11-01T04:00:00Z', '2026-11-01T05:00:00Z'],
  ])('%s: the repeated hour on %s is chosen explicitly', (id, date, hours, earlier, later) => {
    const zone = new Zone(id, []);
    const day = parseCivilDate(date) as number;
    expect(new Date(instantOf(zone, day, hours * 3_600_000, 'earlier')).toISOString()).toBe(
      new Date(earlier).toISOString(),
    );
    expect(new Date(instantOf(zone, day, hours * 3_600_000, 'later')).toISOString()).toBe(
      new Date(later).toISOString(),
    );
  });

  test.each([
    ['America/New_York', '2026-03-08', 2.5, '2026-03-08T07:00:00Z'],
    ['Europe/Paris', '2026-03-29', 2.5, '2026-03-29T01:00:00Z'],
    ['America/Santiago', '2026-09-06', 0, '2026-09-06T04:00:00Z'],
    ['Africa/Cairo', '2026-04-24', 0, '2026-04-23T22:00:00Z'],
  ])('%s: a skipped local time on %s is the instant of the change', (id, date, hours, instant) => {
    const zone = new Zone(id, []);
    expect(instantOf(zone, parseCivilDate(date) as number, hours * 3_600_000, 'earlier')).toBe(
      Date.parse(instant),
    );
  });

  test('the first instant of a day that begins in a gap is the change itself', () => {
    const zone = new Zone('America/Santiago', []);
    expect(
      firstInstantOnOrAfterDay(
        zone,
        parseCivilDate('2026-09-06') as number,
        Date.parse('2026-09-05T12:00:00Z'),
      ),
    ).toBe(Date.parse('2026-09-06T04:00:00Z'));
  });

  test('every correction yields its offset at the canary instant and leaves the time before alone', () => {
    for (const known of ZONE_CORRECTIONS) {
      const corrected = new Zone(known.zone, known.overrides);
      const runtime = new Zone(known.zone, []);
      const [override] = known.overrides;
      expect(corrected.offsetAt(CANARY_AT)).toBe((override?.offsetMinutes as number) * 60_000);
      expect(corrected.offsetAt(Date.UTC(2025, 0, 15))).toBe(runtime.offsetAt(Date.UTC(2025, 0, 15)));
      // The correction begins where the clocks would have changed: no jump of its own.
      expect(
        corrected.offsetAt((override?.from as number) - 1) -
          (known.zone.startsWith('Africa') ? 3_600_000 : 0),
      ).toBe(corrected.offsetAt(override?.from as number));
    }
    expect(checkZoneData().knows).toBe('2026f');
  });

  test('an unknown zone throws', () => {
    expect(() => new Zone('Mars/Olympus', [])).toThrow(RangeError);
  });
});
