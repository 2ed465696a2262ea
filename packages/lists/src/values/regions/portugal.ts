/** Districts and autonomous regions of Portugal. */
import type { RegionNames } from './region-names.js';

/** By ISO 3166-2 code without 'PT-'. */
export const PORTUGAL: RegionNames = {
  '01': 'aveiro',
  '02': 'beja',
  '03': 'braga',
  '04': 'braganca',
  '05': 'castelo branco',
  '06': 'coimbra',
  '07': 'evora',
  '08': 'faro|algarve',
  '09': 'guarda',
  '10': 'leiria',
  '11': 'lisboa|lisbon',
  '12': 'portalegre',
  '13': 'porto',
  '14': 'santarem',
  '15': 'setubal',
  '16': 'viana do castelo',
  '17': 'vila real',
  '18': 'viseu',
  '20': 'acores|azores',
  '30': 'madeira',
};
