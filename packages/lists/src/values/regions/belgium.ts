/** Regions and provinces of Belgium. */
import type { RegionNames } from './region-names.js';

/** By ISO 3166-2 code without 'BE-'. */
export const BELGIUM: RegionNames = {
  BRU: 'brussels|bruxelles|brussel|brussels capital|bruxelles capitale|' + 'brussels hoofdstedelijk gewest',
  VLG: 'vlaanderen|flanders|flandre',
  WAL: 'wallonie|wallonia|wallonne',
  VAN: 'antwerpen|antwerp|anvers',
  VBR: 'vlaams brabant|flemish brabant|brabant flamand',
  VLI: 'limburg|limbourg',
  VOV: 'oost vlaanderen|east flanders|flandre orientale',
  VWV: 'west vlaanderen|west flanders|flandre occidentale',
  WBR: 'brabant wallon|waals brabant|walloon brabant',
  WHT: 'hainaut|henegouwen',
  WLG: 'liege|luik',
  WLX: 'luxembourg|luxemburg',
  WNA: 'namur|namen',
};
