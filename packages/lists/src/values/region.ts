/** Names of states, provinces and regions as lists write them. */
import { placeWords } from './place-words.js';
import { remembered } from './remembered.js';
import { AUSTRALIA } from './regions/australia.js';
import { AUSTRIA } from './regions/austria.js';
import { BELGIUM } from './regions/belgium.js';
import { BRAZIL } from './regions/brazil.js';
import { CANADA } from './regions/canada.js';
import { FRANCE } from './regions/france.js';
import { GERMANY } from './regions/germany.js';
import { INDIA } from './regions/india.js';
import { IRELAND } from './regions/ireland.js';
import { ITALY } from './regions/italy.js';
import { MEXICO } from './regions/mexico.js';
import { NETHERLANDS } from './regions/netherlands.js';
import { NEW_ZEALAND } from './regions/new-zealand.js';
import { POLAND } from './regions/poland.js';
import { PORTUGAL } from './regions/portugal.js';
import type { RegionNames } from './regions/region-names.js';
import { SINGAPORE } from './regions/singapore.js';
import { SOUTH_AFRICA } from './regions/south-africa.js';
import { SPAIN } from './regions/spain.js';
import { SWITZERLAND } from './regions/switzerland.js';
import { UNITED_KINGDOM } from './regions/united-kingdom.js';
import { UNITED_STATES } from './regions/united-states.js';

/** The tables of regions, by ISO 3166-1 code of the country. */
export const REGIONS: Readonly<Record<string, RegionNames>> = {
  AT: AUSTRIA,
  AU: AUSTRALIA,
  BE: BELGIUM,
  BR: BRAZIL,
  CA: CANADA,
  CH: SWITZERLAND,
  DE: GERMANY,
  ES: SPAIN,
  FR: FRANCE,
  GB: UNITED_KINGDOM,
  IE: IRELAND,
  IN: INDIA,
  IT: ITALY,
  MX: MEXICO,
  NL: NETHERLANDS,
  NZ: NEW_ZEALAND,
  PL: POLAND,
  PT: PORTUGAL,
  SG: SINGAPORE,
  US: UNITED_STATES,
  ZA: SOUTH_AFRICA,
};

/** Words around a name that say only what kind of region it is. */
const KIND_BEFORE = new RegExp(
  '^(?:(?:the )?(?:state|commonwealth|province|county|canton|region|territory) of(?: the)?|' +
    'estado (?:de|do|da)|provincia (?:de|di)?|comunidad de|departement (?:de la|des|du|de|d)|' +
    'canton (?:de|du)|kanton|provincie|provincia|freistaat|land|county|co|wojewodztwo) ',
);
const KIND_BEHIND = / (?:state|province|county|canton|region|territory|wojewodztwo|voivodeship)$/;

const tables = new Map<string, ReadonlyMap<string, string>>();

/**
 * Subdivision code of a country without the country: 'Colorado', 'Colo.', 'co' and 'US-CO' are 'CO'. Null for
 * what the country does not have. Of countries without a table the text stays as it is, in upper case.
 */
export const readRegion: (text: string, country: string) => string | null = remembered(findRegion);

function findRegion(text: string, country: string): string | null {
  const names = REGIONS[country];
  if (!names) return text.trim().toUpperCase();
  const table = tables.get(country) ?? tableOf(country, names);
  const words = placeWords(text);
  return (
    table.get(words) ??
    (/^\d$/.test(words) ? table.get(`0${words}`) : undefined) ??
    table.get(words.replace(KIND_BEFORE, '')) ??
    table.get(words.replace(KIND_BEHIND, '')) ??
    codeOfCountry(text, country, table) ??
    saidTwice(text, table) ??
    null
  );
}

/** 'US-CO' and 'FR-974'. */
function codeOfCountry(
  text: string,
  country: string,
  table: ReadonlyMap<string, string>,
): string | undefined {
  const [, prefix = '', code = ''] = /^\s*([A-Z]{2})[-_]([A-Z0-9]{1,3})\s*$/i.exec(text) ?? [];
  return prefix.toUpperCase() === country ? table.get(code.toLowerCase()) : undefined;
}

/** Between two names of one region. */
const BETWEEN = /\s*[,/()|]\s*|\s+[-–—]\s+/u;

/** 'TX - Texas' and 'Florida (FL)'. Parts of two regions, or of something else, name none. */
function saidTwice(text: string, table: ReadonlyMap<string, string>): string | undefined {
  const parts = text.split(BETWEEN).filter((part) => part !== '');
  const codes = new Set(parts.map((part) => table.get(placeWords(part))));
  return parts.length > 1 && codes.size === 1 ? [...codes][0] : undefined;
}

function tableOf(country: string, names: RegionNames): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const [code, text] of Object.entries(names)) {
    if (text !== '') for (const name of text.split('|')) table.set(placeWords(name), code);
  }
  // Words written together: 'NewYork'.
  for (const [name, code] of [...table]) {
    const together = name.replaceAll(' ', '');
    if (together.length > 5 && !table.has(together)) table.set(together, code);
  }
  // A code wins over the abbreviation of another region.
  for (const code of Object.keys(names)) table.set(code.toLowerCase(), code);
  tables.set(country, table);
  return table;
}
