/** Where agents' legs may be called, from the campaign file. */
import type { StationRules } from '@outdial/core';

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
  readonly telephony:
    { readonly kind: 'asterisk'; readonly trunks: readonly TrunkSource[] } | { readonly kind: 'simulated' };
}

/** The simulated carrier calls no real station, so it accepts every plain name. */
const ANY_NAME = '(?:[A-Za-z]+/)?[\\w.-]+';

/** Stations of the file's agents, the pattern for others, and trunks, which are never stations. */
export function stationsOf({ agents, telephony }: StationSource): StationRules {
  return {
    known: Object.fromEntries(agents.people.map(({ id, station }) => [id, station ?? id])),
    pattern: agents.stationPattern ?? (telephony.kind === 'simulated' ? ANY_NAME : null),
    trunks: telephony.kind === 'asterisk' ? telephony.trunks.flatMap(namesOf) : [],
  };
}

/** Every name by which a dial string could reach the trunk. */
function namesOf({ name, endpoint }: TrunkSource): readonly string[] {
  const [, ...parts] = endpoint.split(/[/@]/);
  return [name, ...parts.filter((part) => part !== '' && !part.includes('{number}'))];
}
