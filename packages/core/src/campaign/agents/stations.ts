/**
 * Which endpoint an agent's leg may ring. A station is an agent's telephone, never a way to the public
 * network: a number is dialed only as an attempt, behind the interlocks and the compliance gate.
 */
import { LIMITS } from '../../limits.js';

/** The stations of a campaign. */
export interface StationRules {
  /** Station of each agent that the campaign names, by agent id. */
  readonly known: Readonly<Record<string, string>>;
  /** Regular expression that a further station must match as a whole, e.g. 'PJSIP/1\\d\\d'. Null: none. */
  readonly pattern: string | null;
  /** Endpoints that lead to the public network. */
  readonly trunks: readonly string[];
  /** Countries of the campaign (ISO 3166), whose emergency numbers are no stations. Absent: none. */
  readonly countries?: readonly string[];
}

/** A technology, an endpoint, and for a destination behind it `@`: nothing that reads as two destinations. */
const STATION = /^(?:[A-Za-z][A-Za-z0-9]*\/)?([\w.+-]+)(?:@([\w.-]+))?$/;

/** Emergency numbers that networks everywhere route. Source: 3GPP TS 22.101 10.1.1. */
const EMERGENCY: ReadonlySet<string> = new Set(['000', '08', '110', '112', '118', '119', '911', '999']);

/** Further emergency numbers, by country (ISO 3166). Source: ITU-T E.129, national numbering plans. */
const EMERGENCY_OF: Readonly<Record<string, readonly string[]>> = {
  AT: ['122', '133', '144'],
  AU: ['106'],
  BE: ['100', '101'],
  BR: ['190', '192', '193'],
  CA: ['988'],
  CH: ['117', '144'],
  ES: ['061', '062', '080', '085', '091', '092'],
  FR: ['15', '17', '18', '114', '115', '191', '196'],
  IN: ['100', '101', '102', '108'],
  IT: ['113', '115'],
  MX: ['060', '065', '066', '068', '080'],
  NZ: ['111'],
  PL: ['997', '998'],
  SG: ['993', '995'],
  US: ['988'],
  ZA: ['10111', '10177'],
};

/** Digits by which private exchanges reach the public network: '9911' is 911 there. */
const OUTSIDE_LINE = /^[09](?=\d{3})/;

/** What people write between the digits of a number, and networks pass over. */
const BETWEEN_DIGITS = /[.\-_]/g;

/** A name that is a telephone number: with '+', or as many digits as the shortest number has. */
const NUMBER = new RegExp(`^\\+|^\\d{${LIMITS.phoneDigits.min},}$`);

/** The settings that decide on a station. */
export interface StationSettings {
  /** Absent: any endpoint that is neither a trunk nor a telephone number. */
  readonly stations?: StationRules;
  /** Name of the trunk that the campaign dials through. */
  readonly trunk?: string;
}

/** The station of an agent who logs in without naming one. */
export function stationOf(settings: StationSettings, agentId: string): string {
  const { stations } = settings;
  return stations && Object.hasOwn(stations.known, agentId) ? String(stations.known[agentId]) : agentId;
}

/** Why an agent's leg must not be called there, as one sentence; null where it may. */
export function stationRefusal(settings: StationSettings, station: string): string | null {
  const parts = STATION.exec(station);
  if (!parts || station.length > LIMITS.station.max)
    return 'the station is not an endpoint: give one, e.g. PJSIP/101';
  const [, name = '', through] = parts;
  const trunks = [
    ...(settings.stations?.trunks ?? []),
    ...(settings.trunk === undefined ? [] : [settings.trunk]),
  ];
  const namesTrunk = trunks.some((trunk) => isSameName(trunk, name) || isSameName(trunk, through));
  if (namesTrunk) return "the station names a trunk: agents' legs ring telephones of the floor only";
  const digits = name.replaceAll(BETWEEN_DIGITS, '');
  if (NUMBER.test(digits))
    return "the station is a telephone number: agents' legs ring telephones of the floor only";
  // An endpoint may be called 911; what is asked of another endpoint is dialed there.
  if (through !== undefined && isEmergency(settings, digits)) return 'the station is an emergency number';
  return notNamed(settings, station, digits);
}

/** Endpoints are told apart by letters of any case by some technologies of Asterisk. */
function isSameName(trunk: string, name: string | undefined): boolean {
  return name?.toLowerCase() === trunk.toLowerCase();
}

/** True for an emergency number of any network or of the campaign, also behind a digit for a line. */
function isEmergency({ stations }: StationSettings, digits: string): boolean {
  const ofCountries = (stations?.countries ?? []).flatMap((country) => EMERGENCY_OF[country] ?? []);
  return [digits, digits.replace(OUTSIDE_LINE, '')].some(
    (dialed) => EMERGENCY.has(dialed) || ofCountries.includes(dialed),
  );
}

/** The stations of each table of agents: gathered once, since a file may check each of its agents. */
const gathered = new WeakMap<StationRules['known'], ReadonlySet<string>>();

function stationsIn(known: StationRules['known']): ReadonlySet<string> {
  const before = gathered.get(known);
  if (before) return before;
  const stations = new Set(Object.values(known));
  gathered.set(known, stations);
  return stations;
}

/** Why a sound endpoint is none of this campaign's stations. */
function notNamed(settings: StationSettings, station: string, digits: string): string | null {
  const { stations } = settings;
  if (stations && stationsIn(stations.known).has(station)) return null;
  if (isEmergency(settings, digits))
    return 'the station is an emergency number: a telephone of that name must stand under agents.people';
  if (!stations) return null;
  if (stations.pattern !== null && new RegExp(`^(?:${stations.pattern})$`).test(station)) return null;
  return (
    'the station is not one of the campaign: name it under agents.people, ' +
    'or let agents.stationPattern match it'
  );
}
