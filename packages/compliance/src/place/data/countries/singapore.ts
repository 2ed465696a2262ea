/** Singapore: zones and number prefixes. */
import { singleZone, type Country } from '../country.js';

/** Singapore. */
export const singapore: Country = singleZone('Asia/Singapore', {
  nonGeographic: ['1800', '800', '1900'],
  mobile: ['8', '9'],
});
