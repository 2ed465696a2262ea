/** Switzerland: zones and number prefixes. */
import { singleZone, type Country } from '../country.js';

/** Switzerland. */
export const switzerland: Country = singleZone('Europe/Zurich', {
  nonGeographic: ['800', '84', '90', '878'],
  mobile: ['74', '75', '76', '77', '78', '79'],
});
