/** Holidays of Spain's autonomous communities, and which community a called party lives in. */
import type { Context } from '../../engine/context.js';
import {
  calendar,
  fixed,
  fromEaster,
  type Holiday,
  type HolidayCalendar,
  type Observance,
} from '../../time/holidays.js';

/** Each community may move a holiday on a Sunday to Monday, year by year: both days are closed. */
const MOVABLE: Observance = { sunday: 'monday-adds' };
const day = (name: string, month: number, date: number): Holiday => fixed(name, month, date, MOVABLE);

const MAUNDY_THURSDAY = fromEaster('Jueves Santo', -3);
const EASTER_MONDAY = fromEaster('Lunes de Pascua', 1);
const SAINT_JOHN = day('San Juan', 6, 24);
const SAINT_JAMES = day('Santiago', 7, 25);
const SAINT_JOSEPH = day('San José', 3, 19);

/** Holidays of the whole country (Real Decreto 2001/1983, art. 45). */
const NATIONAL: readonly (readonly [name: string, month: number, date: number])[] = [
  ['Año Nuevo', 1, 1],
  ['Epifanía', 1, 6],
  ['Día del Trabajador', 5, 1],
  ['Asunción', 8, 15],
  ['Fiesta Nacional', 10, 12],
  ['Todos los Santos', 11, 1],
  ['Constitución', 12, 6],
  ['Inmaculada', 12, 8],
  ['Navidad', 12, 25],
];

/**
 * Days that a community adds in most years. Days picked for single years, and the two of each town, are not
 * listed.
 */
const OWN: Readonly<Record<string, readonly Holiday[]>> = {
  AN: [MAUNDY_THURSDAY, day('Día de Andalucía', 2, 28)],
  AR: [MAUNDY_THURSDAY, day('San Jorge', 4, 23)],
  AS: [MAUNDY_THURSDAY, day('Día de Asturias', 9, 8)],
  CB: [MAUNDY_THURSDAY, day('Instituciones', 7, 28), day('La Bien Aparecida', 9, 15)],
  CE: [MAUNDY_THURSDAY, day('Día de Ceuta', 9, 2)],
  CL: [MAUNDY_THURSDAY, day('Día de Castilla y León', 4, 23)],
  CM: [MAUNDY_THURSDAY, day('Día de Castilla-La Mancha', 5, 31), fromEaster('Corpus Christi', 60)],
  CN: [MAUNDY_THURSDAY, day('Día de Canarias', 5, 30)],
  CT: [EASTER_MONDAY, SAINT_JOHN, day('Diada', 9, 11), day('San Esteban', 12, 26)],
  EX: [MAUNDY_THURSDAY, day('Día de Extremadura', 9, 8)],
  GA: [MAUNDY_THURSDAY, day('Día das Letras Galegas', 5, 17), SAINT_JAMES],
  IB: [MAUNDY_THURSDAY, EASTER_MONDAY, day('Día de las Illes Balears', 3, 1)],
  MC: [MAUNDY_THURSDAY, SAINT_JOSEPH, day('Día de la Región', 6, 9)],
  MD: [MAUNDY_THURSDAY, day('Comunidad de Madrid', 5, 2)],
  ML: [MAUNDY_THURSDAY, day('Día de Melilla', 9, 17)],
  NC: [MAUNDY_THURSDAY, EASTER_MONDAY, day('San Francisco Javier', 12, 3)],
  PV: [MAUNDY_THURSDAY, EASTER_MONDAY, SAINT_JAMES],
  RI: [MAUNDY_THURSDAY, day('Día de La Rioja', 6, 9)],
  VC: [SAINT_JOSEPH, EASTER_MONDAY, SAINT_JOHN, day('Comunitat Valenciana', 10, 9)],
};

/** ISO 3166-2 province -> community. */
const PROVINCES: Readonly<Record<string, string>> = {
  VI: 'PV',
  AB: 'CM',
  A: 'VC',
  AL: 'AN',
  AV: 'CL',
  BA: 'EX',
  PM: 'IB',
  B: 'CT',
  BU: 'CL',
  CC: 'EX',
  CA: 'AN',
  CS: 'VC',
  CR: 'CM',
  CO: 'AN',
  C: 'GA',
  CU: 'CM',
  GI: 'CT',
  GR: 'AN',
  GU: 'CM',
  SS: 'PV',
  H: 'AN',
  HU: 'AR',
  J: 'AN',
  LE: 'CL',
  L: 'CT',
  LO: 'RI',
  LU: 'GA',
  M: 'MD',
  MA: 'AN',
  MU: 'MC',
  NA: 'NC',
  OR: 'GA',
  O: 'AS',
  P: 'CL',
  GC: 'CN',
  PO: 'GA',
  SA: 'CL',
  TF: 'CN',
  S: 'CB',
  SG: 'CL',
  SE: 'AN',
  SO: 'CL',
  T: 'CT',
  TE: 'AR',
  TO: 'CM',
  V: 'VC',
  VA: 'CL',
  BI: 'PV',
  ZA: 'CL',
  Z: 'AR',
  CE: 'CE',
  ML: 'ML',
};

/** Landlines: the digits after the leading 9 or 8 -> communities. */
const AREAS: Readonly<Record<string, string>> = {
  1: 'MD',
  3: 'CT',
  20: 'CL',
  21: 'CL',
  22: 'CN',
  23: 'CL',
  24: 'EX',
  25: 'CM',
  26: 'CM',
  27: 'EX',
  28: 'CN',
  41: 'RI',
  42: 'CB',
  43: 'PV',
  44: 'PV',
  45: 'PV',
  46: 'PV',
  47: 'CL',
  48: 'NC',
  49: 'CM',
  50: 'AN',
  51: 'AN',
  52: 'AN ML',
  53: 'AN',
  54: 'AN',
  55: 'AN',
  56: 'AN CE',
  57: 'AN',
  58: 'AN',
  59: 'AN',
  60: 'VC',
  61: 'VC',
  62: 'VC',
  63: 'VC',
  64: 'VC',
  65: 'VC',
  66: 'VC',
  67: 'CM',
  68: 'MC',
  69: 'CM',
  71: 'IB',
  72: 'CT',
  73: 'CT',
  74: 'AR',
  75: 'CL',
  76: 'AR',
  77: 'CT',
  78: 'AR',
  79: 'CL',
  80: 'CL',
  81: 'GA',
  82: 'GA',
  83: 'CL',
  84: 'AS',
  85: 'AS',
  86: 'GA',
  87: 'CL',
  88: 'GA',
};

/**
 * Communities of a called party, by address (region or postal code) and by landline number; each of them
 * counts. Empty where no fact gives one.
 */
export function communitiesOf(context: Pick<Context, 'lead' | 'place'>): readonly string[] {
  const found = new Set<string>();
  const region = context.place.mainRegion;
  if (region !== undefined) {
    const community = OWN[region] ? region : PROVINCES[region];
    if (community !== undefined) found.add(community);
  }
  const national = /^\+34[89](\d)(\d)/.exec(context.lead.phone);
  if (national)
    for (const community of (
      AREAS[national[1] as string] ??
      AREAS[`${national[1] as string}${national[2] as string}`] ??
      ''
    ).split(' '))
      if (community !== '') found.add(community);
  return [...found].sort();
}

const calendars = new Map<string, HolidayCalendar>();

/**
 * Holidays of the country and of the communities. Where no community is known: the country's, and Maundy
 * Thursday, which nearly all communities keep.
 */
export function spanishHolidays(communities: readonly string[]): HolidayCalendar {
  const key = communities.join(' ');
  const known = calendars.get(key);
  if (known) return known;
  const observance = communities.length > 0 ? MOVABLE : {};
  const national = [
    ...NATIONAL.map(([name, month, date]) => fixed(name, month, date, observance)),
    fromEaster('Viernes Santo', -2),
  ];
  const own =
    communities.length > 0 ? communities.flatMap((community) => OWN[community] ?? []) : [MAUNDY_THURSDAY];
  const made = calendar(
    communities.length > 0 ? `holidays of Spain and ${communities.join(', ')}` : 'holidays of Spain',
    [...national, ...own],
  );
  calendars.set(key, made);
  return made;
}
