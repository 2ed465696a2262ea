/** Reads a telephone number on the command line. */
import { isE164 } from '@outdial/core';
import { canonicalNumber, readNumber } from '@outdial/lists';
import { CommandError } from './command-errors.js';

/**
 * A telephone number given on the command line, in E.164, read as an import reads it. `country`: of numbers
 * written without a country code. @throws where it is not a valid number
 */
export function readPhone(text: string, country: string | undefined): string {
  const reading = readNumber(text, country ?? null);
  if (reading.ok) return reading.phone;
  throw new CommandError('number-unreadable', { text, why: reading.problem, advice: reading.remedy });
}

/**
 * A number that is asked about: one that is valid, or any in E.164, because a store or a list may hold it.
 *
 * @throws where it is neither
 */
export function readStoredPhone(text: string, country: string | undefined): string {
  return isE164(text) ? canonicalNumber(text) : readPhone(text, country);
}
