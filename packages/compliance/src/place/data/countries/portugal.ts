/** Portugal, with Madeira and the Azores: zones and number prefixes. */
import type { Country } from '../country.js';

const LISBON = ['Europe/Lisbon'];
const MADEIRA = ['Atlantic/Madeira'];
const AZORES = ['Atlantic/Azores'];

/** Portugal, with Madeira and the Azores. A mobile may be in any of them. */
export const portugal: Country = {
  zones: ['Europe/Lisbon', 'Atlantic/Madeira', 'Atlantic/Azores'],
  mainZones: LISBON,
  regions: { 20: AZORES, 30: MADEIRA },
  prefixes: { 2: LISBON, 291: MADEIRA, 292: AZORES, 295: AZORES, 296: AZORES },
  nonGeographic: ['70', '76', '80', '88', '30'],
  mobile: ['9'],
};
