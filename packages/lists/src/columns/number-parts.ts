/** Headers of columns with a part of a number: its area code, or the calling code of its country. */
import { oneOf } from './header-words.js';

const AREA_CODE = oneOf(
  ...['(?:phone |tel |telephone )?area ?code(?: ?\\d+)?', 'npa', 'std code', '(?:orts)?vorwahl(?: ?\\d+)?'],
  ...['ddd(?: ?\\d+)?', 'lada', 'prefijo', 'prefisso', 'indicatif(?: regional)?', 'netnummer', 'kengetal'],
);

const CALLING_CODE = oneOf(
  '(?:phone|dial|dialing|dialling|calling|isd|telephone|tel|mobile)(?: country)? ?code(?: ?\\d+)?',
  '(?:country|international) (?:calling|dial|dialing|dialling|phone) ?code',
  ...['(?:phone|mobile) (?:country|prefix)', 'country ?prefix', 'lander ?vorwahl', 'landesvorwahl', 'ddi'],
  ...['indicatif (?:pays|international)', 'prefijo (?:pais|internacional)', 'prefisso internazionale'],
);

/** The part of a number that a header in plain words names; null for any other header. */
export function numberPart(header: string): 'areaCode' | 'callingCode' | null {
  if (AREA_CODE.test(header)) return 'areaCode';
  return CALLING_CODE.test(header) ? 'callingCode' : null;
}
