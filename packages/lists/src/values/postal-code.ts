/** Postal codes as lists write them, by country. */
import { isPlainAscii } from './plain-text.js';

/** How a country writes its postal codes. */
interface PostalFormat {
  /** Of a code without spaces and hyphens, in upper case. */
  readonly shape: RegExp;
  /** Digits of a whole code; spreadsheets drop leading zeros, and they are put back. */
  readonly digits?: number;
  /** Digits that a spreadsheet may have dropped. */
  readonly dropped?: number;
  /** Digits of a longer code, of which a spreadsheet may have dropped one. */
  readonly long?: number;
  /** The usual way to write it, from the plain one. */
  readonly write?: (plain: string) => string;
}

const digits = (count: number, dropped = 0, write?: (plain: string) => string): PostalFormat => ({
  shape: new RegExp(`^\\d{${count}}$`),
  digits: count,
  dropped,
  ...(write ? { write } : {}),
});
const parted =
  (sign: string, at: number): ((plain: string) => string) =>
  (plain) =>
    plain.length > at ? `${plain.slice(0, at)}${sign}${plain.slice(at)}` : plain;

/** By ISO 3166-1 code. A code of another country is taken where it looks like one. */
const FORMATS: Readonly<Record<string, PostalFormat>> = {
  US: { shape: /^\d{5}(?:\d{4})?$/, digits: 5, dropped: 2, long: 9, write: parted('-', 5) },
  CA: { shape: /^[A-Z]\d[A-Z](?:\d[A-Z]\d)?$/, write: parted(' ', 3) },
  GB: {
    shape: /^[A-Z]{1,2}\d[A-Z\d]?(?:\d[A-Z]{2})?$/,
    write: (plain) => plain.replace(/(?<=^.{2,4})(\d[A-Z]{2})$/, ' $1'),
  },
  IE: { shape: /^(?:[A-Z]\d\d|D6W)(?:[A-Z\d]{4})?$/, write: parted(' ', 3) },
  AU: digits(4, 1),
  NZ: digits(4, 1),
  ZA: digits(4, 3),
  AT: digits(4),
  CH: digits(4),
  BE: digits(4),
  DE: digits(5, 1),
  FR: digits(5, 1),
  ES: digits(5, 1),
  IT: digits(5, 2),
  MX: digits(5, 1),
  SG: digits(6, 1),
  IN: digits(6),
  BR: digits(8, 1, parted('-', 5)),
  PL: digits(5, 1, parted('-', 2)),
  PT: { shape: /^\d{4}(?:\d{3})?$/, write: parted('-', 4) },
  NL: { shape: /^\d{4}(?:[A-Z]{2})?$/, write: parted(' ', 4) },
};

const ANY = /^(?=.*\d)[A-Z0-9]{2,10}$/;

/**
 * A postal code in the usual way to write it: '2134' is '02134' in the US, 'm5v2t6' is 'M5V 2T6' in Canada.
 * Null where the country has none of that shape. A state or country before it is left out.
 */
export function readPostalCode(text: string, country: string): string | null {
  const plain = isPlainAscii(text) ? text : text.normalize('NFKC');
  const given = plain
    .trim()
    .replace(/^['\u2018\u2019]/, '')
    .toUpperCase()
    .replace(/\.0+$/, '');
  const format = FORMATS[country];
  if (!format) return ANY.test(given.replace(/[\s-]/g, '')) ? given : null;
  return shaped(given, format) ?? shaped(given.replace(/^[A-Z]{1,2}[\s.,-]+(?=[A-Z]?\d)/, ''), format);
}

function shaped(
  given: string,
  { shape, digits: whole, dropped = 0, long = 0, write }: PostalFormat,
): string | null {
  // Nothing to take out, and no zero is lacking.
  if (shape.test(given)) return write?.(given) ?? given;
  let plain = given.replace(/[\s.\u2010-\u2015-]/g, '');
  if (whole !== undefined && /^\d+$/.test(plain) && plain.length < whole && plain.length >= whole - dropped)
    plain = plain.padStart(whole, '0');
  if (plain.length === long - 1 && /^\d+$/.test(plain)) plain = `0${plain}`;
  return shape.test(plain) ? (write?.(plain) ?? plain) : null;
}
