/** Cantons of Switzerland. */
import type { RegionNames } from './region-names.js';

/** By ISO 3166-2 code without 'CH-'. */
export const SWITZERLAND: RegionNames = {
  AG: 'aargau|argovie|argovia',
  AI: 'appenzell innerrhoden',
  AR: 'appenzell ausserrhoden',
  BE: 'bern|berne|berna',
  BL: 'basel landschaft|baselland|bale campagne',
  BS: 'basel stadt|bale ville|basel',
  FR: 'fribourg|freiburg|friburgo',
  GE: 'geneve|geneva|genf|ginevra',
  GL: 'glarus|glaris',
  GR: 'graubunden|graubuenden|grisons|grigioni',
  JU: 'jura',
  LU: 'luzern|lucerne|lucerna',
  NE: 'neuchatel|neuenburg',
  NW: 'nidwalden|nidwald',
  OW: 'obwalden|obwald',
  SG: 'st gallen|sankt gallen|saint gall|san gallo',
  SH: 'schaffhausen|schaffhouse',
  SO: 'solothurn|soleure',
  SZ: 'schwyz',
  TG: 'thurgau|thurgovie',
  TI: 'ticino|tessin',
  UR: 'uri',
  VD: 'vaud|waadt',
  VS: 'valais|wallis',
  ZG: 'zug|zoug',
  ZH: 'zurich|zuerich|zurigo',
};
