/** Headers of columns with a part of a number: its area code, or the calling code of its country. */
import { defined } from '@outdial/core';
import { oneOf } from './header-words.js';

const AREA_CODE = oneOf(
  ...['area ?code(?: ?\\d+)?', 'npa(?: ?\\d+)?', 'std code', '(?:orts)?vorwahl(?: ?\\d+)?'],
  ...['ddd(?: ?\\d+)?', 'lada', 'prefijo', 'prefisso', 'indicatif(?: regional)?', 'netnummer', 'kengetal'],
);

const CALLING_CODE = oneOf(
  '(?:phone|dial|dialing|dialling|calling|isd|telephone|tel|mobile)(?: country)? ?code(?: ?\\d+)?',
  '(?:country|international) (?:calling|dial|dialing|dialling|phone) ?code',
  ...['(?:phone|mobile) (?:country|prefix)', 'country ?prefix', 'lander ?vorwahl', 'landesvorwahl', 'ddi'],
  ...['indicatif (?:pays|international)', 'prefijo (?:pais|internacional)', 'prefisso internazionale'],
);

/** Words beside them for one of a person's numbers, in the order of headers. */
const NUMBER_OF =
  /\b(?:home|work|business|office|cell?|mobile|day(?:time)?|evening|primary|secondary|alt|other)\b/g;
/** Words for a telephone beside them. */
const PHONE = /\b(?:phone|tel|telephone)\b/g;

/** A part of a number, and the words that say of which number it is. */
export interface NumberPart {
  readonly target: 'areaCode' | 'callingCode';
  /** Absent: the header names no number in particular. */
  readonly about?: string;
}

/** The part of a number that a header in plain words names; null for any other header. */
export function numberPart(header: string): NumberPart | null {
  if (CALLING_CODE.test(header)) return { target: 'callingCode' };
  const about = header.match(NUMBER_OF)?.join(' ');
  const rest = header.replace(NUMBER_OF, '').replace(PHONE, '').replace(/ +/g, ' ').trim();
  return AREA_CODE.test(rest) ? { target: 'areaCode', ...defined({ about }) } : null;
}
