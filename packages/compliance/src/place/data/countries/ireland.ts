/** Ireland: zones and number prefixes. */
import { singleZone, type Country } from '../country.js';

/** Ireland. */
export const ireland: Country = singleZone('Europe/Dublin', {
  nonGeographic: ['1800', '1850', '1890', '818', '15', '700'],
  mobile: ['82', '83', '85', '86', '87', '88', '89'],
});
