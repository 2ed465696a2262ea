/** New Zealand: zones and number prefixes. */
import type { Country } from '../country.js';

/** New Zealand. */
export const newZealand: Country = {
  zones: ['Pacific/Auckland', 'Pacific/Chatham'],
  mainZones: ['Pacific/Auckland'],
  regions: { CIT: ['Pacific/Chatham'] },
  prefixes: {
    3305: ['Pacific/Chatham'],
    3: ['Pacific/Auckland'],
    4: ['Pacific/Auckland'],
    6: ['Pacific/Auckland'],
    7: ['Pacific/Auckland'],
    9: ['Pacific/Auckland'],
    2: ['Pacific/Auckland'],
  },
  nonGeographic: ['800', '508', '900'],
  mobile: ['2'],
};
