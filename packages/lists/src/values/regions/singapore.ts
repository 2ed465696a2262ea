/** Districts of Singapore. */
import type { RegionNames } from './region-names.js';

/** By ISO 3166-2 code without 'SG-'. */
export const SINGAPORE: RegionNames = {
  '01': 'central singapore',
  '02': 'north east',
  '03': 'north west',
  '04': 'south east',
  '05': 'south west',
};
