/** Decides by the first values what headers leave open, and what the user should look at. */
import { isTimeZone } from '@outdial/core';
import { looksLikeNumber } from '../numbers/looks-like-number.js';
import { isEmpty } from '../rows/cells.js';
import { readAge } from '../values/age.js';
import { saysNo, saysYes } from '../values/yes-no.js';
import { addressPart, looksLikeAddress } from './address-columns.js';
import { ageHeader } from './age-headers.js';
import type { ColumnTarget } from './column-targets.js';
import type { Column } from './columns.js';
import { provenOrder } from './date-order.js';
import { isContactByPhone } from './consent-headers.js';
import { saysBarred } from '../values/status-words.js';
import { barringValue, isContactOfAttorney, legalWeight } from './looks-legal.js';
import type { LegalWeight } from './looks-legal.js';
import { plainWords } from './plain-words.js';
import { stoppedByWords, stoppingValues } from './unknown-words.js';

type Rows = readonly (readonly string[])[];

/**
 * The columns with what their values say of them: a person key whose values have blanks or no digit, or stand
 * beside different numbers, is a name; a column for businesses that does not say yes and no is one, too. A
 * column without header and without values is left out. `at`: epoch ms of the upload.
 */
export function settleColumns(columns: readonly Column[], rows: Rows, at: number): Column[] {
  return byValues(columns, rows).map((column) => {
    // Without header and first values, it may still say something further down.
    if (column.header.trim() === '' && column.target === 'ignore' && column.isGiven !== true)
      return { ...column, stops: 'if-answered' };
    if (column.target.startsWith('field:')) return stopping(column, columns, rows);
    if (SHIFTED_INTO.has(column.target)) return { ...column, stops: 'if-barred' };
    const dateOrder = provenOrder(
      rows.map((row) => row[column.index] ?? ''),
      at,
    );
    return dateOrder === undefined ? column : { ...column, dateOrder };
  });
}

/** Columns of words: what bars the person stands there where the values of a row are shifted. */
const SHIFTED_INTO: ReadonlySet<string> = new Set<ColumnTarget>([
  ...(['city', 'region', 'postalCode', 'timeZone', 'lineType', 'ownerAgent', 'seller'] as const),
]);

/** A column whose words are not known stops rows where it may say who may be called. */
function stopping(shown: Column, columns: readonly Column[], rows: Rows): Column {
  const isAnswered = rows.some((row) => saysYes(row[shown.index] ?? '') || saysNo(row[shown.index] ?? ''));
  const column: Column = isAnswered ? { ...shown, isAnswered } : shown;
  if (column.isGiven === true) return column;
  const values = rows.map((row) => row[column.index] ?? '').filter((value) => !isEmpty(value));
  const hasAttorney = columns.some(({ target }) => target === 'attorney');
  if (hasAttorney && isContactOfAttorney(plainWords(column.header))) return column;
  const stops = stoppingValues(column.header, values);
  return stops === null ? column : { ...column, stops };
}

function byValues(columns: readonly Column[], rows: Rows): Column[] {
  const phone = columns.find((column) => column.target === 'phone');
  const hasKey = columns.some((column) => column.target === 'personKey' && column.isUnsure !== true);
  return columns.map((column) => {
    const values = rows.map((row) => row[column.index] ?? '').filter((value) => value !== '');
    if (column.header.trim() === '' && values.length === 0 && column.target.startsWith('field:'))
      return { ...column, target: 'ignore' };
    if (column.target === 'personKey' && column.isUnsure !== true && column.isGiven !== true)
      return holdsOnlyNames(values) ? { ...column, target: `field:${column.header.trim()}` } : column;
    if (column.target === 'age' && column.isGiven !== true && !holdsAges(values))
      return { ...column, target: `field:${column.header.trim()}` };
    const flag =
      asFlag(column, columns, values) ??
      asZones(column, columns, values) ??
      asPermission(column, values) ??
      asNumbers(column, values);
    if (flag) return flag;
    if (column.isUnsure !== true) return column;
    if (column.target !== 'personKey' && column.target !== 'isBusiness') return column;
    const isName =
      column.target === 'personKey'
        ? hasKey || holdsNames(values) || standsBesideSeveral(column, phone, rows)
        : !values.every((value) => saysYes(value) || saysNo(value));
    return isName ? { ...column, target: `field:${column.header.trim()}` } : column;
  });
}

/** A column of dates or numbers by its header whose values are yes and no; null for any other. */
function asFlag(column: Column, columns: readonly Column[], values: readonly string[]): Column | null {
  if (column.isGiven === true || values.length === 0) return null;
  if (column.target !== 'consentAt' && (column.target !== 'phone' || column.isUnsure !== true)) return null;
  if (!values.every((value) => saysYes(value) || saysNo(value))) return null;
  if (column.target === 'phone')
    return column.impliedLineType === undefined
      ? { ...column, target: 'internalDoNotCall' }
      : { ...column, target: 'lineType' };
  const isTaken = columns.some(({ target }) => target === 'consentType');
  return { ...column, target: isTaken ? `field:${column.header.trim()}` : 'consentType' };
}

/** Share of ages under 18 from which a column is about something else, such as days since an order. */
const UNDER_AGE_MOST = 0.5;

/** Whether the values of a column that is called 'Age' are ages of people who are called. */
function holdsAges(values: readonly string[]): boolean {
  const said = values.filter((value) => !isEmpty(value)).map(readAge);
  const young = said.filter((one) => one === 'under-age').length;
  return !said.includes(null) && young <= said.length * UNDER_AGE_MOST;
}

/** 'Zone' with names of time zones; it may be any other zone. */
function asZones(column: Column, columns: readonly Column[], values: readonly string[]): Column | null {
  if (column.isGiven === true || plainWords(column.header) !== 'zone' || values.length === 0) return null;
  if (columns.some(({ target }) => target === 'timeZone')) return null;
  const isZone = values.every((value) => /^[A-Za-z]+\/[A-Za-z_]/.test(value) && isTimeZone(value));
  return isZone ? { ...column, target: 'timeZone' } : null;
}

/** 'Contact by phone' with yes and no: its values tell a permission from a number or a name. */
function asPermission(column: Column, values: readonly string[]): Column | null {
  if (column.isGiven === true || !column.target.startsWith('field:') || values.length === 0) return null;
  if (!isContactByPhone(plainWords(column.header))) return null;
  const isAnswered = values.every((value) => saysYes(value) || saysNo(value));
  return isAnswered ? { ...column, target: 'callPermission' } : null;
}

/** Headers that name a number, or a place: 'Home', 'Work'; 'Cep' is a mobile number or a postal code. */
const NUMBER_OR_PLACE =
  /^(?:home|work|office|business|evening|day(?:time)?|other|alt|privat|dienstlich|prive|werk|cep)$/;

/** 'Home' and 'Work': their values tell numbers from anything else. */
function asNumbers(column: Column, values: readonly string[]): Column | null {
  if (column.isGiven === true || values.length === 0) return null;
  const isOpen =
    column.target.startsWith('field:') || column.isUnsure === true || column.target === 'postalCode';
  if (!isOpen || !NUMBER_OR_PLACE.test(plainWords(column.header))) return null;
  const areNumbers = values.every(
    (value) => looksLikeNumber(value) && !(column.target === 'postalCode' && CEP.test(value)),
  );
  return areNumbers ? { ...column, target: 'phone' } : null;
}

/** A postal code of Brazil. */
const CEP = /^\d{5}-?\d{3}$/;

function holdsNames(values: readonly string[]): boolean {
  return values.length === 0 || values.some((value) => /\s/.test(value) || !/\d/.test(value));
}

/** Whether a column that is called a key has names instead: several words each, and no digit. */
function holdsOnlyNames(values: readonly string[]): boolean {
  return values.length > 0 && values.every((value) => /\S\s+\S/.test(value) && !/\d/.test(value));
}

/** Whether one value comes with different numbers. */
function standsBesideSeveral(column: Column, phone: Column | undefined, rows: Rows): boolean {
  const numbers = new Map<string, string>();
  return rows.some((row) => {
    const value = (row[column.index] ?? '').toLowerCase();
    const number = (phone ? (row[phone.index] ?? '') : '').replace(/\D/g, '');
    if (value === '' || number === '') return false;
    const before = numbers.get(value);
    numbers.set(value, number);
    return before !== undefined && before !== number;
  });
}

const IS_REQUEST =
  "is read as the persons' own requests, which bar every call: map it to nationalDoNotCall " +
  'where it repeats a public register';
const IS_OF_A_NUMBER =
  'is about one number: a refusal closes it, and its consent is not used; ' +
  'map it to consentType where it is of the person';
const IS_DEATH =
  'is read as the date of death, and whom it names is never called: ' +
  'map it to a field where it is another date';
const NO_AGES =
  'does not hold ages of adults as far as one can see, and is not used: map it to age where it does';
const IS_BY_CONTENT =
  'is taken for telephone numbers by its values, since no header names numbers: ' +
  'map it to a field where they are not those of the person';
const STOPS =
  'has words that are not known and may say who may be called: rows with such a value are not taken. ' +
  'Map it to consentType, callPermission or internalDoNotCall; to a field where it is about something else';
const MAP_IT = 'map it, or to a field';
const SAYS_BARRED =
  'has values that may bar calls and is not used: rows whose value says that the person must not be ' +
  'called are not taken. Map it to status, or to a field';
const IS_LEGAL: Readonly<Record<LegalWeight, string>> = {
  bars: 'looks legal and is not used: rows where it says anything but no are not taken',
  permits: 'looks legal and is not used: rows where it says no are not taken',
  noted: 'looks legal and is not used',
};

/** Columns that are shown to the agent only, although they or their first values look as if they counted. */
export function columnWarnings(columns: readonly Column[], rows: Rows = []): string[] {
  return columns.flatMap((column) => {
    if (column.isByContent === true) return [`column '${column.header.slice(0, 80)}' ${IS_BY_CONTENT}`];
    if (isUnknown(column) && holdsAny(column, rows))
      return [`column '${column.header.slice(0, 80)}' ${STOPS}`];
    if (column.mayBeRegister === true) return [`column '${column.header.slice(0, 80)}' ${IS_REQUEST}`];
    if (column.asks === 'consent') return [`column '${column.header.slice(0, 80)}' ${IS_OF_A_NUMBER}`];
    if (column.mayBeOther === true && holdsAny(column, rows))
      return [`column '${column.header.slice(0, 80)}' ${IS_DEATH}`];
    if (!column.target.startsWith('field:') || column.isGiven === true) return [];
    const words = plainWords(column.header);
    const shown = column.header.slice(0, 80);
    const weight = legalWeight(words);
    if (weight !== null) return [`column '${shown}' ${IS_LEGAL[weight]}: ${MAP_IT}`];
    if (ageHeader(words) === 'age' && holdsAny(column, rows)) return [`column '${shown}' ${NO_AGES}`];
    const isAddress = looksLikeAddress(words) || addressPart(words) !== null;
    if (isAddress) return [`column '${shown}' looks like an address and is not used: ${MAP_IT}`];
    const values = rows.map((row) => row[column.index] ?? '').filter((value) => value !== '');
    if (column.stops === 'if-barred' && values.some(saysBarred)) return [`column '${shown}' ${SAYS_BARRED}`];
    if (barringValue(values) !== undefined)
      return [`column '${shown}' has values that bar calls and is not used: map it to status, or to a field`];
    return holdsNumbers(words, values)
      ? [`column '${shown}' looks like telephone numbers and is not used: map it, or to a field`]
      : [];
  });
}

/** Whether a column stops rows because no word of its header is known. */
function isUnknown({ header, stops }: Column): boolean {
  if (stops === undefined) return false;
  return stops === 'any' || stops === 'if-answered' || stoppedByWords(plainWords(header)) !== null;
}

function holdsAny({ index }: Column, rows: Rows): boolean {
  return rows.some((row) => !isEmpty(row[index] ?? ''));
}

/** Headers of numbers that are not called. */
const NOT_CALLED = /\bfax\b/;
/** Words of headers that name a number where they stand alone or together: 'Work', 'Co Borrower Cell'. */
const OF_NUMBER =
  /\b(?:phone|tel|telephone|telefon\w*|cell|mobile?|handy|portable|landline|work|home|office|evening|day)\b/;

/** Whether the values of a column that is not used are telephone numbers, as far as one can see. */
function holdsNumbers(words: string, values: readonly string[]): boolean {
  if (NOT_CALLED.test(words) || values.length === 0) return false;
  const isNamed = OF_NUMBER.test(words);
  return values.every(
    (value) => looksLikeNumber(value) && (isNamed || /^\+|^\(\d{3}\)|^\d{3}[-.]\d{3}[-.]\d{4}$/.test(value)),
  );
}
