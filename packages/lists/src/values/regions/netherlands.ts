/** Provinces of the Netherlands. */
import type { RegionNames } from './region-names.js';

/** By ISO 3166-2 code without 'NL-'. */
export const NETHERLANDS: RegionNames = {
  DR: 'drenthe',
  FL: 'flevoland',
  FR: 'friesland|fryslan',
  GE: 'gelderland|gld',
  GR: 'groningen',
  LI: 'limburg',
  NB: 'noord brabant|north brabant',
  NH: 'noord holland|north holland',
  OV: 'overijssel',
  UT: 'utrecht',
  ZE: 'zeeland',
  ZH: 'zuid holland|south holland',
};
