/**
 * Numbering plans: the patterns of libphonenumber's tables, compiled once a country. A number is looked at
 * with a few patterns instead of the library's whole parser; a test holds both to the same answers.
 */
import { invariant } from '@outdial/core';
import { Metadata, getCountries, getCountryCallingCode } from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';
import tables from 'libphonenumber-js/max/metadata';

/** What kind of service a number is, as the plan says. */
export type NumberType =
  | 'FIXED_LINE_OR_MOBILE'
  | 'FIXED_LINE'
  | 'MOBILE'
  | 'PREMIUM_RATE'
  | 'TOLL_FREE'
  | 'SHARED_COST'
  | 'VOIP'
  | 'PERSONAL_NUMBER'
  | 'PAGER'
  | 'UAN'
  | 'VOICEMAIL';

/** In the order in which the library asks for them, after the fixed line. */
const OTHER_TYPES = [
  'MOBILE',
  'PREMIUM_RATE',
  'TOLL_FREE',
  'SHARED_COST',
  'VOIP',
  'PERSONAL_NUMBER',
  'PAGER',
  'UAN',
  'VOICEMAIL',
] as const;

/** Parts of the library's tables that its types leave out. */
interface PlanTables {
  nationalNumberPattern(): string;
  nationalPrefix(): string | undefined;
  nationalPrefixForParsing(): string | undefined;
  nationalPrefixTransformRule(): string | undefined;
  leadingDigits(): string | undefined;
  possibleLengths(): number[];
  IDDPrefix(): string | undefined;
  type(type: string): { pattern(): string | undefined; possibleLengths(): number[] | undefined } | undefined;
}

function hasTables(plan: object | undefined): plan is PlanTables {
  return plan !== undefined && 'nationalNumberPattern' in plan && 'type' in plan;
}

interface TypePattern {
  readonly type: NumberType;
  readonly pattern: RegExp;
  readonly lengths: readonly number[] | undefined;
}

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);
const start = (pattern: string): RegExp => new RegExp(`^(?:${pattern})`);

/** The numbering plan of one country. Digits only go in; none of its answers depends on a clock. */
export class NumberingPlan {
  readonly country: string;
  readonly callingCode: string;
  /** What is dialed before a national number within the country: '0' in most. */
  readonly trunkPrefix: string | undefined;
  readonly #general: RegExp;
  readonly #lengths: readonly number[];
  readonly #leading: RegExp | null;
  readonly #prefix: RegExp | null;
  readonly #transform: string | undefined;
  readonly #exit: RegExp | null;
  readonly #fixedLine: TypePattern | null;
  readonly #mobile: 'own' | 'as-fixed-line';
  readonly #others: readonly TypePattern[];

  constructor(country: CountryCode) {
    const metadata = new Metadata();
    metadata.selectNumberingPlan(country);
    const plan: object | undefined = metadata.numberingPlan;
    invariant(hasTables(plan), `libphonenumber has no tables for ${country}`);
    this.country = country;
    this.callingCode = getCountryCallingCode(country);
    this.trunkPrefix = plan.nationalPrefix();
    this.#general = whole(plan.nationalNumberPattern());
    this.#lengths = plan.possibleLengths();
    const leading = plan.leadingDigits();
    this.#leading = leading ? start(leading) : null;
    const prefix = plan.nationalPrefixForParsing();
    this.#prefix = prefix ? start(prefix) : null;
    this.#transform = plan.nationalPrefixTransformRule();
    const exit = plan.IDDPrefix();
    this.#exit = exit ? start(exit) : null;
    this.#fixedLine = typePattern(plan, 'FIXED_LINE');
    const mobile = plan.type('MOBILE');
    this.#mobile = !mobile || mobile.pattern() === '' ? 'as-fixed-line' : 'own';
    this.#others = OTHER_TYPES.flatMap((type) => typePattern(plan, type) ?? []);
  }

  /** Whether numbers of so many digits exist here, without the trunk prefix. */
  hasLength(national: string): boolean {
    return this.#lengths.includes(national.length);
  }

  /** The kind of a national number; null where no such number can exist. */
  typeOf(national: string): NumberType | null {
    if (!this.#general.test(national)) return null;
    if (this.#fixedLine && fits(this.#fixedLine, national)) {
      if (this.#mobile === 'as-fixed-line') return 'FIXED_LINE_OR_MOBILE';
      const mobile = this.#others.find(({ type }) => type === 'MOBILE');
      return mobile && fits(mobile, national) ? 'FIXED_LINE_OR_MOBILE' : 'FIXED_LINE';
    }
    return this.#others.find((other) => fits(other, national))?.type ?? null;
  }

  /** Whether numbers that begin so are this country's alone; undefined where the plan does not say. */
  owns(national: string): boolean | undefined {
    return this.#leading?.test(national);
  }

  /** Without the trunk prefix and carrier code that are dialed within the country. */
  withoutTrunk(digits: string): string {
    const match = this.#prefix?.exec(digits);
    if (!this.#prefix || !match) return digits;
    const hasGroup = match.length > 1 && Boolean(match[match.length - 1]);
    const national =
      this.#transform && hasGroup
        ? digits.replace(this.#prefix, this.#transform)
        : digits.slice(match[0].length);
    if (this.#general.test(digits) && !this.#general.test(national)) return digits;
    const longest = this.#lengths[this.#lengths.length - 1] ?? 0;
    return this.hasLength(national) || national.length > longest ? national : digits;
  }

  /** What follows the prefix for calls abroad ('00', '011', '0011'); null where the digits lack it. */
  afterExitCode(digits: string): string | null {
    const match = this.#exit?.exec(digits);
    const rest = match ? digits.slice(match[0].length) : '';
    return rest === '' || rest.startsWith('0') ? null : rest;
  }
}

function typePattern(plan: PlanTables, type: NumberType): TypePattern | null {
  const found = plan.type(type);
  const pattern = found?.pattern();
  return pattern ? { type, pattern: whole(pattern), lengths: found?.possibleLengths() } : null;
}

function fits({ pattern, lengths }: TypePattern, national: string): boolean {
  return (lengths?.includes(national.length) ?? true) && pattern.test(national);
}

const known: ReadonlySet<string> = new Set(getCountries());
const plans = new Map<string, NumberingPlan>();

function isCountryCode(country: string): country is CountryCode {
  return known.has(country);
}

/** The plan of an ISO country; null where the numbering plans do not have it. */
export function planOf(country: string): NumberingPlan | null {
  const found = plans.get(country);
  if (found) return found;
  if (!isCountryCode(country)) return null;
  const plan = new NumberingPlan(country);
  plans.set(country, plan);
  return plan;
}

/** Calling code of a country; null for a country that the numbering plans do not have. */
export function callingCodeOf(country: string): string | null {
  return planOf(country)?.callingCode ?? null;
}

const sharers = new Map<string, readonly NumberingPlan[]>();
const countriesByCode: Readonly<Record<string, readonly string[]>> = tables.country_calling_codes;

/** The plans that share a calling code, the main one first; none where no country has it. */
export function plansOfCallingCode(code: string): readonly NumberingPlan[] {
  const found = sharers.get(code);
  if (found) return found;
  if (!Object.hasOwn(countriesByCode, code)) return [];
  const plansOfCode = (countriesByCode[code] ?? []).flatMap((country) => planOf(country) ?? []);
  sharers.set(code, plansOfCode);
  return plansOfCode;
}

/** Calling codes have one to three digits, and none begins with another. */
const LONGEST_CODE = 3;

/** The calling code with which these digits begin, if a country has it. */
export function callingCodeIn(digits: string): string | null {
  for (let length = 1; length <= LONGEST_CODE; length += 1) {
    const code = digits.slice(0, length);
    if (Object.hasOwn(countriesByCode, code)) return code;
  }
  return null;
}
