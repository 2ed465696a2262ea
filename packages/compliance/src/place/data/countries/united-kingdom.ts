/** The United Kingdom: zones and number prefixes. */
import { singleZone, type Country } from '../country.js';

/** Jersey, Guernsey and the Isle of Man share the calling code; their law is their own. */
const CROWN_DEPENDENCIES: Readonly<Record<string, string>> = {
  1534: 'JE',
  7509: 'JE',
  77003: 'JE',
  77007: 'JE',
  77008: 'JE',
  7797: 'JE',
  7829: 'JE',
  7937: 'JE',
  1481: 'GG',
  7781: 'GG',
  7839: 'GG',
  79111: 'GG',
  79117: 'GG',
  1624: 'IM',
  74576: 'IM',
  7524: 'IM',
  7624: 'IM',
};

/** The United Kingdom. */
export const unitedKingdom: Country = singleZone('Europe/London', {
  nonGeographic: ['70', '76', '80', '84', '87', '9', '55', '56', '500'],
  neighbours: CROWN_DEPENDENCIES,
  mobile: ['7'],
});
