/** States and territories of Australia. */
import type { RegionNames } from './region-names.js';

/** By ISO 3166-2 code without 'AU-'. */
export const AUSTRALIA: RegionNames = {
  NSW: 'new south wales',
  ACT: 'australian capital territory|canberra',
  VIC: 'victoria',
  QLD: 'queensland',
  SA: 'south australia',
  WA: 'western australia|west australia',
  NT: 'northern territory',
  TAS: 'tasmania',
};
