/**
 * Countries: calling codes, zones, and for countries with rules here the zones of regions and number prefixes.
 * Facts of the numbering plans and the tz database, state of 2026-11.
 */

/** A country outside the North American Numbering Plan's US and Canada. */
export interface Country {
  /** Every zone in use; an address in an unknown region has them all. */
  readonly zones: readonly string[];
  /** Region (ISO 3166-2 without the country) -> zones. Regions not named use `mainZones`. */
  readonly regions?: Readonly<Record<string, readonly string[]>>;
  /** Zones of every region not named; absent: `zones`. */
  readonly mainZones?: readonly string[];
  /** National number prefix -> zones; longest match. A number without match tells the country alone. */
  readonly prefixes?: Readonly<Record<string, readonly string[]>>;
  /** National number prefixes without geography: freephone, shared-cost, personal, premium. */
  readonly nonGeographic?: readonly string[];
  /** National number prefixes of mobiles. */
  readonly mobile?: readonly string[];
}

const single = (zone: string, extra: Omit<Country, 'zones'> = {}): Country => ({ zones: [zone], ...extra });

const SYDNEY = ['Australia/Sydney'];
const MELBOURNE = ['Australia/Melbourne'];
const BRISBANE = ['Australia/Brisbane'];
const ADELAIDE = ['Australia/Adelaide'];
const PERTH = ['Australia/Perth'];
const DARWIN = ['Australia/Darwin'];
const HOBART = ['Australia/Hobart'];
const SAO_PAULO = ['America/Sao_Paulo'];
const MANAUS = ['America/Manaus', 'America/Eirunepe'];
const CUIABA = ['America/Cuiaba'];
const MEXICO = ['America/Mexico_City'];
const TIJUANA = ['America/Tijuana'];
const MAZATLAN = ['America/Mazatlan'];
const NORTH_EAST_MEXICO = ['America/Monterrey', 'America/Matamoros'];
const MADRID = ['Europe/Madrid'];
const CANARY = ['Atlantic/Canary'];

/** Countries with rules here. */
export const COUNTRIES: Readonly<Record<string, Country>> = {
  GB: single('Europe/London', { nonGeographic: ['70', '76', '80', '84', '87', '9', '55', '56', '500'], mobile: ['7'] }),
  IE: single('Europe/Dublin', { nonGeographic: ['1800', '1850', '1890', '818', '15', '700'], mobile: ['82', '83', '85', '86', '87', '88', '89'] }),
  FR: {
    zones: ['Europe/Paris', 'America/Guadeloupe', 'America/Martinique', 'America/Cayenne', 'Indian/Reunion', 'Indian/Mayotte', 'America/Miquelon'],
    mainZones: ['Europe/Paris'],
    regions: {
      GP: ['America/Guadeloupe'], GUA: ['America/Guadeloupe'], 971: ['America/Guadeloupe'], MQ: ['America/Martinique'], MTQ: ['America/Martinique'], 972: ['America/Martinique'], GF: ['America/Cayenne'], GUF: ['America/Cayenne'], 973: ['America/Cayenne'],
      RE: ['Indian/Reunion'], LRE: ['Indian/Reunion'], 974: ['Indian/Reunion'], YT: ['Indian/Mayotte'], MAY: ['Indian/Mayotte'], 976: ['Indian/Mayotte'], PM: ['America/Miquelon'], 975: ['America/Miquelon'],
    },
    prefixes: { 1: ['Europe/Paris'], 2: ['Europe/Paris'], 3: ['Europe/Paris'], 4: ['Europe/Paris'], 5: ['Europe/Paris'], 6: ['Europe/Paris'], 7: ['Europe/Paris'], 9: ['Europe/Paris'] },
    nonGeographic: ['8'], mobile: ['6', '7'],
  },
  ES: {
    zones: ['Europe/Madrid', 'Atlantic/Canary'], mainZones: MADRID, regions: { CN: CANARY, GC: CANARY, TF: CANARY },
    prefixes: { 922: CANARY, 822: CANARY, 928: CANARY, 828: CANARY, 9: MADRID, 8: MADRID }, nonGeographic: ['900', '800', '901', '902', '80', '90', '70'], mobile: ['6', '7'],
  },
  IT: single('Europe/Rome', { nonGeographic: ['80', '84', '89', '199', '178'], mobile: ['3'] }),
  DE: single('Europe/Berlin', { nonGeographic: ['800', '180', '137', '900', '700', '32'], mobile: ['15', '16', '17'] }),
  AU: {
    zones: [...SYDNEY, ...MELBOURNE, ...BRISBANE, ...ADELAIDE, ...PERTH, ...DARWIN, ...HOBART],
    regions: { NSW: SYDNEY, ACT: SYDNEY, VIC: MELBOURNE, QLD: BRISBANE, SA: ADELAIDE, WA: PERTH, NT: DARWIN, TAS: HOBART },
    prefixes: { 2: SYDNEY, 3: [...MELBOURNE, ...HOBART], 36: HOBART, 7: BRISBANE, 8: [...ADELAIDE, ...PERTH, ...DARWIN], 86: PERTH, 89: PERTH, 87: ADELAIDE, 88: [...ADELAIDE, ...DARWIN], 889: DARWIN, 882: ADELAIDE, 883: ADELAIDE, 884: ADELAIDE },
    nonGeographic: ['13', '180', '190', '5'], mobile: ['4'],
  },
  NZ: { zones: ['Pacific/Auckland', 'Pacific/Chatham'], mainZones: ['Pacific/Auckland'], regions: { CIT: ['Pacific/Chatham'] }, prefixes: { 3305: ['Pacific/Chatham'], 3: ['Pacific/Auckland'], 4: ['Pacific/Auckland'], 6: ['Pacific/Auckland'], 7: ['Pacific/Auckland'], 9: ['Pacific/Auckland'], 2: ['Pacific/Auckland'] }, nonGeographic: ['800', '508', '900'], mobile: ['2'] },
  IN: single('Asia/Kolkata', { nonGeographic: ['1800', '1860'], mobile: ['6', '7', '8', '9'] }),
  SG: single('Asia/Singapore', { nonGeographic: ['1800', '800', '1900'], mobile: ['8', '9'] }),
  ZA: single('Africa/Johannesburg', { nonGeographic: ['80', '86', '87'], mobile: ['6', '7', '81', '82', '83', '84'] }),
  BR: {
    zones: ['America/Sao_Paulo', 'America/Manaus', 'America/Eirunepe', 'America/Rio_Branco', 'America/Porto_Velho', 'America/Boa_Vista', 'America/Cuiaba', 'America/Campo_Grande', 'America/Noronha'],
    mainZones: SAO_PAULO,
    regions: { AC: ['America/Rio_Branco'], AM: MANAUS, RO: ['America/Porto_Velho'], RR: ['America/Boa_Vista'], MT: CUIABA, MS: ['America/Campo_Grande'], PE: ['America/Recife', 'America/Noronha'] },
    prefixes: {
      68: ['America/Rio_Branco'], 92: ['America/Manaus'], 97: MANAUS, 69: ['America/Porto_Velho'], 95: ['America/Boa_Vista'], 65: CUIABA, 66: CUIABA, 67: ['America/Campo_Grande'], 81: ['America/Recife', 'America/Noronha'],
      1: SAO_PAULO, 2: SAO_PAULO, 3: SAO_PAULO, 4: SAO_PAULO, 5: SAO_PAULO, 6: SAO_PAULO, 7: SAO_PAULO, 8: SAO_PAULO, 9: SAO_PAULO,
    },
    nonGeographic: ['800', '300', '303', '900', '500'],
  },
  MX: {
    zones: [...MEXICO, ...TIJUANA, ...MAZATLAN, 'America/Hermosillo', 'America/Chihuahua', 'America/Ciudad_Juarez', 'America/Ojinaga', 'America/Cancun', ...NORTH_EAST_MEXICO],
    mainZones: MEXICO,
    regions: {
      BCN: TIJUANA, SON: ['America/Hermosillo'], CHH: ['America/Chihuahua', 'America/Ciudad_Juarez', 'America/Ojinaga'], SIN: MAZATLAN, BCS: MAZATLAN, NAY: MAZATLAN, ROO: ['America/Cancun'],
      TAM: NORTH_EAST_MEXICO, NLE: NORTH_EAST_MEXICO, COA: NORTH_EAST_MEXICO,
    },
    prefixes: { 55: MEXICO, 56: MEXICO, 33: MEXICO, 81: MEXICO, 664: TIJUANA, 686: TIJUANA, 646: TIJUANA, 656: ['America/Ciudad_Juarez'], 614: ['America/Chihuahua'], 662: ['America/Hermosillo'], 667: MAZATLAN, 669: MAZATLAN, 612: MAZATLAN, 624: MAZATLAN, 998: ['America/Cancun'], 984: ['America/Cancun'], 983: ['America/Cancun'] },
    nonGeographic: ['800', '900', '300', '700'],
  },
};

/** Countries without rules here whose single zone is known, so that a client can add rules. */
export const SINGLE_ZONE_COUNTRIES: Readonly<Record<string, string>> = {
  NL: 'Europe/Amsterdam', BE: 'Europe/Brussels', LU: 'Europe/Luxembourg', AT: 'Europe/Vienna', CH: 'Europe/Zurich', LI: 'Europe/Vaduz', DK: 'Europe/Copenhagen', SE: 'Europe/Stockholm',
  NO: 'Europe/Oslo', FI: 'Europe/Helsinki', IS: 'Atlantic/Reykjavik', PL: 'Europe/Warsaw', CZ: 'Europe/Prague', SK: 'Europe/Bratislava', HU: 'Europe/Budapest', RO: 'Europe/Bucharest',
  BG: 'Europe/Sofia', GR: 'Europe/Athens', HR: 'Europe/Zagreb', SI: 'Europe/Ljubljana', RS: 'Europe/Belgrade', EE: 'Europe/Tallinn', LV: 'Europe/Riga', LT: 'Europe/Vilnius', MT: 'Europe/Malta',
  CY: 'Asia/Nicosia', TR: 'Europe/Istanbul', UA: 'Europe/Kyiv', IL: 'Asia/Jerusalem', AE: 'Asia/Dubai', SA: 'Asia/Riyadh', QA: 'Asia/Qatar', EG: 'Africa/Cairo', MA: 'Africa/Casablanca',
  NG: 'Africa/Lagos', KE: 'Africa/Nairobi', GH: 'Africa/Accra', JP: 'Asia/Tokyo', KR: 'Asia/Seoul', CN: 'Asia/Shanghai', HK: 'Asia/Hong_Kong', TW: 'Asia/Taipei', TH: 'Asia/Bangkok',
  VN: 'Asia/Ho_Chi_Minh', MY: 'Asia/Kuala_Lumpur', PH: 'Asia/Manila', PK: 'Asia/Karachi', BD: 'Asia/Dhaka', LK: 'Asia/Colombo', NP: 'Asia/Kathmandu',
  CO: 'America/Bogota', PE: 'America/Lima', VE: 'America/Caracas', BO: 'America/La_Paz', PY: 'America/Asuncion', UY: 'America/Montevideo', AR: 'America/Argentina/Buenos_Aires',
  CR: 'America/Costa_Rica', PA: 'America/Panama', GT: 'America/Guatemala', SV: 'America/El_Salvador', HN: 'America/Tegucigalpa', NI: 'America/Managua', CU: 'America/Havana',
  BS: 'America/Nassau', BB: 'America/Barbados', AI: 'America/Anguilla', AG: 'America/Antigua', VG: 'America/Tortola', KY: 'America/Cayman', BM: 'Atlantic/Bermuda', GD: 'America/Grenada',
  TC: 'America/Grand_Turk', JM: 'America/Jamaica', MS: 'America/Montserrat', SX: 'America/Lower_Princes', LC: 'America/St_Lucia', DM: 'America/Dominica', VC: 'America/St_Vincent',
  DO: 'America/Santo_Domingo', TT: 'America/Port_of_Spain', KN: 'America/St_Kitts',
};

/** Calling code -> ISO 3166-1 country, or 'FR-RE' style where a code belongs to an overseas part of a country with rules here. */
export const CALLING_CODES: Readonly<Record<string, string>> = {
  7: 'RU', 20: 'EG', 27: 'ZA', 30: 'GR', 31: 'NL', 32: 'BE', 33: 'FR', 34: 'ES', 36: 'HU', 39: 'IT', 40: 'RO', 41: 'CH', 43: 'AT', 44: 'GB', 45: 'DK', 46: 'SE', 47: 'NO', 48: 'PL', 49: 'DE',
  51: 'PE', 52: 'MX', 53: 'CU', 54: 'AR', 55: 'BR', 56: 'CL', 57: 'CO', 58: 'VE', 60: 'MY', 61: 'AU', 62: 'ID', 63: 'PH', 64: 'NZ', 65: 'SG', 66: 'TH', 81: 'JP', 82: 'KR', 84: 'VN', 86: 'CN',
  90: 'TR', 91: 'IN', 92: 'PK', 93: 'AF', 94: 'LK', 95: 'MM', 98: 'IR', 211: 'SS', 212: 'MA', 213: 'DZ', 216: 'TN', 218: 'LY', 220: 'GM', 221: 'SN', 222: 'MR', 223: 'ML', 224: 'GN', 225: 'CI',
  226: 'BF', 227: 'NE', 228: 'TG', 229: 'BJ', 230: 'MU', 231: 'LR', 232: 'SL', 233: 'GH', 234: 'NG', 235: 'TD', 236: 'CF', 237: 'CM', 238: 'CV', 239: 'ST', 240: 'GQ', 241: 'GA', 242: 'CG',
  243: 'CD', 244: 'AO', 245: 'GW', 246: 'IO', 248: 'SC', 249: 'SD', 250: 'RW', 251: 'ET', 252: 'SO', 253: 'DJ', 254: 'KE', 255: 'TZ', 256: 'UG', 257: 'BI', 258: 'MZ', 260: 'ZM', 261: 'MG',
  262: 'FR-RE', 263: 'ZW', 264: 'NA', 265: 'MW', 266: 'LS', 267: 'BW', 268: 'SZ', 269: 'KM', 290: 'SH', 291: 'ER', 297: 'AW', 298: 'FO', 299: 'GL', 350: 'GI', 351: 'PT', 352: 'LU', 353: 'IE',
  354: 'IS', 355: 'AL', 356: 'MT', 357: 'CY', 358: 'FI', 359: 'BG', 370: 'LT', 371: 'LV', 372: 'EE', 373: 'MD', 374: 'AM', 375: 'BY', 376: 'AD', 377: 'MC', 378: 'SM', 380: 'UA', 381: 'RS',
  382: 'ME', 383: 'XK', 385: 'HR', 386: 'SI', 387: 'BA', 389: 'MK', 420: 'CZ', 421: 'SK', 423: 'LI', 500: 'FK', 501: 'BZ', 502: 'GT', 503: 'SV', 504: 'HN', 505: 'NI', 506: 'CR', 507: 'PA',
  508: 'FR-PM', 509: 'HT', 590: 'FR-GP', 591: 'BO', 592: 'GY', 593: 'EC', 594: 'FR-GF', 595: 'PY', 596: 'FR-MQ', 597: 'SR', 598: 'UY', 599: 'CW', 670: 'TL', 672: 'NF', 673: 'BN', 674: 'NR',
  675: 'PG', 676: 'TO', 677: 'SB', 678: 'VU', 679: 'FJ', 680: 'PW', 681: 'WF', 682: 'CK', 683: 'NU', 685: 'WS', 686: 'KI', 687: 'NC', 688: 'TV', 689: 'PF', 690: 'TK', 691: 'FM', 692: 'MH',
  850: 'KP', 852: 'HK', 853: 'MO', 855: 'KH', 856: 'LA', 880: 'BD', 886: 'TW', 960: 'MV', 961: 'LB', 962: 'JO', 963: 'SY', 964: 'IQ', 965: 'KW', 966: 'SA', 967: 'YE', 968: 'OM', 970: 'PS',
  971: 'AE', 972: 'IL', 973: 'BH', 974: 'QA', 975: 'BT', 976: 'MN', 977: 'NP', 992: 'TJ', 993: 'TM', 994: 'AZ', 995: 'GE', 996: 'KG', 998: 'UZ',
};

/** Area codes of the North American Numbering Plan outside the US and Canada. */
export const CARIBBEAN_AREA_CODES: Readonly<Record<string, string>> = {
  242: 'BS', 246: 'BB', 264: 'AI', 268: 'AG', 284: 'VG', 345: 'KY', 441: 'BM', 473: 'GD', 649: 'TC', 658: 'JM', 664: 'MS', 721: 'SX', 758: 'LC', 767: 'DM', 784: 'VC', 809: 'DO', 829: 'DO', 849: 'DO', 868: 'TT', 869: 'KN', 876: 'JM',
};

/** Countries given by their own ISO code that belong to a country with rules here: country and region. */
export const OVERSEAS: Readonly<Record<string, readonly [country: string, region: string]>> = {
  PR: ['US', 'PR'], VI: ['US', 'VI'], GU: ['US', 'GU'], MP: ['US', 'MP'], AS: ['US', 'AS'],
  GP: ['FR', 'GP'], MQ: ['FR', 'MQ'], GF: ['FR', 'GF'], RE: ['FR', 'RE'], YT: ['FR', 'YT'], PM: ['FR', 'PM'], UK: ['GB', ''],
};
