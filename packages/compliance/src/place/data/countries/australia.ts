/** Australia: zones and number prefixes. */
import type { Country } from '../country.js';

const SYDNEY = ['Australia/Sydney'];
const MELBOURNE = ['Australia/Melbourne'];
const BRISBANE = ['Australia/Brisbane'];
const ADELAIDE = ['Australia/Adelaide'];
const PERTH = ['Australia/Perth'];
const DARWIN = ['Australia/Darwin'];
const HOBART = ['Australia/Hobart'];

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
  },
  nonGeographic: ['13', '180', '190', '5'],
  mobile: ['4'],
};
