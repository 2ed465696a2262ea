/** Finds out what each column of a lead list holds, from its header and the mapping given. */
import { defined } from '@outdial/core';
import { listError } from '../errors.js';
import { PLACE_KINDS, addressPart } from './address-columns.js';
import { ageHeader } from './age-headers.js';
import type { PlaceKind } from './address-columns.js';
import { COLUMN_TARGETS, SEVERAL_COLUMNS, isColumnTarget } from './column-targets.js';
import type { ColumnTarget } from './column-targets.js';
import { detectDelimiter } from '../records/detect-delimiter.js';
import { splitRecord } from '../records/split-line.js';
import type { ProvenOrder } from './date-order.js';
import { oneOf } from './header-words.js';
import { consentHeader } from './consent-headers.js';
import type { LegalHeader } from './consent-headers.js';
import { legalFact, usualName } from './legal-headers.js';
import { numberPart } from './number-parts.js';
import { withoutOwner } from './of-the-person.js';
import { isOwnColumn } from './own-columns.js';
import { impliedLineType, isPhoneHeader, lineTypeFlag } from './phone-headers.js';
import { plainWords } from './plain-words.js';
import type { StoppingValues } from './unknown-words.js';
import { meaningOf } from './vocabulary/all-words.js';

/** One column of the file. */
export interface Column {
  readonly index: number;
  readonly header: string;
  readonly target: ColumnTarget;
  /**
   * Which of several numbers a `phone` or `lineType` column is about; 1 is the first, 0 (line types only) all
   * of them.
   */
  readonly ordinal: number;
  /** What the header says of the number: 'Mobile' holds wireless numbers, 'Is Mobile' a yes for them. */
  readonly impliedLineType?: 'wireless' | 'landline';
  /** Which of the person's places the column is about, as its header says. */
  readonly place?: PlaceKind;
  /** True: the mapping says what it holds. */
  readonly isGiven?: true;
  /** Consent columns: the header itself says that the consent is in writing. */
  readonly isWritten?: true;
  /** Columns about one of several numbers: the words of the header that name it. */
  readonly about?: string;
  /** The header may as well be that of something else, such as a name: the values decide. */
  readonly isUnsure?: true;
  /** Do-not-call columns of one number: what they ask, where a no or a refusal of it closes the number. */
  readonly asks?: 'permission' | 'consent' | 'status';
  /** Columns with a meaning: the order of day and month that their first dates prove. */
  readonly dateOrder?: ProvenOrder;
  /** Requests not to be called: 'DNC' may be a public register as well, where a value names one. */
  readonly mayBeRegister?: true;
  /** 'DOD' is the date of death in most lists, and another date in some. */
  readonly mayBeOther?: true;
  /** Columns that are shown: yes or no stands among their first values. */
  readonly isAnswered?: true;
  /** Numbers that are known by the values alone. */
  readonly isByContent?: true;
  /** The words of the header are not known, and may say who may be called: values that stop their row. */
  readonly stops?: StoppingValues;
}

const PHONE_WORDS =
  '(?:tele ?phone|phone|tel|tele|telefon|telefono|telephone|mobile|mobil|movil|portable|cell|cellular|' +
  'cell ?phone|handy|land ?line|msisdn|fon)';
const LINE_TYPE = new RegExp(
  '^(?:line type|linetype|number type|carrier type|phone line type|' +
    `${PHONE_WORDS} ?(\\d*) (?:line )?(?:type|label)|type of phone|telefonart)(?: ?(\\d+))?$`,
);

/** Headers that may be keys or names: the values decide. */
const KEY_OR_NAME = oneOf(
  'person',
  'customer',
  'client',
  'contact',
  'debtor',
  'consumer',
  'kunde',
  'cliente',
);
/** Headers that may say yes and no or hold names. */
const FLAG_OR_NAME = oneOf('business', 'company', 'empresa', 'entreprise', 'azienda', 'firma');

/**
 * Guesses what each column holds from its header; `given` (header, or its position from 1, to target)
 * overrides. Throws when a given header is not in the file or no column holds numbers.
 */
export function mapColumns(
  headers: readonly string[],
  given: Readonly<Record<string, ColumnTarget>> = {},
): Column[] {
  const columns = namedColumns(headers, given);
  requireNumbers(columns);
  return columns;
}

/** The same, where no header needs to name numbers: the values may show them. */
export function namedColumns(
  headers: readonly string[],
  given: Readonly<Record<string, ColumnTarget>> = {},
): Column[] {
  checkTargets(given);
  const overrides = new Map(
    Object.entries(given).map(([header, target]) => [header.trim().toLowerCase(), target]),
  );
  const columns = headers.map((header, index): Column => {
    const key = overrides.has(header.trim().toLowerCase()) ? header.trim().toLowerCase() : String(index + 1);
    const override = overrides.get(key);
    if (override !== undefined) overrides.delete(key);
    return override === undefined
      ? guess(header, index)
      : { index, header, target: override, ordinal: ordinalIn(plainWords(header)), isGiven: true };
  });
  const stray = Object.keys(given).find((header) => overrides.has(header.trim().toLowerCase()));
  if (stray !== undefined)
    throw listError('list-column-absent', { column: stray, columns: shownHeaders(headers) });
  return namedApart(onceEach(onePlace(consentKinds(columns))));
}

/** Throws where no column holds numbers. */
export function requireNumbers(columns: readonly Column[]): void {
  if (columns.some((column) => column.target === 'phone')) return;
  const headers = columns.map(({ header }) => header);
  const first = (headers[0] ?? '').trim() === '' ? '1' : (headers[0] ?? '').slice(0, 40);
  throw listError('list-without-numbers', {
    columns: shownHeaders(headers),
    example: `{"${first}": "phone"}`,
  });
}

/** Headers named in an error. */
const SHOWN_HEADERS = 20;

function shownHeaders(headers: readonly string[]): string {
  const shown = headers.slice(0, SHOWN_HEADERS).map((header) => `'${header.slice(0, 40)}'`);
  const rest = headers.length - shown.length;
  return `${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** Throws where a mapping gives a column something that is not a target. */
export function checkTargets(given: Readonly<Record<string, string>>): void {
  for (const [column, target] of Object.entries(given))
    if (!isColumnTarget(target))
      throw listError('column-target-unknown', {
        column: column.slice(0, 80),
        target: String(target).slice(0, 80),
        targets: Object.keys(COLUMN_TARGETS).join(', '),
      });
}

function guess(header: string, index: number): Column {
  const words = plainWords(header);
  const field: Column = { index, header, target: fieldOf(header, index), ordinal: 1 };
  if (words === '') return field;
  if (isOwnColumn(header)) return { ...field, target: 'ignore' };
  // As plain words it is a request of the person; by its own name it is about one number, or about each.
  if (header.trim() === 'phoneDoNotCall') return { ...field, target: 'phoneDoNotCall', ordinal: 0 };
  const whole = ofWeight(words, field);
  if (whole) return whole;
  const ageOf = ageHeader(words);
  if (ageOf) return { ...field, target: ageOf, isUnsure: true };
  if (KEY_OR_NAME.test(words)) return { ...field, target: 'personKey', isUnsure: true };
  if (FLAG_OR_NAME.test(words)) return { ...field, target: 'isBusiness', isUnsure: true };
  const meaning = meaningOf(words);
  if (meaning) return { ...field, target: meaning };
  const rest = withoutOwner(words);
  return (rest === null ? null : ofWeight(rest, field)) ?? field;
}

/** The column of a header about numbers, places or what the law gives weight to; null for any other. */
function ofWeight(words: string, field: Column): Column | null {
  const lineType = LINE_TYPE.exec(words);
  if (lineType) return { ...field, target: 'lineType', ordinal: Number(lineType[1] || lineType[2] || 0) };
  const flagged = lineTypeFlag(words);
  if (flagged) return { ...field, target: 'lineType', ordinal: 0, impliedLineType: flagged };
  const partOfNumber = numberPart(words);
  if (partOfNumber) return { ...field, ...partOfNumber, ordinal: ordinalIn(words) };
  if (isPhoneHeader(words))
    return {
      ...field,
      target: 'phone',
      ordinal: ordinalIn(words),
      ...defined({ impliedLineType: impliedLineType(words), isUnsure: mayBeFlag(words) }),
    };
  const legal = legalColumn(words);
  if (legal) return { ...field, ...legal };
  const part = addressPart(words);
  return part ? { ...field, target: part.target, place: part.place } : null;
}

/**
 * 'No Phone' is a number in Spanish, and a request in English; 'Phone Wireless' is a number, or a yes for the
 * number beside it: the values decide.
 */
function mayBeFlag(words: string): true | undefined {
  return words.startsWith('no ') || words.endsWith(' wireless') ? true : undefined;
}

/** What the law gives weight to: usual names first, then what the words of a header say. */
function legalColumn(words: string): LegalHeader | null {
  const usual = usualName(words);
  if (usual) return { target: usual };
  const said = consentHeader(words);
  if (said) return said;
  const fact = legalFact(words);
  if (fact === null) return null;
  return defined({ target: fact, mayBeOther: words === 'dod' ? (true as const) : undefined });
}

/** What a column is called where it has no header: by its position. */
function fieldOf(header: string, index: number): ColumnTarget {
  return `field:${header.trim() === '' ? `column ${index + 1}` : header.trim()}`;
}

function ordinalIn(words: string): number {
  const last = /(\d{1,2})\D*$/.exec(words);
  return last ? Number(last[1]) : 1;
}

/** 'Consent given' is the kind of a consent where another column has its day. */
function consentKinds(columns: readonly Column[]): readonly Column[] {
  const isDated = columns.some(({ target, isUnsure }) => target === 'consentAt' && isUnsure !== true);
  const isKnown = columns.some(({ target }) => target === 'consentType');
  if (!isDated || isKnown) return columns;
  return columns.map((column) =>
    column.target === 'consentAt' && column.isUnsure === true
      ? { ...column, target: 'consentType' as const }
      : column,
  );
}

/**
 * A lead has one place: the parts of its address come from one of the addresses of a file, the residence
 * before the others. The columns of other addresses are shown to the agent.
 */
function onePlace(columns: readonly Column[]): Column[] {
  const decides = (kind: PlaceKind): boolean =>
    columns.some(({ place, target }) => place === kind && (target === 'region' || target === 'postalCode'));
  const main =
    PLACE_KINDS.find(decides) ?? PLACE_KINDS.find((kind) => columns.some(({ place }) => place === kind));
  const has = (kind: PlaceKind | undefined, target: ColumnTarget): boolean =>
    columns.some((column) => column.place === kind && column.target === target);
  return columns.map((column) => {
    const { place, target } = column;
    if (place === undefined || place === main) return column;
    const completes = place === 'person' && !has(main, target);
    return completes ? column : { ...column, target: fieldOf(column.header, column.index) };
  });
}

/**
 * Only {@link SEVERAL_COLUMNS} and custom fields may come more than once: of the rest the first column
 * counts, the others are shown to the agent.
 */
function onceEach(columns: readonly Column[]): Column[] {
  const seen = new Set<ColumnTarget>();
  return columns.map((column) => {
    const many = SEVERAL_COLUMNS.includes(column.target) || column.target.startsWith('field:');
    if (many || !seen.has(column.target)) {
      seen.add(column.target);
      return column;
    }
    return { ...column, target: fieldOf(column.header, column.index) };
  });
}

/** Fields of the same name get a number: 'name', 'name 2'. */
function namedApart(columns: readonly Column[]): Column[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    if (!column.target.startsWith('field:')) return column;
    let name: ColumnTarget = column.target;
    for (let count = 2; taken.has(name); count += 1)
      name = `field:${column.target.slice('field:'.length)} ${count}`;
    taken.add(name);
    return { ...column, target: name };
  });
}

/** The columns with numbers, in dial order: by their ordinal, then by their place in the file. */
export function phoneColumns(columns: readonly Column[]): Column[] {
  return columns
    .filter((column) => column.target === 'phone')
    .sort((a, b) => a.ordinal - b.ordinal || a.index - b.index);
}

/**
 * Reads the header line alone: what would each column be taken for? For screens that let a user correct the
 * mapping first.
 */
export function guessColumns(
  headerLine: string,
): readonly { readonly header: string; readonly target: ColumnTarget }[] {
  const fields = splitRecord(headerLine, detectDelimiter([headerLine])) ?? [headerLine];
  return mapColumns(fields).map(({ header, target }) => ({ header, target }));
}
