/** States of Austria. */
import type { RegionNames } from './region-names.js';

/** By ISO 3166-2 code without 'AT-'. */
export const AUSTRIA: RegionNames = {
  '1': 'burgenland|bgld|b',
  '2': 'karnten|kaernten|carinthia|ktn|k',
  '3': 'niederosterreich|niederoesterreich|lower austria|no|noe',
  '4': 'oberosterreich|oberoesterreich|upper austria|oo|ooe',
  '5': 'salzburg|sbg|s',
  '6': 'steiermark|styria|stmk|st',
  '7': 'tirol|tyrol|t',
  '8': 'vorarlberg|vbg|v',
  '9': 'wien|vienna|w',
};
