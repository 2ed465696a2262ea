/** The Netherlands: zones and number prefixes. */
import { singleZone, type Country } from '../country.js';

/** The Netherlands. The Caribbean Netherlands have a calling code of their own. */
export const netherlands: Country = singleZone('Europe/Amsterdam', {
  nonGeographic: ['800', '900', '906', '909', '84', '87', '97'],
  mobile: ['6'],
});
