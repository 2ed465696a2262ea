/** Names of the states and provinces that have rules of their own, for pages and listings. */
import { PROVINCES } from './canada.js';
import { US_REGION_NAMES } from './us-states.js';

/** By ISO country: names by ISO 3166-2 code without the country. */
export const REGION_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  US: US_REGION_NAMES,
  CA: Object.fromEntries(Object.entries(PROVINCES).map(([code, { name }]) => [code, name])),
};
