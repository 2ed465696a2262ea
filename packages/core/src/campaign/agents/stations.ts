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
}

/** A technology, an endpoint, and for a destination behind it `@`: nothing that reads as two destinations. */
const STATION = /^(?:[A-Za-z][A-Za-z0-9]*\/)?([\w.+-]+)(?:@([\w.-]+))?$/;

/** Emergency numbers that networks everywhere route. Source: 3GPP TS 22.101 10.1.1. */
const EMERGENCY: ReadonlySet<string> = new Set(['000', '08', '110', '112', '118', '119', '911', '999']);

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
  if (trunks.includes(name) || (through !== undefined && trunks.includes(through)))
    return "the station names a trunk: agents' legs ring telephones of the floor only";
  if (NUMBER.test(name))
    return "the station is a telephone number: agents' legs ring telephones of the floor only";
  return notNamed(settings, station, name);
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
function notNamed({ stations }: StationSettings, station: string, name: string): string | null {
  if (stations && stationsIn(stations.known).has(station)) return null;
  if (EMERGENCY.has(name)) return 'the station is an emergency number';
  if (!stations) return null;
  if (stations.pattern !== null && new RegExp(`^(?:${stations.pattern})$`).test(station)) return null;
  return (
    'the station is not one of the campaign: name it under agents.people, ' +
    'or let agents.stationPattern match it'
  );
}
