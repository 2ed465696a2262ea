/** Germany: zones and number prefixes. */
import { singleZone, type Country } from '../country.js';

/** Germany. */
export const germany: Country = singleZone('Europe/Berlin', {
  nonGeographic: ['800', '180', '137', '900', '700', '32'],
  mobile: ['15', '16', '17'],
});
