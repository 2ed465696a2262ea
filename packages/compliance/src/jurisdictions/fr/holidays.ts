/** Public holidays of France, with those of Alsace-Moselle and of the overseas departments. */
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

const ALSACE_MOSELLE: readonly Holiday[] = [fromEaster('Vendredi saint', -2), fixed('Saint-Étienne', 12, 26)];
const abolition = (month: number, day: number): readonly Holiday[] => [
  fixed("Abolition de l'esclavage", month, day),
];

/** By ISO 3166-2 code: Code du travail L. 3134-13 (Alsace-Moselle), L. 3422-2 (abolition of slavery). */
const OWN: Readonly<Record<string, readonly Holiday[]>> = {
  57: ALSACE_MOSELLE,
  67: ALSACE_MOSELLE,
  68: ALSACE_MOSELLE,
  '6AE': ALSACE_MOSELLE,
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
