/** The United Kingdom: zones and number prefixes. */
import { singleZone, type Country } from '../country.js';

/** The United Kingdom. */
export const unitedKingdom: Country = singleZone('Europe/London', {
  nonGeographic: ['70', '76', '80', '84', '87', '9', '55', '56', '500'],
  mobile: ['7'],
});
