/** Jersey, Guernsey and the Isle of Man: written as parts of the United Kingdom, whose law is not theirs. */
import type { LeadFacts } from '../contract.js';
import type { NumberFacts } from './phone-number.js';

/** Regions as lists write them -> ISO country. */
const REGIONS: Readonly<Record<string, string>> = {
  JE: 'JE',
  JSY: 'JE',
  JEY: 'JE',
  GG: 'GG',
  GSY: 'GG',
  GGY: 'GG',
  IM: 'IM',
  IOM: 'IM',
  IMN: 'IM',
};

/**
 * The Crown dependency of an address that is written under the United Kingdom: by region or postal code,
 * else,
 * where the address names neither, by the number. Undefined where it is none.
 */
export function crownDependency(
  lead: LeadFacts,
  country: string | undefined,
  region: string | undefined,
  number: NumberFacts,
): string | undefined {
  if (country !== 'GB' && !(country === undefined && lead.phone.startsWith('+44'))) return undefined;
  if (region !== undefined && REGIONS[region] !== undefined) return REGIONS[region];
  const postal = /^(JE|GY|IM)\d/.exec(lead.postalCode?.trim().toUpperCase() ?? '')?.[1];
  if (postal !== undefined) return postal === 'GY' ? 'GG' : postal;
  const isPlaceless = region === undefined && lead.postalCode === undefined;
  return isPlaceless && Object.values(REGIONS).includes(number.country ?? '') ? number.country : undefined;
}
