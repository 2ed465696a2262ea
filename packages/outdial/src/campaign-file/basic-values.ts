/** Builders for values that many settings share, each with the remedy that its error message gives. */
import { COUNTRY_OR_STATE } from '@outdial/compliance';
import { z } from 'zod';
import { E164_PATTERN, LIMITS, isTimeZone } from '@outdial/core';
import { REGIONS, callingCodeOf } from '@outdial/lists';
import { amount } from './limited-values.js';

/** A telephone number in E.164. */
export function phone(what: string): z.ZodString {
  return z
    .string()
    .regex(
      E164_PATTERN,
      'must be an E.164 number: a plus sign, the country code and the number without spaces, ' +
        'e.g. +12025550100',
    )
    .describe(`${what} E.164, e.g. +12025550100.`);
}

/** An identifier that also serves in file names, channel ids and database keys. */
export function identifier(what: string): z.ZodString {
  return z
    .string()
    .regex(
      new RegExp(`^[a-z0-9][a-z0-9-]{0,${LIMITS.identifier.max - 1}}$`),
      `must be 1 to ${LIMITS.identifier.max} lower-case letters, digits and dashes, ` +
        'starting with a letter or digit',
    )
    .describe(what);
}

const COUNTRY_CODE = /^[A-Z]{2}$/;
const COUNTRY_REMEDY = 'must be a two-letter country code in capitals (ISO 3166-1), e.g. US, CA, GB';
const PLACE_REMEDY = "must be a country or a state, e.g. 'US' or 'US-TX'";

/** Whether it is the code of a country that has telephones. */
export function isCountryCode(code: string): boolean {
  return COUNTRY_CODE.test(code) && callingCodeOf(code) !== null;
}

/** A two-letter country code. */
export function country(what: string): z.ZodString {
  return z
    .string()
    .regex(COUNTRY_CODE, { error: COUNTRY_REMEDY, abort: true })
    .refine((code) => callingCodeOf(code) !== null, COUNTRY_REMEDY)
    .describe(what);
}

/** A two-letter country code, or a state or province of one, e.g. 'US-TX'. */
export function countryOrState(what: string): z.ZodString {
  return z
    .string()
    .regex(COUNTRY_OR_STATE, { error: PLACE_REMEDY, abort: true })
    .refine(isKnownPlace, PLACE_REMEDY)
    .describe(what);
}

/** Whether the country exists, and a state of two letters is one of it. Cities and others have three. */
function isKnownPlace(place: string): boolean {
  const [country = '', state] = place.split('-');
  const states = REGIONS[country];
  const isState = states === undefined || state?.length !== 2 || states[state] !== undefined;
  return callingCodeOf(country) !== null && isState;
}

/** The code of a state or province, without its country. */
export const SUBDIVISION_CODE: RegExp = /^[A-Z0-9]{1,3}$/;

/** A state or territory of the United States by its two letters. */
export function usState(what: string): z.ZodString {
  return z.string().refine(isUsState, 'must be a US state in capitals, e.g. LA').describe(what);
}

/** Whether these are the two letters of a state or territory of the United States. */
export function isUsState(code: string): boolean {
  return REGIONS['US']?.[code] !== undefined;
}

/** The IANA name of a time zone. */
export function timeZone(what: string): z.ZodString {
  return z
    .string()
    .refine(
      (name) => isTimeZone(name) && !/^[+-]/.test(name),
      'must be the IANA name of a time zone, e.g. America/New_York, Europe/London or UTC',
    )
    .describe(`${what} IANA name, e.g. America/New_York.`);
}

/** A share from 0 to 1. */
export function share(what: string): z.ZodNumber {
  return amount('share').describe(`${what} Share, 0 to 1.`);
}

/** A time of day, by the clock of the agency. */
export function timeOfDay(): z.ZodString {
  return z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, such as 06:00');
}

/** The name of an environment variable. */
export function environmentName(what: string): z.ZodString {
  return z
    .string()
    .regex(
      /^[A-Za-z_][A-Za-z0-9_]*$/,
      'must be the name of an environment variable, not the secret itself, e.g. OUTDIAL_ARI_PASSWORD',
    )
    .describe(`${what} The secret itself never stands in this file.`);
}

/** Names of audio that telephony plays. */
export function media(what: string): z.ZodArray<z.ZodString> {
  const name = z
    .string()
    .regex(
      /^(sound|recording|tone|silence|digits|number|characters):.+/,
      "must begin with 'sound:', 'recording:', 'tone:' or 'silence:', e.g. sound:our-message",
    );
  return z.array(name).min(1).describe(what);
}
