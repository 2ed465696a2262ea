/** Provinces and territories of Canada. */
import type { RegionNames } from './region-names.js';

/** By ISO 3166-2 code without 'CA-'. */
export const CANADA: RegionNames = {
  AB: 'alberta|alta',
  BC: 'british columbia|colombie britannique',
  MB: 'manitoba|man',
  NB: 'new brunswick|nouveau brunswick',
  NL:
    'newfoundland and labrador|newfoundland|newfoundland labrador|nfld|nf|labrador|' +
    'terre neuve et labrador',
  NS: 'nova scotia|nouvelle ecosse',
  NT: 'northwest territories|nwt|territoires du nord ouest',
  NU: 'nunavut',
  ON: 'ontario|ont',
  PE: 'prince edward island|pei|ile du prince edouard',
  QC: 'quebec|que|pq',
  SK: 'saskatchewan|sask',
  YT: 'yukon|yukon territory|yk',
};
