/**
 * Agents' telephones in a browser: accounts that are made on Asterisk when a desk opens, each with a secret
 * that no file has. Asterisk keeps them in memory; sorcery.conf lets it.
 */
import { randomBytes } from 'node:crypto';
import { AriRequestError, createNativeTransport, type AriTransport } from '@outdial/asterisk-adapter';
import { errorText } from '@outdial/core';
import { serversOf, type ServerEntry } from '../campaign-file/asterisk-servers.js';
import { BROWSER_STATIONS, browserName, browserStation } from '../campaign-file/browser-station.js';
import type { TelephonySection } from '../campaign-file/types.js';

/** An account of a browser at Asterisk. */
export interface BrowserAccount {
  /** Where the agent's leg is called: 'PJSIP/browser-ana'. */
  readonly station: string;
  /** Where the browser connects: 'wss://pbx.example:8089/ws'. */
  readonly url: string;
  readonly username: string;
  /** Holds until the agent opens another desk, or the account is closed. A secret of this agent's session. */
  readonly password: string;
}

/** Why there is no account. */
export interface BrowserAccountRefusal {
  /** What is wrong and what to do, for a person; without secrets. */
  readonly refusal: string;
}

/** The accounts of browsers on the servers of a floor. */
export interface BrowserStations {
  /** Addresses that browsers connect to; none: no server takes them. */
  readonly urls: readonly string[];
  /**
   * Makes the agent's account, or gives it a new secret: another browser of theirs is refused from then on.
   */
  open(agentId: string): Promise<BrowserAccount | BrowserAccountRefusal>;
  /** Where the agent's leg is called; null: no server takes browsers. */
  stationOf(agentId: string): string | null;
  /** Whether a station is that of an agent's browser. */
  isBrowser(station: string): boolean;
  /** Ends the agent's account, if they have one. One that cannot be ended now ends with Asterisk. */
  close(agentId: string): Promise<void>;
  /** Ends the connections. Accounts stay: a desk lives through a restart of the dialer. */
  end(): Promise<void>;
}

/** How the accounts are made. */
export interface BrowserStationsOptions {
  readonly telephony: TelephonySection;
  /** Where usernames and passwords of ARI are read. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Bytes of a secret: nobody guesses it while a desk is open. */
const SECRET_BYTES = 24;
/** A browser whose audio stops is gone: its page was closed, or its network. Seconds. */
const AUDIO_TIMEOUT_S = 5;

/** The objects of an account, in the order in which they are made: an endpoint needs the others. */
const OBJECTS = ['auth', 'aor', 'endpoint'] as const;

/** The fields of each object. `webrtc` sets what browsers demand; the context leads nowhere. */
function fieldsOf(name: string, password: string): Record<(typeof OBJECTS)[number], Record<string, string>> {
  return {
    auth: { auth_type: 'userpass', username: name, password },
    aor: { max_contacts: '1', remove_existing: 'yes' },
    endpoint: {
      webrtc: 'yes',
      aors: name,
      auth: name,
      context: 'from-agent',
      disallow: 'all',
      allow: 'ulaw,alaw',
      direct_media: 'no',
      rtp_timeout: String(AUDIO_TIMEOUT_S),
    },
  };
}

/** The accounts of browsers on the servers of a floor that have a `browserUrl`. Nothing is asked yet. */
export function createBrowserStations({ telephony, env }: BrowserStationsOptions): BrowserStations {
  const servers = telephony.kind === 'asterisk' ? serversOf(telephony).filter(takesBrowsers) : [];
  const transports = new Map<ServerEntry, AriTransport>();
  const transportTo = (server: ServerEntry): AriTransport => {
    const known = transports.get(server) ?? ariOf(server, env);
    transports.set(server, known);
    return known;
  };
  const homeOf = (agentId: string): BrowserServer | undefined =>
    servers.find(({ stations }) => isAtHome(browserStation(agentId), stations));
  return {
    urls: servers.map(({ browserUrl }) => browserUrl),
    stationOf: (agentId) => (homeOf(agentId) ? browserStation(agentId) : null),
    isBrowser: (station) => servers.length > 0 && new RegExp(`^${BROWSER_STATIONS}$`).test(station),
    open: async (agentId) => {
      const username = browserName(agentId);
      const station = browserStation(agentId);
      const server = homeOf(agentId);
      if (!server) return { refusal: `No server that takes browsers has the station ${station}.` };
      const password = randomBytes(SECRET_BYTES).toString('hex');
      try {
        await make(transportTo(server), username, password);
        return { station, url: server.browserUrl, username, password };
      } catch (error) {
        return { refusal: refusalOf(error) };
      }
    },
    close: async (agentId) => {
      const server = homeOf(agentId);
      if (server) await unmake(transportTo(server), browserName(agentId));
    },
    end: async () => {
      await Promise.all([...transports.values()].map((transport) => transport.close()));
    },
  };
}

/** A server with an address for browsers. */
type BrowserServer = ServerEntry & { readonly browserUrl: string };

function takesBrowsers(server: ServerEntry): server is BrowserServer {
  return server.browserUrl !== undefined;
}

function isAtHome(station: string, stations: string | undefined): boolean {
  return stations === undefined || new RegExp(`^(?:${stations})$`).test(station);
}

function ariOf(server: ServerEntry, env: BrowserStationsOptions['env']): AriTransport {
  const { url, usernameEnvironment, passwordEnvironment } = server;
  const username = env[usernameEnvironment] ?? '';
  const password = env[passwordEnvironment] ?? '';
  return createNativeTransport({
    server: { url, username, password },
    application: 'outdial-browsers',
    connections: 2,
  });
}

async function make(ari: AriTransport, name: string, password: string): Promise<void> {
  const objects = fieldsOf(name, password);
  for (const objectType of OBJECTS) {
    const fields = Object.entries(objects[objectType]).map(([attribute, value]) => ({ attribute, value }));
    await ari.call('asterisk.updateObject', { configClass: 'res_pjsip', objectType, id: name, fields });
  }
}

async function unmake(ari: AriTransport, name: string): Promise<void> {
  for (const objectType of [...OBJECTS].reverse())
    await ari
      .call('asterisk.deleteObject', { configClass: 'res_pjsip', objectType, id: name })
      .catch(() => undefined);
}

function refusalOf(error: unknown): string {
  const status = error instanceof AriRequestError ? error.status : null;
  if (status === 403)
    return (
      'Asterisk makes no accounts for browsers: its sorcery.conf needs the section [res_pjsip] ' +
      'of docs/guides/asterisk.md, and a restart; or read_only=no in ari.conf.'
    );
  if (status === null) return `Asterisk does not answer: ${errorText(error)}. Try again in a minute.`;
  return `Asterisk refuses an account for a browser: ${errorText(error)}.`;
}
