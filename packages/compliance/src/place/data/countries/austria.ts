/** Austria: zones and number prefixes. */
import { singleZone, type Country } from '../country.js';

/** Austria. */
export const austria: Country = singleZone('Europe/Vienna', {
  nonGeographic: ['800', '810', '820', '821', '828', '900', '901', '930', '931', '939'],
  mobile: ['650', '651', '652', '653', '655', '657', '659', '66', '67', '68', '69'],
});
