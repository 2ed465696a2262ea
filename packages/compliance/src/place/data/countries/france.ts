/** France, with its overseas parts: zones and number prefixes. */
import type { Country } from '../country.js';

/** France, with its overseas parts. */
export const france: Country = {
  zones: [
    'Europe/Paris',
    'America/Guadeloupe',
    'America/Martinique',
    'America/Cayenne',
    'Indian/Reunion',
    'Indian/Mayotte',
    'America/Miquelon',
  ],
  mainZones: ['Europe/Paris'],
  regions: {
    GP: ['America/Guadeloupe'],
    GUA: ['America/Guadeloupe'],
    971: ['America/Guadeloupe'],
    MQ: ['America/Martinique'],
    MTQ: ['America/Martinique'],
    972: ['America/Martinique'],
    GF: ['America/Cayenne'],
    GUF: ['America/Cayenne'],
    973: ['America/Cayenne'],
    RE: ['Indian/Reunion'],
    LRE: ['Indian/Reunion'],
    974: ['Indian/Reunion'],
    YT: ['Indian/Mayotte'],
    MAY: ['Indian/Mayotte'],
    976: ['Indian/Mayotte'],
    PM: ['America/Miquelon'],
    975: ['America/Miquelon'],
  },
  prefixes: {
    1: ['Europe/Paris'],
    2: ['Europe/Paris'],
    3: ['Europe/Paris'],
    4: ['Europe/Paris'],
    5: ['Europe/Paris'],
    6: ['Europe/Paris'],
    7: ['Europe/Paris'],
    9: ['Europe/Paris'],
  },
  nonGeographic: ['8'],
  mobile: ['6', '7'],
};
