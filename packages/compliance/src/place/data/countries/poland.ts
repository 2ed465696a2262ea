/** Poland: zones and number prefixes. */
import { singleZone, type Country } from '../country.js';

/** Poland. */
export const poland: Country = singleZone('Europe/Warsaw', {
  nonGeographic: ['70', '80', '39'],
  mobile: ['45', '50', '51', '53', '57', '60', '66', '69', '72', '73', '78', '79', '88'],
});
