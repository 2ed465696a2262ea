import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as national from '../src/jurisdictions/holidays.js';
import * as states from '../src/jurisdictions/us/states/holidays.js';
import { easterSunday, type HolidayCalendar } from '../src/time/holidays.js';
import { formatCivilDate, parseCivilDate } from '../src/time/civil-date.js';

const published = JSON.parse(readFileSync(new URL('published-holidays.json', import.meta.url), 'utf8')) as { calendars: Record<string, string[]> };
const calendars = { ...national, ...states } as unknown as Record<string, HolidayCalendar>;
const years = Array.from({ length: 16 }, (_, index) => 2020 + index);
const datesOf = (calendar: HolidayCalendar, without: readonly string[] = []): string[] =>
  years.flatMap((year) => calendar.ofYear(year)).filter((holiday) => !without.includes(holiday.name)).map((holiday) => formatCivilDate(holiday.day)).sort();
const includes = (calendar: HolidayCalendar, date: string): boolean => calendar.includes(parseCivilDate(date) as number);

test('Easter Sunday of 2020 to 2035', () => {
  const expected = ['2020-04-12', '2021-04-04', '2022-04-17', '2023-04-09', '2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16', '2029-04-01', '2030-04-21', '2031-04-13', '2032-03-28', '2033-04-17', '2034-04-09', '2035-03-25'];
  expect(years.map((year) => formatCivilDate(easterSunday(year)))).toEqual(expected);
});

describe('calendars agree with published ones for 2020 to 2035', () => {
  // Election Day by R.I. Gen. Laws 25-1-1 and Good Friday by Utah Code 63G-1-301 of 2026 are missing from general calendars.
  const beyond: Readonly<Record<string, readonly string[]>> = { rhodeIslandHolidays: ['Election Day'], utahHolidays: ['Good Friday'] };
  test.each(Object.keys(published.calendars))('%s', (name) => {
    expect(datesOf(calendars[name] as HolidayCalendar, beyond[name] ?? [])).toEqual(published.calendars[name]);
  });
});

describe('observance', () => {
  test.each([
    ['Alabama moves a Saturday holiday to Friday', states.alabamaHolidays, '2026-07-03', true], ['and leaves the Saturday', states.alabamaHolidays, '2026-07-04', false],
    ['Alabama moves a Sunday holiday to Monday', states.alabamaHolidays, '2027-07-05', true], ['New Year on a Saturday falls into the year before', states.alabamaHolidays, '2027-12-31', true],
    ['Mardi Gras only in the Gulf counties', states.alabamaHolidays, '2026-02-17', false], ['Mardi Gras in the Gulf counties', states.alabamaGulfHolidays, '2026-02-17', true],
    ['Confederate Memorial Day', states.alabamaHolidays, '2026-04-27', true], ['Jefferson Davis', states.alabamaHolidays, '2026-06-01', true],
    ['Louisiana keeps All Saints', states.louisianaHolidays, '2027-11-01', true], ['and Good Friday', states.louisianaHolidays, '2026-04-03', true],
    ['Pennsylvania keeps Flag Day', states.pennsylvaniaHolidays, '2027-06-14', true], ['Flag Day on a Sunday gives Monday', states.pennsylvaniaHolidays, '2026-06-15', true],
    ['Pennsylvania keeps Election Day', states.pennsylvaniaHolidays, '2026-11-03', true], ['Rhode Island keeps Victory Day', states.rhodeIslandHolidays, '2026-08-10', true],
    ['Utah keeps Pioneer Day', states.utahHolidays, '2026-07-24', true], ['Utah observes Juneteenth on the Monday before', states.utahHolidays, '2026-06-15', true],
    ['Nebraska keeps Arbor Day', states.nebraskaHolidays, '2026-04-24', true], ['and the day after Thanksgiving', states.nebraskaHolidays, '2026-11-27', true],
    ['South Africa: Monday after a Sunday holiday', national.southAfricanHolidays, '2026-08-10', true], ['Australia: Monday for Boxing Day 2026', national.australianHolidays, '2026-12-28', true],
    ['Australia: Christmas 2027 on a Saturday', national.australianHolidays, '2027-12-28', true], ['Anzac Day does not move', national.australianHolidays, '2026-04-27', false],
    ['Ireland: St Brigid on 1 February 2030, a Friday', national.irishHolidays, '2030-02-01', true], ['Italy keeps St Francis since 2026', national.italianHolidays, '2027-10-04', true],
    ['not in 2025', national.italianHolidays, '2025-10-04', false], ['Spain keeps 12 October', national.spanishHolidays, '2026-10-12', true],
  ] as const)('%s', (_title, calendar, date, expected) => {
    expect(includes(calendar, date)).toBe(expected);
  });
});
