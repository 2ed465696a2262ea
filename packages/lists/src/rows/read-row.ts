/** Reads one row of a list: a lead with typed facts, or the reason why it cannot be used. */
import { LIMITS, defined, type Limit } from '@outdial/core';
import { listError } from '../errors.js';
import type { ImportedFacts, RelationshipFacts } from '../lead/imported-facts.js';
import type { NewConsent, NewLead, NewPhone } from '../lead/new-lead.js';
import { phoneColumns } from '../columns/columns.js';
import type { Column } from '../columns/columns.js';
import type { ColumnTarget } from '../columns/column-targets.js';
import { readDate } from '../values/dates.js';
import type { DateOrder } from '../values/dates.js';
import { callingCodeOf, readNumber } from '../numbers/phone-number.js';
import { readCountry, readPostalCode, readRegion, readTimeZone } from '../values/place-names.js';

/** Something wrong in a row: the value is left out, or the row is. */
export interface RowProblem {
  readonly field: string;
  readonly value: string;
  readonly problem: string;
  readonly remedy: string;
}

/** What a row gave. */
export interface RowReading {
  /** Null: the row is rejected, by the last of the problems. */
  readonly lead: NewLead | null;
  readonly problems: readonly RowProblem[];
}

/** How rows are read. */
export interface RowOptions {
  readonly defaultCountry: string;
  readonly dateOrder: DateOrder;
}

/** Words for "nothing" in lists. */
const EMPTY = /^(?:|-+|n\/?a|none|null|nil|unknown|undefined|\?|#n\/a|keine?|0+)$/i;
const YES = /^(?:y|yes|true|t|1|x|ja|oui|si)$/i;
const NO = /^(?:n|no|false|f|0|nein|non)$/i;

/** The whole texts that say written consent. A word inside a longer text can mean its opposite. */
const WRITTEN_CONSENT =
  /^(?:(?:prior )?(?:express )?written(?: consent)?|p?ewc|signed(?: consent)?|double opt in)$/;
/** The whole texts that say consent without a signature. */
const EXPRESS_CONSENT =
  /^(?:(?:prior )?express(?: consent)?|(?:express )?(?:verbal|oral)(?: consent)?|(?:single )?opt(?:ed)? in)$/;

/** The kind of consent that a text names, or null where it names none: no other text gives consent. */
function consentKind(text: string): NewConsent['type'] | null {
  const words = text
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
  if (WRITTEN_CONSENT.test(words)) return 'written';
  return EXPRESS_CONSENT.test(words) || YES.test(words) ? 'express' : null;
}

/** Reads rows of one file: made once a file, as it sorts the columns out. */
export class RowReader {
  readonly #columns: readonly Column[];
  readonly #phones: readonly Column[];
  readonly #options: RowOptions;
  readonly #index = new Map<ColumnTarget, Column>();

  constructor(columns: readonly Column[], options: RowOptions) {
    this.#columns = columns;
    this.#phones = phoneColumns(columns);
    this.#options = options;
    for (const column of columns) if (!this.#index.has(column.target)) this.#index.set(column.target, column);
  }

  read(fields: readonly string[]): RowReading {
    const problems: RowProblem[] = [];
    const country = this.#country(fields, problems);
    const numbers = this.#numbers(fields, country, problems);
    if (numbers.phones.length === 0) {
      if (problems.every((problem) => problem.field === 'country'))
        problems.push({
          field: this.#phones[0]?.header ?? 'phone',
          value: '',
          problem: 'the row has no telephone number',
          remedy: 'fill it in, or remove the row',
        });
      return { lead: null, problems };
    }
    const facts = this.#facts(fields, numbers.country ?? country, problems);
    const consent = this.#consent(fields, problems);
    const priority = this.#number(fields, 'priority', LIMITS.leadPriority, problems);
    const answerProbability = this.#number(fields, 'answerProbability', LIMITS.share, problems);
    const skills = this.#text(fields, 'skills')
      ?.split(/[;,|]/)
      .map((skill) => skill.trim())
      .filter((skill) => skill !== '');
    const lead: NewLead = defined({
      phones: numbers.phones,
      facts: { ...facts },
      fields: this.#customFields(fields),
      personKey: this.#text(fields, 'personKey'),
      account: this.#text(fields, 'account'),
      seller: this.#text(fields, 'seller'),
      ownerAgentId: this.#text(fields, 'ownerAgent'),
      priority: priority === undefined ? undefined : Math.round(priority),
      answerProbability,
      skills: skills && skills.length > 0 ? skills : undefined,
      consents: consent ? [consent] : undefined,
    });
    return { lead, problems };
  }

  #text(fields: readonly string[], target: ColumnTarget): string | undefined {
    const column = this.#index.get(target);
    const value = column ? (fields[column.index] ?? '') : '';
    return EMPTY.test(value) && !(value === '0' && (target === 'priority' || target === 'answerProbability'))
      ? undefined
      : value.slice(0, LIMITS.code.max);
  }

  #headerOf(target: ColumnTarget): string {
    return this.#index.get(target)?.header ?? target;
  }

  #country(fields: readonly string[], problems: RowProblem[]): string {
    const given = this.#text(fields, 'country');
    if (given === undefined) return this.#options.defaultCountry;
    const country = readCountry(given);
    if (country) return country;
    problems.push({
      field: this.#headerOf('country'),
      value: given,
      problem: 'it is not a country',
      remedy: "use the ISO code, e.g. 'US' or 'GB'",
    });
    return this.#options.defaultCountry;
  }

  #numbers(
    fields: readonly string[],
    country: string,
    problems: RowProblem[],
  ): { phones: NewPhone[]; country: string | null } {
    const phones = new Map<string, NewPhone>();
    let home: string | null = null;
    for (const column of this.#phones) {
      const value = fields[column.index] ?? '';
      if (EMPTY.test(value)) continue;
      const reading = readNumber(value, country);
      if (!reading.ok) {
        problems.push({ field: column.header, value, problem: reading.problem, remedy: reading.remedy });
        continue;
      }
      home ??= reading.country;
      const lineType = this.#lineType(fields, column, problems) ?? column.impliedLineType ?? reading.lineType;
      if (!phones.has(reading.phone))
        phones.set(reading.phone, lineType ? { phone: reading.phone, lineType } : { phone: reading.phone });
    }
    return { phones: [...phones.values()], country: home };
  }

  /** The type column of the same ordinal, else the one that speaks for all numbers. */
  #lineType(
    fields: readonly string[],
    phone: Column,
    problems: RowProblem[],
  ): NewPhone['lineType'] | undefined {
    const types = this.#columns.filter((column) => column.target === 'lineType');
    const column =
      types.find((type) => type.ordinal === phone.ordinal) ?? types.find((type) => type.ordinal === 0);
    const value = column ? (fields[column.index] ?? '') : '';
    if (!column || EMPTY.test(value)) return undefined;
    if (/mobile|cell|wireless|^[wmc]$/i.test(value)) return 'wireless';
    if (/voip|internet|^v$/i.test(value)) return 'voip';
    if (/land|fixed|home|residential|^[lf]$/i.test(value)) return 'landline';
    problems.push({
      field: column.header,
      value,
      problem: 'it is not a line type',
      remedy: "use 'wireless', 'landline' or 'voip'",
    });
    return undefined;
  }

  #facts(fields: readonly string[], country: string, problems: RowProblem[]): ImportedFacts {
    const region = this.#text(fields, 'region');
    const postalCode = this.#text(fields, 'postalCode');
    const timeZone = this.#timeZone(fields, country, problems);
    const isListed = this.#flag(fields, 'nationalDoNotCall', problems) === true;
    return defined({
      country,
      region: region === undefined ? undefined : readRegion(region),
      postalCode: postalCode === undefined ? undefined : readPostalCode(postalCode, country),
      city: this.#text(fields, 'city'),
      lineClass: this.#text(fields, 'lineClass'),
      phoneUse: this.#phoneUse(fields, problems),
      numberProvidedBy: this.#text(fields, 'numberProvidedBy'),
      timeZone,
      timeZoneSource: timeZone === undefined ? undefined : ('guess' as const),
      isBusiness: this.#flag(fields, 'isBusiness', problems),
      existingContract: this.#flag(fields, 'existingContract', problems),
      doNotCall: isListed ? { national: true } : undefined,
      relationship: this.#relationship(fields, problems),
    });
  }

  #relationship(fields: readonly string[], problems: RowProblem[]): RelationshipFacts | undefined {
    const relationship = defined({
      lastTransactionAt: this.#date(fields, 'lastTransactionAt', problems),
      lastInquiryAt: this.#date(fields, 'lastInquiryAt', problems),
    });
    return Object.keys(relationship).length > 0 ? relationship : undefined;
  }

  #phoneUse(fields: readonly string[], problems: RowProblem[]): ImportedFacts['phoneUse'] {
    const given = this.#text(fields, 'phoneUse');
    const use = given?.toLowerCase();
    if (use === undefined || use === 'work' || use === 'personal') return use;
    problems.push({
      field: this.#headerOf('phoneUse'),
      value: given ?? '',
      problem: 'it is not a use of a number',
      remedy: "use 'work' or 'personal'",
    });
    return undefined;
  }

  #timeZone(fields: readonly string[], country: string, problems: RowProblem[]): string | undefined {
    const given = this.#text(fields, 'timeZone');
    if (given === undefined) return undefined;
    const timeZone = readTimeZone(given, country);
    if (timeZone) return timeZone;
    problems.push({
      field: this.#headerOf('timeZone'),
      value: given,
      problem: 'it is not a time zone',
      remedy: "use the IANA name, e.g. 'America/Denver'; without one the number and the region decide",
    });
    return undefined;
  }

  /** Consent counts only with its kind and its date: without either there is none. */
  #consent(fields: readonly string[], problems: RowProblem[]): NewConsent | null {
    const kind = this.#text(fields, 'consentType');
    if (kind === undefined || NO.test(kind)) return null;
    const field = this.#headerOf('consentType');
    const type = consentKind(kind);
    if (!type) {
      problems.push({
        field,
        value: kind,
        problem: 'it is not a kind of consent; the lead counts as without consent',
        remedy: "use 'written', 'express' or leave it empty",
      });
      return null;
    }
    const at = this.#date(fields, 'consentAt', problems);
    if (at === undefined) {
      problems.push({
        field: this.#headerOf('consentAt'),
        value: '',
        problem: 'the consent has no date; the lead counts as without consent',
        remedy: 'give the date on which consent was given',
      });
      return null;
    }
    return defined({
      type,
      at,
      evidence: this.#text(fields, 'consentEvidence'),
      scope: this.#list(fields, 'consentScope'),
      sellers: this.#list(fields, 'consentSellers'),
    });
  }

  #list(fields: readonly string[], target: ColumnTarget): string[] | undefined {
    return this.#text(fields, target)
      ?.split(/[;|]/)
      .map((item) => item.trim())
      .filter((item) => item !== '');
  }

  #date(fields: readonly string[], target: ColumnTarget, problems: RowProblem[]): number | undefined {
    const value = this.#text(fields, target);
    if (value === undefined) return undefined;
    const at = readDate(value, this.#options.dateOrder);
    if (at !== null) return at;
    problems.push({
      field: this.#headerOf(target),
      value,
      problem: 'it is not a date',
      remedy: "write it as '2026-11-30'",
    });
    return undefined;
  }

  #flag(fields: readonly string[], target: ColumnTarget, problems: RowProblem[]): boolean | undefined {
    const value = this.#text(fields, target);
    if (value === undefined || NO.test(value)) return value === undefined ? undefined : false;
    if (!YES.test(value)) {
      // Do-not-call columns hold dates and register names as often as 'yes': anything that is not 'no' lists
      // the number.
      if (target !== 'nationalDoNotCall')
        problems.push({
          field: this.#headerOf(target),
          value,
          problem: 'it is neither yes nor no',
          remedy: "use 'yes' or 'no'",
        });
      return target === 'nationalDoNotCall' ? true : undefined;
    }
    return true;
  }

  #number(
    fields: readonly string[],
    target: ColumnTarget,
    { min, max }: Limit,
    problems: RowProblem[],
  ): number | undefined {
    const value = this.#text(fields, target);
    if (value === undefined) return undefined;
    const number = Number(value);
    if (Number.isFinite(number) && number >= min && number <= max) return number;
    problems.push({
      field: this.#headerOf(target),
      value,
      problem: `it is not a number between ${min} and ${max}`,
      remedy: 'correct it or leave it empty',
    });
    return undefined;
  }

  /** Custom fields, and what the agent must see to know whom the call is about. */
  #customFields(fields: readonly string[]): Record<string, string> {
    const custom: Record<string, string> = {};
    for (const column of this.#columns) {
      const value = fields[column.index] ?? '';
      const name = column.target.startsWith('field:')
        ? column.target.slice('field:'.length)
        : column.target === 'account' || column.target === 'personKey'
          ? column.header
          : null;
      if (name !== null && value !== '') custom[name] = value.slice(0, LIMITS.customField.max);
    }
    return custom;
  }
}

/** Throws unless this is a country that numbers can be read for. */
export function checkCountry(country: string): void {
  if (callingCodeOf(country) === null) throw listError('country-unknown', { country });
}
