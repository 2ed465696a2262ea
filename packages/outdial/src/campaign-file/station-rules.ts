/** Where agents' legs may be called, from the campaign file. */
import type { StationRules } from '@outdial/core';
import { BROWSER_STATIONS } from './browser-station.js';

/** A trunk: its name, and where a number is called through it, e.g. 'PJSIP/{number}@carrier'. */
export interface TrunkSource {
  readonly name: string;
  readonly endpoint: string;
}

/** The parts of the campaign file that name stations and trunks. */
export interface StationSource {
  readonly agents: {
    readonly people: readonly { readonly id: string; readonly station?: string }[];
    readonly stationPattern: string | null;
  };
  readonly telephony: AsteriskSource | { readonly kind: 'simulated' };
  /** Countries that the campaign dials (ISO 3166). */
  readonly countries: readonly string[];
}

/** A server: how others reach it, and where agents' browsers do. */
interface ServerSource {
  readonly reach?: string;
  readonly browserUrl?: string;
}

/** The servers and their trunks. */
export interface AsteriskSource {
  readonly kind: 'asterisk';
  readonly trunks: readonly TrunkSource[];
  readonly server?: ServerSource;
  readonly moreServers?: readonly (ServerSource & { readonly trunks?: readonly TrunkSource[] })[];
}

/** The simulated carrier calls no real station, so it accepts every plain name. */
const ANY_NAME = '(?:[A-Za-z]+/)?[\\w.-]+';

/**
 * Stations of the file's agents, the pattern for others, and trunks, which are never stations. `floor`: what
 * carries the calls, where that is not the file's own telephony.
 */
export function stationsOf(
  { agents, telephony, countries }: StationSource,
  floor: StationSource['telephony'] = telephony,
): StationRules {
  const servers = [...new Set([telephony, floor])].filter((each) => each.kind === 'asterisk');
  const own = agents.stationPattern ?? (telephony.kind === 'simulated' ? ANY_NAME : null);
  const patterns = [own, takesBrowsers(floor) ? BROWSER_STATIONS : null].filter((each) => each !== null);
  return {
    known: Object.fromEntries(agents.people.map(({ id, station }) => [id, station ?? id])),
    pattern: patterns.length === 0 ? null : patterns.join('|'),
    trunks: [...new Set(servers.flatMap(trunksOf).flatMap(namesOf))],
    countries,
  };
}

function takesBrowsers(floor: StationSource['telephony']): boolean {
  if (floor.kind === 'simulated') return false;
  return [floor.server, ...(floor.moreServers ?? [])].some((server) => server?.browserUrl !== undefined);
}

/** Every trunk of every server, those between the servers included. */
function trunksOf({ moreServers = [], server, trunks }: AsteriskSource): readonly TrunkSource[] {
  const reaches = [server, ...moreServers].flatMap((each) => (each?.reach === undefined ? [] : [each.reach]));
  return [
    ...trunks,
    ...moreServers.flatMap((other) => other.trunks ?? []),
    ...reaches.map((endpoint) => ({ name: endpoint, endpoint })),
  ];
}

/** Every name by which a dial string could reach the trunk. */
function namesOf({ name, endpoint }: TrunkSource): readonly string[] {
  const [, ...parts] = endpoint.split(/[/@]/);
  return [name, ...parts.filter((part) => part !== '' && !part.includes('{number}'))];
}
