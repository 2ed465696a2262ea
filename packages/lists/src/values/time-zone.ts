/** Names of time zones as lists write them. */
import { isTimeZone, ownValue } from '@outdial/core';
import { placeWords, withoutParentheses } from './place-words.js';

const NORTH_AMERICA: Readonly<Record<string, string>> = {
  nst: 'America/St_Johns',
  ndt: 'America/St_Johns',
  newfoundland: 'America/St_Johns',
  ast: 'America/Halifax',
  adt: 'America/Halifax',
  atlantic: 'America/Halifax',
  et: 'America/New_York',
  est: 'America/New_York',
  edt: 'America/New_York',
  est5edt: 'America/New_York',
  eastern: 'America/New_York',
  ct: 'America/Chicago',
  cst: 'America/Chicago',
  cdt: 'America/Chicago',
  cst6cdt: 'America/Chicago',
  central: 'America/Chicago',
  mt: 'America/Denver',
  mst: 'America/Denver',
  mdt: 'America/Denver',
  mst7mdt: 'America/Denver',
  mountain: 'America/Denver',
  arizona: 'America/Phoenix',
  'us mountain': 'America/Phoenix',
  pt: 'America/Los_Angeles',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  pst8pdt: 'America/Los_Angeles',
  pacific: 'America/Los_Angeles',
  akst: 'America/Anchorage',
  akdt: 'America/Anchorage',
  alaska: 'America/Anchorage',
  alaskan: 'America/Anchorage',
  hst: 'Pacific/Honolulu',
  hast: 'Pacific/Honolulu',
  hawaii: 'Pacific/Honolulu',
  hawaiian: 'Pacific/Honolulu',
};

const central = (zone: string): Readonly<Record<string, string>> => ({
  cet: zone,
  cest: zone,
  mez: zone,
  mesz: zone,
  hec: zone,
  met: zone,
});

/**
 * Abbreviations and names by country: 'CST' is China's too. Those that a country has in two zones (AEST with
 * and without summer time) are in none.
 */
const ZONES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  US: NORTH_AMERICA,
  CA: NORTH_AMERICA,
  MX: { centro: 'America/Mexico_City', central: 'America/Mexico_City', cst: 'America/Mexico_City' },
  GB: { gmt: 'Europe/London', bst: 'Europe/London', uk: 'Europe/London' },
  IE: { gmt: 'Europe/Dublin', ist: 'Europe/Dublin' },
  PT: { wet: 'Europe/Lisbon', west: 'Europe/Lisbon' },
  DE: central('Europe/Berlin'),
  AT: central('Europe/Vienna'),
  CH: central('Europe/Zurich'),
  FR: central('Europe/Paris'),
  ES: central('Europe/Madrid'),
  IT: central('Europe/Rome'),
  NL: central('Europe/Amsterdam'),
  BE: central('Europe/Brussels'),
  PL: central('Europe/Warsaw'),
  AU: { awst: 'Australia/Perth', aedt: 'Australia/Sydney', acdt: 'Australia/Adelaide' },
  NZ: { nzst: 'Pacific/Auckland', nzdt: 'Pacific/Auckland' },
  IN: { ist: 'Asia/Kolkata', india: 'Asia/Kolkata' },
  SG: { sgt: 'Asia/Singapore', singapore: 'Asia/Singapore' },
  ZA: { sast: 'Africa/Johannesburg', 'south africa': 'Africa/Johannesburg' },
  BR: { brt: 'America/Sao_Paulo', brasilia: 'America/Sao_Paulo' },
};

const zones = new Map<string, string | null>();
/** Spellings remembered; a column of free text must not fill the memory. */
const ZONES_KEPT = 2_000;

/**
 * IANA name of a zone; null when nothing is known by that name, and for offsets: '-05:00' is Eastern time in
 * winter and Central time in summer.
 */
export function readTimeZone(text: string, country: string): string | null {
  const key = `${country} ${text}`;
  const known = zones.get(key);
  if (known !== undefined) return known;
  const zone = findTimeZone(text, country);
  if (zones.size < ZONES_KEPT) zones.set(key, zone);
  return zone;
}

function findTimeZone(text: string, country: string): string | null {
  // '(UTC-05:00) Eastern Time (US & Canada)' is a name; what stands in parentheses explains it.
  const words = placeWords(withoutParentheses(text));
  const table = ZONES[country] ?? {};
  const plain = words.replace(/ (?:(?:standard|daylight|summer) )?time$/, '');
  const zone = [words, plain, plain.replace(/^us (?!mountain)/, '')]
    .map((name) => ownValue(table, name))
    .find((known) => known !== undefined);
  if (zone) return zone;
  // HubSpot writes 'america_slash_new_york'.
  const name = text
    .trim()
    .replace(/_slash_/gi, '/')
    .replace(/ /g, '_');
  return /^(?!Etc\/)[A-Za-z]+\/[A-Za-z_/+-]+\d*$|^UTC$/i.test(name) && isTimeZone(name)
    ? new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
    : null;
}
