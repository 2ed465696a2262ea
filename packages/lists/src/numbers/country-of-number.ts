/** The country of a number, by the numbering plans. */
import { countryOfAreaCode } from './north-american-number.js';
import { callingCodeIn, plansOfCallingCode } from './numbering-plan.js';

/** In place of a country's code, after UN M49: numbers of no country, such as international free numbers. */
export const NO_COUNTRY = '001';

/**
 * ISO country of a number in E.164, or {@link NO_COUNTRY} where its calling code is not a country's. Null
 * where no such number can exist.
 */
export function countryOfNumber(phone: string): string | null {
  const northAmerican = countryOfAreaCode(phone);
  if (northAmerican !== undefined) return northAmerican;
  const digits = phone.slice(1);
  const code = callingCodeIn(digits);
  if (code === null) return NO_COUNTRY;
  const national = digits.slice(code.length);
  for (const plan of plansOfCallingCode(code)) {
    const owned = plan.owns(national);
    if (owned === false) continue;
    if (plan.typeOf(national) !== null) return plan.country;
    if (owned) return null;
  }
  return null;
}
