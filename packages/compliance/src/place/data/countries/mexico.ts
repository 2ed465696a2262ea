/** Mexico: zones and number prefixes. */
import type { Country } from '../country.js';

const MEXICO = ['America/Mexico_City'];
const TIJUANA = ['America/Tijuana'];
const MAZATLAN = ['America/Mazatlan'];
const NORTH_EAST_MEXICO = ['America/Monterrey', 'America/Matamoros'];

/** Mexico. */
export const mexico: Country = {
  zones: [
    ...MEXICO,
    ...TIJUANA,
    ...MAZATLAN,
    'America/Hermosillo',
    'America/Chihuahua',
    'America/Ciudad_Juarez',
    'America/Ojinaga',
    'America/Cancun',
    ...NORTH_EAST_MEXICO,
  ],
  mainZones: MEXICO,
  regions: {
    BCN: TIJUANA,
    SON: ['America/Hermosillo'],
    CHH: ['America/Chihuahua', 'America/Ciudad_Juarez', 'America/Ojinaga'],
    SIN: MAZATLAN,
    BCS: MAZATLAN,
    NAY: MAZATLAN,
    ROO: ['America/Cancun'],
    TAM: NORTH_EAST_MEXICO,
    NLE: NORTH_EAST_MEXICO,
    COA: NORTH_EAST_MEXICO,
  },
  prefixes: {
    55: MEXICO,
    56: MEXICO,
    33: MEXICO,
    81: MEXICO,
    664: TIJUANA,
    686: TIJUANA,
    646: TIJUANA,
    656: ['America/Ciudad_Juarez'],
    614: ['America/Chihuahua'],
    662: ['America/Hermosillo'],
    667: MAZATLAN,
    669: MAZATLAN,
    612: MAZATLAN,
    624: MAZATLAN,
    998: ['America/Cancun'],
    984: ['America/Cancun'],
    983: ['America/Cancun'],
  },
  nonGeographic: ['800', '900', '300', '700'],
};
