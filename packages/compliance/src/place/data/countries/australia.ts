/** Australia: zones and number prefixes. */
import type { Country } from '../country.js';

const SYDNEY = ['Australia/Sydney'];
const MELBOURNE = ['Australia/Melbourne'];
const BRISBANE = ['Australia/Brisbane'];
const ADELAIDE = ['Australia/Adelaide'];
const PERTH = ['Australia/Perth'];
const DARWIN = ['Australia/Darwin'];
const HOBART = ['Australia/Hobart'];
const BROKEN_HILL = ['Australia/Broken_Hill'];
const LORD_HOWE = ['Australia/Lord_Howe'];
const EUCLA = ['Australia/Eucla'];
const CHRISTMAS_ISLAND = ['Indian/Christmas'];
const COCOS = ['Indian/Cocos'];

/** Australia. */
export const australia: Country = {
  zones: [...SYDNEY, ...MELBOURNE, ...BRISBANE, ...ADELAIDE, ...PERTH, ...DARWIN, ...HOBART],
  regions: {
    NSW: SYDNEY,
    ACT: SYDNEY,
    VIC: MELBOURNE,
    QLD: BRISBANE,
    SA: ADELAIDE,
    WA: PERTH,
    NT: DARWIN,
    TAS: HOBART,
  },
  prefixes: {
    2: SYDNEY,
    3: [...MELBOURNE, ...HOBART],
    36: HOBART,
    7: BRISBANE,
    8: [...ADELAIDE, ...PERTH, ...DARWIN],
    86: PERTH,
    89: PERTH,
    87: ADELAIDE,
    88: [...ADELAIDE, ...DARWIN],
    889: DARWIN,
    882: ADELAIDE,
    883: ADELAIDE,
    884: ADELAIDE,
    // Islands and a highway with a time of their own.
    26563: [...SYDNEY, ...LORD_HOWE],
    89039: [...PERTH, ...EUCLA],
    89162: COCOS,
    89164: CHRISTMAS_ISLAND,
  },
  postalCodes: {
    '0872': [...DARWIN, ...ADELAIDE, ...PERTH],
    2880: BROKEN_HILL,
    2898: LORD_HOWE,
    2899: ['Pacific/Norfolk'],
    6443: [...PERTH, ...EUCLA],
    6798: CHRISTMAS_ISLAND,
    6799: COCOS,
  },
  cities: {
    NSW: { 'BROKEN HILL': BROKEN_HILL, 'LORD HOWE ISLAND': LORD_HOWE },
    WA: { EUCLA, 'CHRISTMAS ISLAND': CHRISTMAS_ISLAND, 'COCOS ISLANDS': COCOS },
  },
  nonGeographic: ['13', '180', '190', '5'],
  mobile: ['4'],
};
