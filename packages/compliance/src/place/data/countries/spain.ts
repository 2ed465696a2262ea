/** Spain, with the Canary Islands: zones and number prefixes. */
import type { Country } from '../country.js';

const MADRID = ['Europe/Madrid'];
const CANARY = ['Atlantic/Canary'];

/** Spain, with the Canary Islands. */
export const spain: Country = {
  zones: ['Europe/Madrid', 'Atlantic/Canary'],
  mainZones: MADRID,
  regions: { CN: CANARY, GC: CANARY, TF: CANARY },
  prefixes: { 922: CANARY, 822: CANARY, 928: CANARY, 828: CANARY, 9: MADRID, 8: MADRID },
  nonGeographic: ['900', '800', '901', '902', '80', '90', '70'],
  mobile: ['6', '7'],
};
