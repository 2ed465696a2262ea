/** Belgium: zones and number prefixes. */
import { singleZone, type Country } from '../country.js';

/** Belgium. */
export const belgium: Country = singleZone('Europe/Brussels', {
  nonGeographic: ['800', '70', '78', '90'],
  mobile: ['45', '46', '47', '48', '49'],
});
