/**
 * Numbers that are never dialed whatever the law allows: emergency, short, premium, foreign, not yet live.
 */
import { US_TERRITORIES } from '@outdial/compliance';
import type { CallRefusal } from '@outdial/core';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Numbers that are never dialed, whatever the law says, and where a campaign may dial at all. */
export interface InterlockSettings {
  /** ISO 3166-1 alpha-2 codes the campaign may dial. */
  readonly countries: readonly string[];
  /** False: only `allowList` is dialed. */
  readonly live: boolean;
  readonly allowList: readonly string[];
}

/** What the interlocks found wrong with a number. */
export type NumberInterlock = 'unparsable' | 'emergency' | 'short' | 'premium' | 'country' | 'allow-list';

/**
 * Emergency numbers of the countries outdial has rules for, and the ones that networks everywhere route (3GPP
 * TS 22.101 section 10.1.1: 112, 911, and 000, 08, 110, 118, 119, 999 without a SIM). Written after a country
 * code they are still never dialed.
 */
const EMERGENCY: ReadonlySet<string> = new Set([
  '112',
  '911',
  '999',
  '000',
  '08',
  '110',
  '111',
  '113',
  '115',
  '117',
  '118',
  '119',
  '120',
  '122',
  '988',
  '100',
  '101',
  '102',
  '108',
  '190',
  '192',
  '193',
  '10111',
  '10177',
]);

/** Shortest national number of a subscriber; what is shorter is a service code. */
const SHORTEST_SUBSCRIBER_DIGITS = 6;
const PREMIUM: ReadonlySet<string> = new Set(['PREMIUM_RATE', 'SHARED_COST']);

/** Why this number must not be dialed, or null. Pure arithmetic on the digits. */
export function interlockOf(phone: string, settings: InterlockSettings): NumberInterlock | null {
  const digits = phone.replace(/^\+/, '');
  if (EMERGENCY.has(digits)) return 'emergency';
  if (!/^\+\d+$/.test(phone)) return 'unparsable';
  const parsed = parsePhoneNumberFromString(phone);
  const national = parsed?.nationalNumber ?? digits;
  if (EMERGENCY.has(national)) return 'emergency';
  if (national.length < SHORTEST_SUBSCRIBER_DIGITS) return 'short';
  if (!parsed || !parsed.isValid()) return 'unparsable';
  if (PREMIUM.has(parsed.getType() ?? '')) return 'premium';
  if (!dialsCountry(parsed.country, settings.countries)) return 'country';
  return settings.live || settings.allowList.includes(phone) ? null : 'allow-list';
}

/** Whether a campaign of these countries dials numbers of one; 'US' names the territories, too. */
export function dialsCountry(country: string | undefined, countries: readonly string[]): boolean {
  if (country === undefined) return false;
  return countries.includes(country) || (US_TERRITORIES.includes(country) && countries.includes('US'));
}

/** What an interlock is called, and what it says of a number. */
interface InterlockWords {
  readonly title: string;
  readonly text: string;
}

const WORDS: Readonly<Record<NumberInterlock, InterlockWords>> = {
  unparsable: {
    title: 'No valid number',
    text: 'The number is not a valid telephone number. Correct it in the list and import it again.',
  },
  emergency: {
    title: 'Emergency number',
    text: 'The number is an emergency number. It is never dialed; remove it from the list.',
  },
  short: {
    title: 'Short code',
    text: 'The number is a short code. It is never dialed; remove it from the list.',
  },
  premium: {
    title: 'Premium rate',
    text:
      'The number is charged at a premium or shared-cost rate. ' +
      'It is never dialed; remove it from the list.',
  },
  country: {
    title: 'Outside the countries of the campaign',
    text:
      "The number lies outside the campaign's countries. " +
      "Add its country to the setting 'countries' if you mean to call there.",
  },
  'allow-list': {
    title: 'The campaign is not live',
    text:
      'The campaign is not live and the number is not on its allow-list. ' +
      "Add it to the setting 'allowList', or set live: true.",
  },
};

const PREFIX = 'interlock.';
const TITLES: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).map(([found, { title }]) => [`${PREFIX}${found}`, title]),
);

/** What the interlock of this rule id is called; undefined where it is none. */
export function interlockTitle(rule: string): string | undefined {
  return TITLES.get(rule);
}

/** Interlocks that a setting lifts: they neither close a lead nor move it. */
const LIFTED_BY_SETTING: ReadonlySet<NumberInterlock> = new Set(['country', 'allow-list']);

/** The interlock as a refusal of the gate. */
export function interlockRefusal(found: NumberInterlock): CallRefusal {
  return {
    rule: `${PREFIX}${found}`,
    citation: 'outdial safety interlock (docs/guides/interlocks.md)',
    message: WORDS[found].text,
    scope: LIFTED_BY_SETTING.has(found) ? 'setting' : 'lead',
    nextAllowedAt: null,
  };
}
