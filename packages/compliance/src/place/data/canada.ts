/**
 * Canadian provinces and territories: zones, area codes, postal areas. Facts of the numbering plan, state of
 * 2026-11.
 */

/** One province or territory. */
export interface Province {
  readonly name: string;
  readonly zones: readonly string[];
  readonly usual: readonly string[];
  readonly areaCodes: string;
  readonly exceptions?: Readonly<Record<string, readonly string[]>>;
}

const BC_ALL = [
  'America/Vancouver',
  'America/Edmonton',
  'America/Creston',
  'America/Dawson_Creek',
  'America/Fort_Nelson',
];
const ON_ALL = ['America/Toronto', 'America/Winnipeg', 'America/Atikokan'];
const QC_ALL = ['America/Toronto', 'America/Halifax', 'America/Blanc-Sablon'];
const NL_ALL = ['America/St_Johns', 'America/Goose_Bay'];
const NT_ALL = ['America/Yellowknife', 'America/Inuvik'];
const NU_ALL = [
  'America/Iqaluit',
  'America/Rankin_Inlet',
  'America/Resolute',
  'America/Cambridge_Bay',
  'America/Atikokan',
];

/** By ISO 3166-2 code without 'CA-'. */
export const PROVINCES: Readonly<Record<string, Province>> = {
  AB: {
    name: 'Alberta',
    zones: ['America/Edmonton'],
    usual: ['America/Edmonton'],
    areaCodes: '368 403 587 780 825',
  },
  BC: {
    name: 'British Columbia',
    zones: BC_ALL,
    usual: BC_ALL,
    areaCodes: '236 250 257 604 672 778',
    exceptions: { 604: ['America/Vancouver'] },
  },
  MB: {
    name: 'Manitoba',
    zones: ['America/Winnipeg'],
    usual: ['America/Winnipeg'],
    areaCodes: '204 431 584',
  },
  NB: { name: 'New Brunswick', zones: ['America/Moncton'], usual: ['America/Moncton'], areaCodes: '428 506' },
  NL: { name: 'Newfoundland and Labrador', zones: NL_ALL, usual: NL_ALL, areaCodes: '709 879' },
  NS: { name: 'Nova Scotia', zones: ['America/Halifax'], usual: ['America/Halifax'], areaCodes: '782 902' },
  PE: { name: 'Prince Edward Island', zones: ['America/Halifax'], usual: ['America/Halifax'], areaCodes: '' },
  ON: {
    name: 'Ontario',
    zones: ON_ALL,
    usual: ['America/Toronto'],
    areaCodes: '226 249 289 343 365 382 387 416 437 460 519 537 548 613 647 683 705 742 753 807 905 942',
    exceptions: { 807: ON_ALL },
  },
  QC: {
    name: 'Quebec',
    zones: QC_ALL,
    usual: ['America/Toronto'],
    areaCodes: '263 273 354 367 418 438 450 468 514 579 581 819 873',
    exceptions: { 273: QC_ALL, 367: QC_ALL, 418: QC_ALL, 581: QC_ALL },
  },
  SK: {
    name: 'Saskatchewan',
    zones: ['America/Regina'],
    usual: ['America/Regina'],
    areaCodes: '306 474 639',
  },
  YT: { name: 'Yukon', zones: ['America/Whitehorse'], usual: ['America/Whitehorse'], areaCodes: '' },
  NT: { name: 'Northwest Territories', zones: NT_ALL, usual: NT_ALL, areaCodes: '' },
  NU: { name: 'Nunavut', zones: NU_ALL, usual: NU_ALL, areaCodes: '' },
};

/** Area code of the three territories together: every zone of each. */
export const TERRITORIES_CODE: { readonly areaCode: string; readonly zones: readonly string[] } = {
  areaCode: '867',
  zones: ['America/Whitehorse', ...NT_ALL, ...NU_ALL],
};

/** First letter of a postal code -> province. 'X' is NT and NU. */
export const POSTAL_LETTERS: Readonly<Record<string, string>> = {
  A: 'NL',
  B: 'NS',
  C: 'PE',
  E: 'NB',
  G: 'QC',
  H: 'QC',
  J: 'QC',
  K: 'ON',
  L: 'ON',
  M: 'ON',
  N: 'ON',
  P: 'ON',
  R: 'MB',
  S: 'SK',
  T: 'AB',
  V: 'BC',
  Y: 'YT',
};

/**
 * Forward sortation areas whose zone is not the usual one of the province; a line inside the area lists both
 * sides.
 */
export const FSA_ZONES: Readonly<Record<string, readonly string[]>> = {
  A0K: NL_ALL,
  A0P: ['America/Goose_Bay'],
  A0R: ['America/Goose_Bay'],
  A1X: ['America/St_Johns'],
  A2V: ['America/Goose_Bay'],
  // Les Îles-de-la-Madeleine.
  G0B: ['America/Halifax'],
  G0G: QC_ALL,
  G4T: ['America/Halifax'],
  P0L: ON_ALL,
  P0T: ON_ALL,
  P0V: ['America/Winnipeg', 'America/Atikokan'],
  P0W: ['America/Winnipeg'],
  P0X: ['America/Winnipeg'],
  P0Y: ['America/Winnipeg'],
  P8N: ['America/Winnipeg'],
  P8T: ['America/Winnipeg'],
  P9A: ['America/Winnipeg'],
  P9N: ['America/Winnipeg'],
  // Creighton and Denare Beach keep the time of Flin Flon.
  S0P: ['America/Regina', 'America/Winnipeg'],
  S9V: ['America/Regina', 'America/Edmonton'],
  V0B: ['America/Edmonton', 'America/Creston', 'America/Vancouver'],
  V0A: ['America/Edmonton', 'America/Vancouver'],
  V0C: BC_ALL,
  V0G: ['America/Creston', 'America/Vancouver'],
  V1A: ['America/Edmonton'],
  V1C: ['America/Edmonton'],
  V1G: ['America/Dawson_Creek'],
  V1J: ['America/Dawson_Creek'],
  X0A: ['America/Iqaluit', 'America/Atikokan'],
  X0B: ['America/Cambridge_Bay'],
  X0C: ['America/Rankin_Inlet', 'America/Atikokan', 'America/Resolute'],
  X0E: NT_ALL,
  X0G: NT_ALL,
  X1A: ['America/Yellowknife'],
};
