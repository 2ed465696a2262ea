/**
 * Public holidays of France that close the days of sales calls, with those of the overseas departments. The
 * further days of Alsace-Moselle (Code du travail L. 3134-13) are not among them: the decree names the list
 * of L. 3133-1, to which L. 3422-2 adds overseas.
 */
import type { Context } from '../../engine/context.js';
import { calendar, fixed, fromEaster, type Holiday, type HolidayCalendar } from '../../time/holidays.js';

/** Eleven public holidays (Code du travail L. 3133-1). */
const NATIONAL: readonly Holiday[] = [
  fixed("Jour de l'an", 1, 1),
  fromEaster('Lundi de Pâques', 1),
  fixed('Fête du travail', 5, 1),
  fixed('Victoire 1945', 5, 8),
  fromEaster('Ascension', 39),
  fromEaster('Lundi de Pentecôte', 50),
  fixed('Fête nationale', 7, 14),
  fixed('Assomption', 8, 15),
  fixed('Toussaint', 11, 1),
  fixed('Armistice 1918', 11, 11),
  fixed('Noël', 12, 25),
];

const abolition = (month: number, day: number): readonly Holiday[] => [
  fixed("Abolition de l'esclavage", month, day),
];

/** By ISO 3166-2 code: Code du travail L. 3422-2 (abolition of slavery). */
const OWN: Readonly<Record<string, readonly Holiday[]>> = {
  GP: abolition(5, 27),
  GUA: abolition(5, 27),
  971: abolition(5, 27),
  MQ: abolition(5, 22),
  MTQ: abolition(5, 22),
  972: abolition(5, 22),
  GF: abolition(6, 10),
  GUF: abolition(6, 10),
  973: abolition(6, 10),
  RE: abolition(12, 20),
  LRE: abolition(12, 20),
  974: abolition(12, 20),
  YT: abolition(4, 27),
  MAY: abolition(4, 27),
  976: abolition(4, 27),
};

/** Public holidays of the whole country. */
export const frenchHolidays: HolidayCalendar = calendar('public holidays of France', NATIONAL);

const calendars = new Map<string, HolidayCalendar>();

/**
 * Holidays where the called party lives: the country's, and those of the regions that address and number
 * name.
 */
export function frenchHolidaysOf(context: Pick<Context, 'place'>): HolidayCalendar {
  const regions = context.place.regions.filter((region) => OWN[region] !== undefined);
  if (regions.length === 0) return frenchHolidays;
  const key = regions.join(' ');
  const known =
    calendars.get(key) ??
    calendar(`public holidays of France and ${regions.join(', ')}`, [
      ...NATIONAL,
      ...regions.flatMap((region) => OWN[region] ?? []),
    ]);
  calendars.set(key, known);
  return known;
}
