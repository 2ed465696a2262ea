/** Provinces of South Africa. */
import type { RegionNames } from './region-names.js';

/** By ISO 3166-2 code without 'ZA-'. */
export const SOUTH_AFRICA: RegionNames = {
  EC: 'eastern cape',
  FS: 'free state',
  GP: 'gauteng|gt',
  KZN: 'kwazulu natal|kzn|kz|nl',
  LP: 'limpopo',
  MP: 'mpumalanga',
  NC: 'northern cape',
  NW: 'north west',
  WC: 'western cape',
};
