/** India: zones and number prefixes. */
import { singleZone, type Country } from '../country.js';

/** India. */
export const india: Country = singleZone('Asia/Kolkata', {
  nonGeographic: ['1800', '1860'],
  mobile: ['6', '7', '8', '9'],
});
