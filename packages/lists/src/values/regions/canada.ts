/** Provinces and territories of Canada. */
import type { RegionNames } from './region-names.js';

/** By ISO 3166-2 code without 'CA-'. */
export const CANADA: RegionNames = {
  AB: 'alberta|alta',
  BC: 'british columbia|colombie britannique|cb',
  MB: 'manitoba|man',
  NB: 'new brunswick|nouveau brunswick',
  NL:
    'newfoundland and labrador|newfoundland|newfoundland labrador|nfld|nf|labrador|' +
    'terre neuve et labrador|terre neuve|tnl',
  NS: 'nova scotia|nouvelle ecosse|ne',
  NT: 'northwest territories|nwt|territoires du nord ouest|tno',
  NU: 'nunavut',
  ON: 'ontario|ont',
  PE: 'prince edward island|pei|ile du prince edouard|ipe',
  QC: 'quebec|que|pq',
  SK: 'saskatchewan|sask',
  YT: 'yukon|yukon territory|yk',
};
