import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import { CommandError } from './command-error.js';
import { EXIT } from './exit-codes.js';

/**
 * A telephone number given on the command line, in E.164. `country`: of numbers written without a country
 * code.
 */
export function readPhone(text: string, country: string | undefined): string {
  const parsed = parsePhoneNumberFromString(text, country as CountryCode | undefined);
  if (parsed) return parsed.number;
  throw new CommandError({
    exitCode: EXIT.usage,
    what: `'${text}' cannot be used`,
    why: 'it is no telephone number',
    remedy: `Write it in E.164, e.g. +12025550143${country === undefined ? '' : `, or as it is dialed within ${country}`}.`,
  });
}
