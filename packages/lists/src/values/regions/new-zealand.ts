/** Regions of New Zealand. */
import type { RegionNames } from './region-names.js';

/** By ISO 3166-2 code without 'NZ-'. */
export const NEW_ZEALAND: RegionNames = {
  AUK: 'auckland',
  BOP: 'bay of plenty',
  CAN: 'canterbury',
  CIT: 'chatham islands',
  GIS: 'gisborne',
  HKB: 'hawkes bay|hawke s bay',
  MBH: 'marlborough',
  MWT: 'manawatu whanganui|manawatu wanganui',
  NSN: 'nelson',
  NTL: 'northland',
  OTA: 'otago',
  STL: 'southland',
  TAS: 'tasman',
  TKI: 'taranaki',
  WGN: 'wellington',
  WKO: 'waikato',
  WTC: 'west coast',
};
