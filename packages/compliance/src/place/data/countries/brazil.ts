/** Brazil: zones and number prefixes. */
import type { Country } from '../country.js';

const SAO_PAULO = ['America/Sao_Paulo'];
const MANAUS = ['America/Manaus', 'America/Eirunepe'];
const CUIABA = ['America/Cuiaba'];

/** Brazil. */
export const brazil: Country = {
  zones: [
    'America/Sao_Paulo',
    'America/Manaus',
    'America/Eirunepe',
    'America/Rio_Branco',
    'America/Porto_Velho',
    'America/Boa_Vista',
    'America/Cuiaba',
    'America/Campo_Grande',
    'America/Noronha',
  ],
  mainZones: SAO_PAULO,
  regions: {
    AC: ['America/Rio_Branco'],
    AM: MANAUS,
    RO: ['America/Porto_Velho'],
    RR: ['America/Boa_Vista'],
    MT: CUIABA,
    MS: ['America/Campo_Grande'],
    PE: ['America/Recife', 'America/Noronha'],
  },
  prefixes: {
    68: ['America/Rio_Branco'],
    92: ['America/Manaus'],
    97: MANAUS,
    69: ['America/Porto_Velho'],
    95: ['America/Boa_Vista'],
    65: CUIABA,
    66: CUIABA,
    67: ['America/Campo_Grande'],
    81: ['America/Recife', 'America/Noronha'],
    1: SAO_PAULO,
    2: SAO_PAULO,
    3: SAO_PAULO,
    4: SAO_PAULO,
    5: SAO_PAULO,
    6: SAO_PAULO,
    7: SAO_PAULO,
    8: SAO_PAULO,
    9: SAO_PAULO,
  },
  nonGeographic: ['800', '300', '303', '900', '500'],
};
