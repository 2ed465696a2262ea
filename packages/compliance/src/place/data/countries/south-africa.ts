/** South Africa: zones and number prefixes. */
import { singleZone, type Country } from '../country.js';

/** South Africa. */
export const southAfrica: Country = singleZone('Africa/Johannesburg', {
  nonGeographic: ['80', '86', '87'],
  mobile: ['6', '7', '81', '82', '83', '84'],
});
