/** Italy: zones and number prefixes. */
import { singleZone, type Country } from '../country.js';

/** Italy. */
export const italy: Country = singleZone('Europe/Rome', {
  nonGeographic: ['80', '84', '89', '199', '178'],
  mobile: ['3'],
});
