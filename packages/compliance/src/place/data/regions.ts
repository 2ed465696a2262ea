/**
 * ISO 3166-2 subdivisions, without the country, of the countries with rules here: the values of
 * `lead.region`. State of 2026-11.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
/** A pattern that matches the given codes, written as words. */
const oneOf = (...shapes: readonly string[]): RegExp =>
  new RegExp(`^(${shapes.join(' ').replaceAll(' ', '|')})$`);

/**
 * Lists of codes; or the pattern of the code where a country has many subdivisions and none has a zone or a
 * rule of its own.
 */
const REGIONS: Readonly<Record<string, ReadonlySet<string> | RegExp>> = {
  GB: /^[A-Z]{3}$/,
  IE: /^[A-Z]{1,2}$/,
  // Metropolitan departments and regions, then the overseas ones.
  FR: oneOf(
    '\\d{2} 2[AB] 6AE 69M 75C 97[1-8]',
    'ARA BFC BRE CVL COR 20R GES HDF IDF NAQ NOR OCC PAC PDL',
    'GP GUA MQ MTQ GF GUF RE LRE YT MAY PM',
  ),
  ES: words(
    'AN AR AS CN CB CL CM CT EX GA IB RI MD MC NC PV VC CE ML A AB AL AV B BA BI BU C CA CC CO CR ' +
      'CS CU GC GI GR GU H HU J L LE LO LU M MA MU NA O OR P PM PO S SA SE SG SO SS T TE TF TO V VA ' +
      'VI Z ZA',
  ),
  IT: /^(\d{2}|[A-Z]{2})$/,
  DE: words('BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH'),
  NL: words('DR FL FR GE GR LI NB NH OV UT ZE ZH'),
  BE: words('BRU VLG WAL VAN VBR VLI VOV VWV WBR WHT WLG WLX WNA'),
  PT: /^(0[1-9]|1[0-8]|20|30)$/,
  PL: /^([A-Z]{2}|\d{2})$/,
  CH: words('AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH'),
  AT: /^[1-9]$/,
  AU: words('NSW ACT VIC QLD SA WA NT TAS'),
  NZ: words('AUK BOP CAN GIS HKB MBH MWT NSN NTL OTA STL TAS TKI WGN WKO WTC CIT'),
  IN: /^[A-Z]{2}$/,
  SG: /^0[1-5]$/,
  ZA: words('EC FS GP GT KZN LP MP NC NL NW WC ZN'),
  BR: words('AC AL AP AM BA CE DF ES GO MA MT MS MG PA PB PR PE PI RJ RN RS RO RR SC SP SE TO'),
  MX: words(
    'AGU BCN BCS CAM CHP CHH CMX DIF COA COL DUR GUA GRO HID JAL MEX MIC MOR NAY NLE OAX PUE QUE ' +
      'ROO SLP SIN SON TAB TAM TLA VER YUC ZAC',
  ),
};

/** Spanish provinces in the order of the first two digits of their postal codes, from 01. */
const SPANISH_PROVINCES: readonly string[] = [
  ...words('VI AB A AL AV BA PM B BU CC CA CS CR CO C CU GI GR GU SS H HU'),
  ...words('J LE L LO LU M MA MU NA OR O P GC PO SA TF S SG SE SO T TE TO V VA BI ZA Z CE ML'),
];

/** Australian postal codes: first code of each run -> state. */
const AUSTRALIAN_RUNS: readonly (readonly [from: number, state: string])[] = [
  [200, 'ACT'],
  [800, 'NT'],
  [1000, 'NSW'],
  [2600, 'ACT'],
  [2619, 'NSW'],
  [2900, 'ACT'],
  [2921, 'NSW'],
  [3000, 'VIC'],
  [4000, 'QLD'],
  [5000, 'SA'],
  [6000, 'WA'],
  [7000, 'TAS'],
  [8000, 'VIC'],
  [9000, 'QLD'],
];

/** Mexican postal codes: first two digits of each run -> state. */
const MEXICAN_RUNS: readonly (readonly [from: number, state: string])[] = [
  [1, 'CMX'],
  [20, 'AGU'],
  [21, 'BCN'],
  [23, 'BCS'],
  [24, 'CAM'],
  [25, 'COA'],
  [28, 'COL'],
  [29, 'CHP'],
  [31, 'CHH'],
  [34, 'DUR'],
  [36, 'GUA'],
  [39, 'GRO'],
  [42, 'HID'],
  [44, 'JAL'],
  [50, 'MEX'],
  [58, 'MIC'],
  [62, 'MOR'],
  [63, 'NAY'],
  [64, 'NLE'],
  [68, 'OAX'],
  [72, 'PUE'],
  [76, 'QUE'],
  [77, 'ROO'],
  [78, 'SLP'],
  [80, 'SIN'],
  [83, 'SON'],
  [86, 'TAB'],
  [87, 'TAM'],
  [90, 'TLA'],
  [91, 'VER'],
  [97, 'YUC'],
  [98, 'ZAC'],
];

/** Brazilian postal codes of states that may keep another time than Brasília: first three digits of a run. */
const BRAZILIAN_RUNS: readonly (readonly [from: number, state: string | undefined])[] = [
  [0, undefined],
  [500, 'PE'],
  [570, undefined],
  [690, 'AM'],
  [693, 'RR'],
  [694, 'AM'],
  [699, 'AC'],
  [700, undefined],
  [768, 'RO'],
  [770, undefined],
  [780, 'MT'],
  [789, 'RO'],
  [790, 'MS'],
  [800, undefined],
];

/** The state of the run that a number falls in. */
function stateOfRun(
  runs: readonly (readonly [from: number, state: string | undefined])[],
  code: number,
): string | undefined {
  return runs.findLast(([from]) => from <= code)?.[1];
}

/**
 * The subdivision of a postal code, in countries where it decides a zone or a holiday; undefined where it
 * decides neither.
 */
export function subdivisionOfPostalCode(country: string | undefined, postalCode: string): string | undefined {
  const code = postalCode.trim();
  if (country === 'FR' && /^\d{5}$/.test(code))
    return code.startsWith('97') ? code.slice(0, 3) : code.startsWith('20') ? '20R' : code.slice(0, 2);
  if (country === 'ES' && /^\d{5}$/.test(code)) return SPANISH_PROVINCES[Number(code.slice(0, 2)) - 1];
  // 9000 to 9499 is Madeira, 9500 to 9999 the Azores; the rest of the country needs no district.
  if (country === 'PT' && /^9\d{3}(-?\d{3})?$/.test(code))
    return Number(code.slice(0, 4)) < 9500 ? '30' : '20';
  if (country === 'AU' && /^\d{4}$/.test(code)) return stateOfRun(AUSTRALIAN_RUNS, Number(code));
  if (country === 'MX' && /^\d{5}$/.test(code)) return stateOfRun(MEXICAN_RUNS, Number(code.slice(0, 2)));
  if (country === 'BR' && /^\d{5}-?\d{3}$/.test(code))
    return stateOfRun(BRAZILIAN_RUNS, Number(code.slice(0, 3)));
  return country === 'NZ' && code === '8942' ? 'CIT' : undefined;
}

/**
 * True where the country has such a subdivision; also for countries whose subdivisions are not listed here.
 */
export function isSubdivision(country: string, region: string): boolean {
  const known = REGIONS[country];
  if (known === undefined) return true;
  return known instanceof RegExp ? known.test(region) : known.has(region);
}
