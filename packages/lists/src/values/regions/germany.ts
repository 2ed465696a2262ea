/** States of Germany. */
import type { RegionNames } from './region-names.js';

/** By ISO 3166-2 code without 'DE-'. */
export const GERMANY: RegionNames = {
  BW: 'baden wurttemberg|baden wuerttemberg',
  BY: 'bayern|bavaria|bay',
  BE: 'berlin',
  BB: 'brandenburg',
  HB: 'bremen',
  HH: 'hamburg',
  HE: 'hessen|hesse',
  MV: 'mecklenburg vorpommern|mecklenburg western pomerania',
  NI: 'niedersachsen|lower saxony|nds',
  NW: 'nordrhein westfalen|north rhine westphalia|nrw',
  RP: 'rheinland pfalz|rhineland palatinate|rlp',
  SL: 'saarland',
  SN: 'sachsen|saxony',
  ST: 'sachsen anhalt|saxony anhalt',
  SH: 'schleswig holstein',
  TH: 'thuringen|thueringen|thuringia',
};
