/** Names of countries, regions and time zones as lists write them. */
import { getCountries } from 'libphonenumber-js/max';
import { plainWords } from '../columns/columns.js';
import { isTimeZone } from './time-zone-name.js';

/** ISO 3166-2 of the United States, its territories, and the provinces of Canada, by plain name. */
const REGIONS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'AL alabama',
    'AK alaska',
    'AZ arizona',
    'AR arkansas',
    'CA california',
    'CO colorado',
    'CT connecticut',
    'DE delaware',
    'DC district of columbia',
    'FL florida',
    'GA georgia',
    'HI hawaii',
    'ID idaho',
    'IL illinois',
    'IN indiana',
    'IA iowa',
    'KS kansas',
    'KY kentucky',
    'LA louisiana',
    'ME maine',
    'MD maryland',
    'MA massachusetts',
    'MI michigan',
    'MN minnesota',
    'MS mississippi',
    'MO missouri',
    'MT montana',
    'NE nebraska',
    'NV nevada',
    'NH new hampshire',
    'NJ new jersey',
    'NM new mexico',
    'NY new york',
    'NC north carolina',
    'ND north dakota',
    'OH ohio',
    'OK oklahoma',
    'OR oregon',
    'PA pennsylvania',
    'RI rhode island',
    'SC south carolina',
    'SD south dakota',
    'TN tennessee',
    'TX texas',
    'UT utah',
    'VT vermont',
    'VA virginia',
    'WA washington',
    'WV west virginia',
    'WI wisconsin',
    'WY wyoming',
    'PR puerto rico',
    'GU guam',
    'VI us virgin islands',
    'AS american samoa',
    'MP northern mariana islands',
    'AB alberta',
    'BC british columbia',
    'MB manitoba',
    'NB new brunswick',
    'NL newfoundland and labrador',
    'NS nova scotia',
    'NT northwest territories',
    'NU nunavut',
    'ON ontario',
    'PE prince edward island',
    'QC quebec',
    'SK saskatchewan',
    'YT yukon',
  ].map((entry) => [entry.slice(3), entry.slice(0, 2)]),
);

/** Zone names as North Americans write them. */
const ZONES: Readonly<Record<string, string>> = {
  et: 'America/New_York',
  est: 'America/New_York',
  edt: 'America/New_York',
  eastern: 'America/New_York',
  ct: 'America/Chicago',
  cst: 'America/Chicago',
  cdt: 'America/Chicago',
  central: 'America/Chicago',
  mt: 'America/Denver',
  mst: 'America/Denver',
  mdt: 'America/Denver',
  mountain: 'America/Denver',
  pt: 'America/Los_Angeles',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  pacific: 'America/Los_Angeles',
  akst: 'America/Anchorage',
  akdt: 'America/Anchorage',
  alaska: 'America/Anchorage',
  hst: 'Pacific/Honolulu',
  hawaii: 'Pacific/Honolulu',
};

const COUNTRY_ALIASES: Readonly<Record<string, string>> = {
  usa: 'US',
  'u s a': 'US',
  'u s': 'US',
  us: 'US',
  america: 'US',
  'united states of america': 'US',
  uk: 'GB',
  'u k': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'great britain': 'GB',
  britain: 'GB',
  deutschland: 'DE',
  osterreich: 'AT',
  schweiz: 'CH',
  suisse: 'CH',
  espana: 'ES',
  italia: 'IT',
  nederland: 'NL',
  holland: 'NL',
};

let countries: Map<string, string> | null = null;

/** ISO code of a country given by code or English name; null when it is neither. */
export function readCountry(text: string): string | null {
  countries ??= countryNames();
  const words = plainWords(text);
  return COUNTRY_ALIASES[words] ?? countries.get(words) ?? null;
}

function countryNames(): Map<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'region' });
  const known = new Map<string, string>();
  for (const code of getCountries()) {
    known.set(code.toLowerCase(), code);
    known.set(plainWords(names.of(code) ?? code), code);
  }
  return known;
}

/**
 * Subdivision code without the country: 'Colorado', 'co' and 'US-CO' are 'CO'. What is not known stays as it
 * was written.
 */
export function readRegion(text: string): string {
  return (
    REGIONS[plainWords(text)] ??
    text
      .trim()
      .toUpperCase()
      .replace(/^[A-Z]{2}-(?=[A-Z0-9]{1,3}$)/, '')
  );
}

const zones = new Map<string, string | null>();
/** Spellings remembered; a column of free text must not fill the memory. */
const ZONES_KEPT = 2_000;

/**
 * IANA name of a zone; null when nothing is known by that name. Abbreviations are read as North American ones
 * only there: 'CST' is China's too.
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
  const words = plainWords(text)
    .replace(/ (standard|daylight)? ?time$/, '')
    .replace(/^us /, '');
  const zone = country === 'US' || country === 'CA' ? ZONES[words] : undefined;
  if (zone) return zone;
  const name = text.trim().replace(/ /g, '_');
  return /^[A-Za-z]+\/[A-Za-z_/+-]+\d*$|^UTC$/.test(name) && isTimeZone(name)
    ? new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
    : null;
}

/** Spreadsheets drop leading zeros: American postal codes get them back. */
export function readPostalCode(text: string, country: string): string {
  const plain = text.trim().toUpperCase().replace(/\.0$/, '');
  return country === 'US' && /^\d{3,4}$/.test(plain) ? plain.padStart(5, '0') : plain;
}
