/** A number as it is written: without the marks that programs put around it, its extension apart. */
import { LIMITS } from '@outdial/core';
import { withoutLabels } from './number-labels.js';

/** A number as written, cleaned. */
export interface WrittenNumber {
  /** Digits, with a plus sign before them where it was written; null where other signs remain. */
  readonly digits: string | null;
  readonly extension?: string;
}

/** Marks of direction, of no width, and soft hyphens: they are not seen and mean nothing. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const BLANKS = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g;
const DASHES = /[\u00b7\u2010-\u2015\u2212\u30fc\uff0d]/g;
const QUOTES = '\'"`\u00b4\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2032\u2033';
/** Spreadsheets are told by an apostrophe or ="..." that a cell is text. */
const BEFORE = new RegExp(`^[=${QUOTES} ]+`);
const AFTER = new RegExp(`[${QUOTES} >]+$`);
const SCHEME = /^<?(?:tel|callto|whatsapp):\/*/i;
const EXTENSION = new RegExp(
  '[ ;,(]*(?:ext(?:ension|n)?[.:=]?|x|#|durchwahl|dw|nst|app(?:arat)?|klappe|poste|ramal|anexo|toestel|wew|' +
    'int(?:erno|\\.))[ :.]*#? *(\\d{1,7})\\)?$',
  'i',
);
/** A Brazilian number with its place for the digits of a carrier: '0 xx 11 ...'. */
const CARRIER_PLACE = /^\(? *0 *xx *\)?/i;
const HAS_LETTERS = /[a-z\u00c0-\u024f]/i;
/** Floats that were numbers: 3035550123.0, with the comma of other languages. */
export const POINT_ZERO: RegExp = /^(\+?\d+)[.,]0+$/;

/** Without what cannot be seen, with plain blanks, dashes and digits. */
export function plainText(raw: string): string {
  const text = /^[\x21-\x7e]*$/.test(raw)
    ? raw
    : raw
        .replace(UNSEEN, '')
        .replace(BLANKS, ' ')
        .replace(DASHES, '-')
        .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
        .replace(/[\u0966-\u096f]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x966))
        .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  const bare = text.replace(BEFORE, '').replace(AFTER, '').replace(SCHEME, '');
  return HAS_LETTERS.test(bare) ? withoutLabels(bare.replace(CARRIER_PLACE, '0')) : bare;
}

const EXPONENT = /^(\+?)(\d{1,20})(?:[.,](\d{1,20}))?e\+?(\d{1,2})$/i;

/**
 * A number with an exponent that keeps all of its digits: 4.155550123E9 and 4,155550123E+9 are 4155550123.
 * Any other text stays.
 */
export function withoutExponent(text: string): string {
  const [whole, plus = '', first = '', rest = '', exponent = ''] = EXPONENT.exec(text) ?? [];
  if (whole === undefined) return text;
  const missing = Number(exponent) - rest.length;
  const kept = missing >= 0 ? rest : rest.slice(0, missing);
  return missing <= 0 && /^0*$/.test(rest.slice(kept.length)) ? plus + first + kept : text;
}

/** Whether the text is a number in scientific notation: unless all of its digits are there, some are lost. */
export function isScientific(text: string): boolean {
  return EXPONENT.test(text);
}

const DECIMAL_COMMA = /(?<![^;\t|"\s])(\+?\d),(\d{1,20}e\+?\d{1,2})(?![^;\t|"\s,])/gi;

/** A line whose numbers in scientific notation have a decimal point: a comma would part them. */
export function withDecimalPoints(line: string): string {
  return line.replace(DECIMAL_COMMA, '$1.$2');
}

/** Takes a text apart that {@link plainText} gave. */
export function takeApart(text: string): WrittenNumber {
  const extension = EXTENSION.exec(text);
  const number = (extension ? text.slice(0, extension.index) : text).replace(POINT_ZERO, '$1');
  const compact = number.replace(/[ ().\-/[\]~_]/g, '');
  const digits = /^\+?\d+$/.test(compact) ? compact : null;
  return extension?.[1] === undefined ? { digits } : { digits, extension: extension[1] };
}

/** Longest text that is looked at: longer ones are not numbers. */
export const LONGEST_NUMBER_TEXT: number = LIMITS.shownValue.max;
