import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { spanishHolidays } from '../src/jurisdictions/es/communities.js';
import { frenchHolidays } from '../src/jurisdictions/fr/holidays.js';
import { australianHolidays } from '../src/jurisdictions/au/holidays.js';
import { irishHolidays } from '../src/jurisdictions/ie/holidays.js';
import { italianHolidays } from '../src/jurisdictions/it/holidays.js';
import { southAfricanHolidays } from '../src/jurisdictions/za/holidays.js';
import { alabamaGulfHolidays, alabamaHolidays } from '../src/jurisdictions/us/states/alabama.js';
import { louisianaHolidays } from '../src/jurisdictions/us/states/louisiana.js';
import { nebraskaHolidays } from '../src/jurisdictions/us/states/nebraska.js';
import { pennsylvaniaHolidays } from '../src/jurisdictions/us/states/pennsylvania.js';
import { rhodeIslandHolidays } from '../src/jurisdictions/us/states/rhode-island.js';
import { utahHolidays } from '../src/jurisdictions/us/states/utah.js';
import { easterSunday, type HolidayCalendar } from '../src/time/holidays.js';
import { formatCivilDate, parseCivilDate } from '../src/time/civil-date.js';

const published = JSON.parse(readFileSync(new URL('published-holidays.json', import.meta.url), 'utf8')) as {
  calendars: Record<string, string[]>;
  states: Record<string, string[]>;
};
const states = {
  alabamaGulfHolidays,
  alabamaHolidays,
  louisianaHolidays,
  nebraskaHolidays,
  pennsylvaniaHolidays,
  rhodeIslandHolidays,
  utahHolidays,
};
const national = { australianHolidays, irishHolidays, italianHolidays, southAfricanHolidays };
const calendars: Readonly<Record<string, HolidayCalendar>> = { ...national, ...states, frenchHolidays };
const years = Array.from({ length: 16 }, (_, index) => 2020 + index);
const datesOf = (calendar: HolidayCalendar): string[] =>
  years
    .flatMap((year) => calendar.ofYear(year))
    .map((holiday) => formatCivilDate(holiday.day))
    .sort();
const includes = (calendar: HolidayCalendar, date: string): boolean =>
  calendar.includes(parseCivilDate(date) as number);

test('Easter Sunday of 2020 to 2035', () => {
  const expected = [
    '2020-04-12',
    '2021-04-04',
    '2022-04-17',
    '2023-04-09',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2028-04-16',
    '2029-04-01',
    '2030-04-21',
    '2031-04-13',
    '2032-03-28',
    '2033-04-17',
    '2034-04-09',
    '2035-03-25',
  ];
  expect(years.map((year) => formatCivilDate(easterSunday(year)))).toEqual(expected);
});

describe('calendars agree with published ones for 2020 to 2035', () => {
  test.each(Object.keys(published.calendars))('%s', (name) => {
    expect(datesOf(calendars[name] as HolidayCalendar)).toEqual(published.calendars[name]);
  });

  // Each difference by its name, with the statute that makes it: a date beside these fails the test.
  interface Differences {
    readonly oursOnly: readonly string[];
    readonly theirsOnly: RegExp;
  }
  const none = /^$/;
  const beforeItsLaw = '2021-06-1[89] Juneteenth.*';
  const differences: Readonly<Record<string, Differences>> = {
    // Ala. Code 1-3-8 moves weekend holidays away from their day; Juneteenth is law since 2025.
    alabamaHolidays: {
      oursOnly: [],
      theirsOnly: new RegExp(
        `^(${beforeItsLaw}|202[234]-06-\\d\\d Juneteenth.*|20\\d\\d-(01-01|06-19|07-04|11-11|12-25) [^(]*)$`,
      ),
    },
    // La. R.S. 1:55(A)(1) has more days; the election is a day for offices, not among them. New Year, 4 July
    // and Christmas alone are observed on weekdays.
    louisianaHolidays: {
      oursOnly: ['Battle of New Orleans', 'Huey P. Long Day', 'Columbus Day', "All Saints' Day"],
      theirsOnly: new RegExp(
        `^(${beforeItsLaw}|\\S+ Election Day|\\S+ (Veterans Day|Juneteenth.*) \\(observed\\))$`,
      ),
    },
    // 44 P.S. 11 has more days, and moves none from Saturday.
    pennsylvaniaHolidays: {
      oursOnly: ['Good Friday', 'Flag Day', 'Election Day'],
      theirsOnly: /^(\S+ Day After Thanksgiving|\S+ .* \(observed\))$/,
    },
    // Utah Code 63G-1-301: Good Friday since 2027, Juneteenth on a Monday since 2022.
    utahHolidays: {
      oursOnly: ['Good Friday', 'Juneteenth'],
      theirsOnly: new RegExp(`^(${beforeItsLaw}|20(27|32)-06-18 .* \\(observed\\))$`),
    },
    nebraskaHolidays: { oursOnly: ['Day after Thanksgiving'], theirsOnly: none },
    // R.I. Gen. Laws 25-1-1: 4 May, elections of state officers, and Mondays for Saturdays.
    rhodeIslandHolidays: {
      oursOnly: [
        'Rhode Island Independence Day',
        'Election Day',
        'Independence Day',
        "New Year's Day",
        'Veterans Day',
        'Christmas Day',
      ],
      theirsOnly: none,
    },
  };
  test.each(Object.keys(published.states))('%s, but for the days its statute treats otherwise', (name) => {
    const ours = new Map(
      years
        .flatMap((year) => (calendars[name] as HolidayCalendar).ofYear(year))
        .map((holiday) => [formatCivilDate(holiday.day), holiday.name]),
    );
    const theirs = new Map((published.states[name] ?? []).map((line) => [line.slice(0, 10), line.slice(11)]));
    expect(theirs.size).toBeGreaterThan(150);
    const { oursOnly, theirsOnly } = differences[name] as Differences;
    expect([...ours].filter(([date, title]) => !theirs.has(date) && !oursOnly.includes(title))).toEqual([]);
    expect(
      [...theirs].filter(([date, title]) => !ours.has(date) && !theirsOnly.test(`${date} ${title}`)),
    ).toEqual([]);
    // A moved holiday leaves its day only where it is kept on another.
    for (const [date, title] of theirs)
      if (title.endsWith('(observed)') && !theirsOnly.test(`${date} ${title}`))
        expect(ours.has(date)).toBe(true);
  });
});

describe('observance', () => {
  test.each([
    ['Alabama moves a Saturday holiday to Friday', alabamaHolidays, '2026-07-03', true],
    ['and leaves the Saturday', alabamaHolidays, '2026-07-04', false],
    ['Alabama moves a Sunday holiday to Monday', alabamaHolidays, '2027-07-05', true],
    ['New Year on a Saturday falls into the year before', alabamaHolidays, '2027-12-31', true],
    ['Mardi Gras only in the Gulf counties', alabamaHolidays, '2026-02-17', false],
    ['Mardi Gras in the Gulf counties', alabamaGulfHolidays, '2026-02-17', true],
    ['Confederate Memorial Day', alabamaHolidays, '2026-04-27', true],
    ['Jefferson Davis', alabamaHolidays, '2026-06-01', true],
    ['Louisiana keeps All Saints', louisianaHolidays, '2027-11-01', true],
    ['and Good Friday', louisianaHolidays, '2026-04-03', true],
    ['Pennsylvania keeps Flag Day', pennsylvaniaHolidays, '2027-06-14', true],
    ['Flag Day on a Sunday gives Monday', pennsylvaniaHolidays, '2026-06-15', true],
    ['Pennsylvania keeps Election Day', pennsylvaniaHolidays, '2026-11-03', true],
    ['Rhode Island keeps Victory Day', rhodeIslandHolidays, '2026-08-10', true],
    ['Utah keeps Pioneer Day', utahHolidays, '2026-07-24', true],
    ['Utah observes Juneteenth on the Monday before', utahHolidays, '2026-06-15', true],
    ['Rhode Island keeps its Independence Day', rhodeIslandHolidays, '2026-05-04', true],
    ['which on a Sunday gives Monday', rhodeIslandHolidays, '2025-05-05', true],
    ['and keeps 4 July on Monday after a Saturday', rhodeIslandHolidays, '2026-07-06', true],
    ['Louisiana keeps the Battle of New Orleans', louisianaHolidays, '2026-01-08', true],
    ['and Huey P. Long Day', louisianaHolidays, '2027-08-30', true],
    ['Nebraska keeps Arbor Day', nebraskaHolidays, '2026-04-24', true],
    ['and the day after Thanksgiving', nebraskaHolidays, '2026-11-27', true],
    ['South Africa: Monday after a Sunday holiday', national.southAfricanHolidays, '2026-08-10', true],
    ['Australia: Monday for Boxing Day 2026', national.australianHolidays, '2026-12-28', true],
    ['Australia: Christmas 2027 on a Saturday', national.australianHolidays, '2027-12-28', true],
    ['Anzac Day does not move', national.australianHolidays, '2026-04-27', false],
    ['Ireland: St Brigid on 1 February 2030, a Friday', national.irishHolidays, '2030-02-01', true],
    ['Italy keeps St Francis since 2026', national.italianHolidays, '2027-10-04', true],
    ['not in 2025', national.italianHolidays, '2025-10-04', false],
    ['Spain keeps 12 October', spanishHolidays([]), '2026-10-12', true],
    ['and Maundy Thursday', spanishHolidays([]), '2026-04-02', true],
    ['Catalonia does not keep Maundy Thursday', spanishHolidays(['CT']), '2026-04-02', false],
    ['but Easter Monday', spanishHolidays(['CT']), '2026-04-06', true],
    ['and 11 September', spanishHolidays(['CT']), '2026-09-11', true],
    ['Madrid keeps 2 May', spanishHolidays(['MD']), '2028-05-02', true],
    ['and the Monday after All Saints on a Sunday', spanishHolidays(['MD']), '2026-11-02', true],
    ['which is no holiday of the whole country', spanishHolidays([]), '2026-11-02', false],
    ['Castile-La Mancha keeps Corpus Christi', spanishHolidays(['CM']), '2026-06-04', true],
  ] as const)('%s', (_title, calendar, date, expected) => {
    expect(includes(calendar, date)).toBe(expected);
  });
});
