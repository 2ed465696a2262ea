/** The country that a calling code stands for, as lists have it in a column: 44, +44, 0044. */
import { plansOfCallingCode } from './numbering-plan.js';

const WRITTEN = /^[\s(]*(?:\+|0{1,2})?[\s(]*([1-9]\d{0,2})(?:\.0+)?[\s)-]*$/;

/** Whether a text is written like a calling code. */
export function isCallingCode(text: string): boolean {
  return WRITTEN.test(text);
}

/** Main country of a calling code: GB for 44, US for 1; null where it is none. */
export function countryOfCallingCode(text: string): string | null {
  const code = WRITTEN.exec(text)?.[1];
  return code === undefined ? null : (plansOfCallingCode(code)[0]?.country ?? null);
}
