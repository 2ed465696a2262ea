/** Reads a jurisdiction as people name it. */
import { readCountry, readRegion } from '@outdial/lists';
import { CommandError } from './command-errors.js';

/**
 * A jurisdiction as people name it: 'fl', 'US-FL' and 'Florida' are 'US-FL'; 'uk' is 'GB'; 'policy' is '*'. A
 * country's code wins over a state's.
 */
export function findJurisdiction(text: string, known: ReadonlySet<string>): string {
  const code = text.trim().toUpperCase().replaceAll('_', '-');
  const state = readRegion(text, 'US');
  const province = readRegion(text, 'CA');
  const candidates = [
    code,
    `US-${code}`,
    ...(state === null ? [] : [`US-${state}`]),
    readCountry(text) ?? '',
    ...(province === null ? [] : [`CA-${province}`, 'CA']),
    /^polic(y|ies)$/i.test(text) ? '*' : '',
  ];
  const found = candidates.find((candidate) => known.has(candidate));
  if (found !== undefined) return found;
  const countries = [...known].filter((name) => /^[A-Z]{2}$/.test(name)).sort();
  const parts = [...known].filter((name) => name.includes('-')).sort();
  throw new CommandError('jurisdiction-unknown', {
    text,
    countries: countries.join(', '),
    parts: parts.join(', '),
  });
}

/**
 * The other reading of a code that names a country and a US state, or null: 'CA' is Canada and California.
 */
export function otherReading(text: string, found: string, known: ReadonlySet<string>): string | null {
  const state = `US-${text.trim().toUpperCase()}`;
  return found !== state && known.has(state) ? state : null;
}
