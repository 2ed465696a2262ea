/** Checks trunks and stations: that they exist, their codecs, silence and context, and what WebRTC needs. */
import type { AriTransport } from '@outdial/asterisk-adapter';
import { errorText } from '@outdial/core';
import type { Finding } from '../finding.js';
import type { InsideAsterisk } from './inside-asterisk.js';

/** Codecs that a telephone network carries. */
const TELEPHONE_CODECS: readonly string[] = ['ulaw', 'alaw'];

/** The PJSIP endpoint behind a dial string: 'PJSIP/{number}@carrier' is 'carrier'; null: not of PJSIP. */
export function pjsipEndpoint(dialString: string): string | null {
  const { tech, resource } = partsOf(dialString);
  return tech === 'PJSIP' ? resource : null;
}

function partsOf(dialString: string): { readonly tech: string; readonly resource: string } {
  const [tech = '', rest = ''] = dialString.split('/', 2);
  const resource = rest.includes('@') ? (rest.split('@')[1] ?? '') : rest.replace('{number}', '');
  return { tech, resource };
}

/** A trunk, or the way to another server: the endpoint is there and its far end answers. */
export async function checkEndpoint(ari: AriTransport, check: string, dialString: string): Promise<Finding> {
  const { tech, resource } = partsOf(dialString);
  try {
    const found = await ari.call('endpoints.get', { tech, resource });
    if (found.state === 'offline')
      return {
        check,
        verdict: 'warning',
        detail: `${tech}/${resource} is offline`,
        remedy:
          `Nobody answers OPTIONS at the contact of [${resource}] in pjsip.conf: ` +
          'check contact=sip:..., firewall and registration.',
      };
    return { check, verdict: 'ok', detail: `${tech}/${resource} is ${found.state ?? 'known'}` };
  } catch (error) {
    return {
      check,
      verdict: 'failed',
      detail: `${tech}/${resource}: ${errorText(error)}`,
      remedy:
        `Write into pjsip.conf: [${resource}] type=endpoint, aors=${resource}; [${resource}] type=aor; ` +
        'or correct the dial string in the campaign file.',
    };
  }
}

/** What a trunk's endpoint says of itself beyond being there. */
export async function checkTrunkSettings(
  inside: InsideAsterisk,
  endpoint: string,
): Promise<readonly Finding[]> {
  const codecs = await codecsOf(inside, endpoint);
  if (codecs === null) return [];
  const findings: Finding[] = [];
  if (!codecs.some((codec) => TELEPHONE_CODECS.includes(codec)))
    findings.push({
      check: `codecs of ${endpoint}`,
      verdict: 'failed',
      detail: `allows ${codecs.join(', ') || 'none'}, and telephone networks carry ulaw and alaw`,
      remedy: `Write into [${endpoint}] of pjsip.conf: disallow=all and allow=ulaw,alaw`,
    });
  const silence = await inside.read(`PJSIP_ENDPOINT(${endpoint},rtp_timeout)`);
  if (silence === '0')
    findings.push({
      check: `silence of ${endpoint}`,
      verdict: 'warning',
      detail: 'a call whose far end vanished stays up',
      remedy: `Write into [${endpoint}] of pjsip.conf: rtp_timeout=60`,
    });
  return findings;
}

/** What has to be known of a server about its stations. */
export interface StationsOf {
  /** Stations that are called by this server, e.g. 'PJSIP/101'. */
  readonly stations: readonly string[];
  /** Address of ARI, where pages in a browser connect, too. */
  readonly url: string;
  /** PJSIP endpoints of the trunks. */
  readonly trunks: readonly string[];
}

/** What was seen of one station. */
interface SeenStation {
  readonly endpoint: string;
  readonly isDefined: boolean;
  /** Empty also where nothing can be read. */
  readonly codecs: readonly string[];
  readonly context: string | null;
  readonly isBrowser: boolean;
}

/** Every station: it is defined, shares a codec with the trunks, and its context is not that of a trunk. */
export async function checkStations(
  ari: AriTransport,
  inside: InsideAsterisk,
  { stations, trunks, url }: StationsOf,
): Promise<readonly Finding[]> {
  const endpoints = stations.map(pjsipEndpoint).filter((endpoint) => endpoint !== null);
  const [seen, seenTrunks] = await Promise.all(
    [endpoints, trunks].map((names) => Promise.all(names.map((name) => lookAt(ari, inside, name)))),
  );
  const namesOf = (matches: (station: SeenStation) => boolean): readonly string[] =>
    (seen ?? []).filter(matches).map(({ endpoint }) => endpoint);
  const carried = (seenTrunks ?? []).flatMap(({ codecs }) => codecs);
  const contexts = (seenTrunks ?? []).map(({ context }) => context);

  const absent = namesOf(({ isDefined }) => !isDefined);
  const transcoded = namesOf(
    ({ codecs }) =>
      codecs.length > 0 && carried.length > 0 && !codecs.some((codec) => carried.includes(codec)),
  );
  const exposed = namesOf(({ context }) => context !== null && contexts.includes(context));
  const findings = [...absentFindings(absent), ...codecFindings(transcoded), ...contextFindings(exposed)];
  const fine: Finding = { check: 'stations', verdict: 'ok', detail: `${endpoints.length} defined` };
  return [
    ...(findings.length === 0 && endpoints.length > 0 ? [fine] : findings),
    ...browserFindings(
      namesOf(({ isBrowser }) => isBrowser),
      url,
    ),
  ];
}

async function lookAt(ari: AriTransport, inside: InsideAsterisk, endpoint: string): Promise<SeenStation> {
  const isDefined = await ari.call('endpoints.get', { tech: 'PJSIP', resource: endpoint }).then(
    () => true,
    () => false,
  );
  return {
    endpoint,
    isDefined,
    codecs: (await codecsOf(inside, endpoint)) ?? [],
    context: await inside.read(`PJSIP_ENDPOINT(${endpoint},context)`),
    isBrowser: (await inside.read(`PJSIP_ENDPOINT(${endpoint},webrtc)`)) === 'yes',
  };
}

function absentFindings(endpoints: readonly string[]): readonly Finding[] {
  const [first] = endpoints;
  if (first === undefined) return [];
  return [
    {
      check: 'stations',
      verdict: 'failed',
      detail: `not in pjsip.conf: ${endpoints.join(', ')}`,
      remedy:
        `Write into pjsip.conf: [${first}] type=endpoint, context=from-agent, ` +
        `aors=${first}, auth=${first}; ` +
        `[${first}] type=aor, max_contacts=1; [${first}] type=auth, username=${first}, password=...`,
    },
  ];
}

function codecFindings(endpoints: readonly string[]): readonly Finding[] {
  if (endpoints.length === 0) return [];
  return [
    {
      check: 'codecs of stations',
      verdict: 'warning',
      detail: `none in common with a trunk: ${endpoints.join(', ')}; every call is transcoded`,
      remedy: 'Write into these endpoints of pjsip.conf: allow=ulaw,alaw',
    },
  ];
}

function contextFindings(endpoints: readonly string[]): readonly Finding[] {
  if (endpoints.length === 0) return [];
  return [
    {
      check: 'context of stations',
      verdict: 'failed',
      detail: `in the context of a trunk: ${endpoints.join(', ')}`,
      remedy: 'Write into these endpoints of pjsip.conf a context that dials nothing: context=from-agent',
    },
  ];
}

function browserFindings(endpoints: readonly string[], url: string): readonly Finding[] {
  const { hostname, protocol } = new URL(url);
  if (endpoints.length === 0 || protocol === 'https:' || isLoopback(hostname)) return [];
  return [
    {
      check: 'WebRTC',
      verdict: 'failed',
      detail: `${endpoints.join(', ')} are used in browsers, which refuse ws: from ${hostname}`,
      remedy:
        'Write into http.conf: tlsenable=yes, tlsbindaddr=0.0.0.0:8089, tlscertfile=..., tlsprivatekey=...',
    },
  ];
}

/** True for addresses that no other machine reaches. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.');
}

async function codecsOf(inside: InsideAsterisk, endpoint: string): Promise<readonly string[] | null> {
  const allowed = await inside.read(`PJSIP_ENDPOINT(${endpoint},allow)`);
  if (allowed === null) return null;
  return allowed
    .replace(/[()]/g, '')
    .split('|')
    .filter((codec) => codec !== '' && codec !== 'nothing');
}
