/** Reads a telephone number as lists write it, in E.164. */
import parsePhoneNumber from 'libphonenumber-js/max';
import { canonicalNational } from './canonical-number.js';
import { readNorthAmerican } from './north-american-number.js';
import { PREMIUM, rewrite, unread } from './number-reading.js';
import type { NumberReading, ReadNumber } from './number-reading.js';
import type { NumberStyle } from './number-style.js';
import { callingCodeIn, callingCodeOf, planOf, plansOfCallingCode } from './numbering-plan.js';
import type { NumberType, NumberingPlan } from './numbering-plan.js';
import {
  LONGEST_NUMBER_TEXT,
  isScientific,
  plainText,
  takeApart,
  withoutExponent,
} from './written-number.js';

/** A number that the plan has. */
interface Found {
  readonly phone: string;
  readonly callingCode: string;
  readonly national: string;
  readonly country: string | null;
  readonly type: NumberType | null;
}

/** What digits without a plus sign can mean. */
interface Meanings {
  readonly national: Found | null;
  /** With the country's own code before them. */
  readonly own: Found | null;
}

/**
 * Reads a telephone number as people write it. `country`: ISO code for numbers written without a country
 * code; null where it is not known: then only numbers with their code are read.
 */
export function readNumber(
  raw: string,
  country: string | null,
  style: NumberStyle = 'careful',
): NumberReading {
  if (raw.length > LONGEST_NUMBER_TEXT)
    return unread('the text is too long for a telephone number', 'give the number a cell of its own');
  const text = withoutExponent(plainText(raw));
  if (isScientific(text))
    return unread(
      'the number was turned into scientific notation',
      'format the column as text in the spreadsheet and export it again',
    );
  const quick = mayBeNorthAmerican(text, country, style) ? readNorthAmerican(text) : null;
  return quick ?? readWritten(text, country, style);
}

/** Whether a text that looks like a North American number is read as one. */
export function mayBeNorthAmerican(text: string, country: string | null, style: NumberStyle): boolean {
  if (text.startsWith('+1')) return true;
  if (country === null || callingCodeOf(country) !== '1') return false;
  return style !== 'international' || text.startsWith('1');
}

function readWritten(text: string, country: string | null, style: NumberStyle): NumberReading {
  const { digits, extension } = takeApart(text);
  if (digits === null) return unread('it is not a telephone number', rewrite(country));
  const isNanp = country !== null && style !== 'international' && callingCodeOf(country) === '1';
  const reading = (isNanp ? readNorthAmerican(digits) : null) ?? readDigits(digits, country, style);
  return reading.ok && extension !== undefined ? { ...reading, extension } : reading;
}

function readDigits(digits: string, country: string | null, style: NumberStyle): NumberReading {
  if (digits.startsWith('+')) return answer(international(digits.slice(1)), digits.slice(1), country);
  const plan = country === null ? null : planOf(country);
  const abroad = afterExitCode(digits, plan);
  if (abroad) return answer(abroad, digits, country);
  if (country === null || !plan)
    return style === 'international'
      ? answer(international(digits), digits, country)
      : unread('it is written without a country code, and its country cannot be read', rewrite(null));
  // No country code begins with 0.
  if (digits.startsWith('0')) return answer(national(digits, plan), digits, country, plan);
  return chosen(digits, plan, style);
}

/** A number behind '00', or what the country itself dials for calls abroad. */
function afterExitCode(digits: string, plan: NumberingPlan | null): Found | null {
  const rest = plan?.afterExitCode(digits) ?? null;
  const found = rest === null ? null : international(rest);
  if (found) return found;
  return digits.startsWith('00') ? international(digits.slice(2)) : null;
}

/** Digits without a plus sign and without a leading 0, in the style of the list. */
function chosen(digits: string, plan: NumberingPlan, style: NumberStyle): NumberReading {
  const { country, callingCode } = plan;
  const meanings: Meanings = {
    national: national(digits, plan),
    own: digits.startsWith(callingCode) ? international(digits) : null,
  };
  if (style === 'national') return answer(meanings.national ?? meanings.own, digits, country, plan);
  if (style === 'international') return answer(meanings.own ?? international(digits), digits, country);
  return careful(digits, meanings, plan);
}

function careful(digits: string, meanings: Meanings, plan: NumberingPlan): NumberReading {
  const { country } = plan;
  if (!meanings.national) {
    if (meanings.own) return answer(meanings.own, digits, country);
    const other = international(digits);
    return other ? foreign(other) : answer(null, digits, country, plan);
  }
  const abroad = meanings.own?.phone ?? (mayBeForeign(digits, meanings.national, plan) ? `+${digits}` : null);
  if (abroad === null) return answer(meanings.national, digits, country);
  // A number without its trunk prefix is not as it is dialed; with the country's own code, it is whole.
  if (lacksTrunk(meanings.national))
    return meanings.own ? whole(meanings.own, meanings.national) : ambiguous(meanings.national, abroad);
  return meanings.own ? ambiguous(meanings.national, abroad) : answer(meanings.national, digits, country);
}

/** A number with the country's own code, whose digits a list without leading zeros could mean otherwise. */
function whole(own: Found, otherwise: Found): NumberReading {
  const reading = answer(own, '', own.country);
  return reading.ok ? { ...reading, otherwise: otherwise.phone } : reading;
}

function foreign({ phone }: Found): NumberReading {
  return {
    ...unread(
      'no such number exists in its country; it may be one of another country without its plus sign',
      `write '${phone}' if it is, or say 'numbers: international' for the list`,
    ),
    perhaps: [phone],
  };
}

function ambiguous(home: Found, abroad: string): NumberReading {
  return {
    ...unread(
      `it is ambiguous: it can be read as ${home.phone} and as ${abroad}`,
      `write ${abroad} or ${home.phone}, or say 'numbers: national' or 'numbers: international' for the list`,
    ),
    perhaps: [home.phone, abroad],
  };
}

/**
 * Digits of national numbers without the trunk prefix, as they are usual. The tables allow more, for numbers
 * within a company's own exchange.
 */
const LONGEST_USUAL: Readonly<Record<string, number>> = { DE: 11, AT: 11 };

/**
 * Whether digits without the trunk prefix can be a number of another country: there is such a number, or they
 * are too many for a usual number here, and another country has numbers of that length.
 */
function mayBeForeign(digits: string, home: Found, plan: NumberingPlan): boolean {
  if (international(digits)) return true;
  const usual = LONGEST_USUAL[plan.country];
  const code = usual !== undefined && home.national.length > usual ? callingCodeIn(digits) : null;
  if (code === null) return false;
  return plansOfCallingCode(code).some((other) => other.hasLength(digits.slice(code.length)));
}

/** Whether the number is dialed with a trunk prefix within its country, and so is not whole without. */
function lacksTrunk(found: Found): boolean {
  const written = parsePhoneNumber(found.phone)?.format('NATIONAL', { nationalPrefix: false }) ?? '';
  return written.replace(/\D/g, '') !== found.national;
}

/** The number behind a country code; null where no such number can exist. */
function international(digits: string): Found | null {
  const code = callingCodeIn(digits);
  if (code === null) return withoutCountry(digits);
  const plans = plansOfCallingCode(code);
  const rest = canonicalNational(code, digits.slice(code.length));
  return found(code, canonicalNational(code, plans[0]?.withoutTrunk(rest) ?? rest), plans);
}

/** The number as it is dialed within the country; null where no such number can exist. */
function national(digits: string, plan: NumberingPlan): Found | null {
  const { callingCode } = plan;
  const rest = plan.withoutTrunk(canonicalNational(callingCode, digits));
  return found(callingCode, canonicalNational(callingCode, rest), plansOfCallingCode(callingCode));
}

function found(callingCode: string, nationalDigits: string, plans: readonly NumberingPlan[]): Found | null {
  for (const plan of plans) {
    const owned = plan.owns(nationalDigits);
    if (owned === false) continue;
    const type = plan.typeOf(nationalDigits);
    if (type)
      return {
        phone: `+${callingCode}${nationalDigits}`,
        callingCode,
        national: nationalDigits,
        country: plan.country,
        type,
      };
    if (owned) return null;
  }
  return null;
}

/** Numbers of no country: satellites, international free numbers. Few, so the library reads them. */
function withoutCountry(digits: string): Found | null {
  const number = parsePhoneNumber(`+${digits}`);
  if (number?.isValid() !== true) return null;
  const { number: phone, countryCallingCode: callingCode, nationalNumber } = number;
  return { phone, callingCode, national: nationalNumber, country: null, type: number.getType() ?? null };
}

const LINE_TYPES: Partial<Record<NumberType, ReadNumber['lineType']>> = {
  MOBILE: 'wireless',
  FIXED_LINE: 'landline',
  VOIP: 'voip',
};

/** The number that was found, or why there is none. `plan`: of digits without a country code. */
function answer(
  number: Found | null,
  digits: string,
  country: string | null,
  plan: NumberingPlan | null = null,
): NumberReading {
  if (!number) return unread(isPossible(digits, plan) ? NO_SUCH : WRONG_LENGTH, rewrite(country));
  if (number.type === 'PREMIUM_RATE') return PREMIUM;
  const read: ReadNumber = { ok: true, phone: number.phone, country: number.country };
  if (number.callingCode === '1') return { ...read, areaCode: number.national.slice(0, 3) };
  const lineType = number.type === null ? undefined : LINE_TYPES[number.type];
  return lineType ? { ...read, lineType } : read;
}

const NO_SUCH = 'no such number can exist in its country';
const WRONG_LENGTH = 'it has too few or too many digits';

function isPossible(digits: string, plan: NumberingPlan | null): boolean {
  if (plan) return plan.hasLength(plan.withoutTrunk(digits));
  const code = callingCodeIn(digits);
  return code !== null && plansOfCallingCode(code).some((one) => one.hasLength(digits.slice(code.length)));
}
