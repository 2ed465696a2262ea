/** Reads a telephone number on the command line. */
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import { CommandError } from './command-errors.js';

/**
 * A telephone number given on the command line, in E.164. `country`: of numbers written without a country
 * code.
 */
export function readPhone(text: string, country: string | undefined): string {
  const parsed = parsePhoneNumberFromString(text, country as CountryCode | undefined);
  if (parsed) return parsed.number;
  const orNational = country === undefined ? '' : `, or as it is dialed within ${country}`;
  throw new CommandError('number-unreadable', { text, orNational });
}
