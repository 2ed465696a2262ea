/** Settings of the adapter: what an application gives, and the same with every default filled in. */
import { errorFrom } from '@outdial/core';
import { ASTERISK_ERRORS } from './errors.js';
import type { Notice } from './notices.js';
import type { AriServer } from './transport/http-requests.js';
import type { NativeTransportOptions } from './transport/native-transport.js';
import type { AriTransport } from './transport/transport.js';
import type { TrunkOptions } from './trunks/outbound-trunk.js';

/** How agents' legs are kept. */
export interface AgentLegOptions {
  /** What a waiting agent hears. */
  readonly hold: 'music' | 'silence' | 'nothing';
  /** Music class on Asterisk. */
  readonly musicClass: string;
  /**
   * Media played to the agent right before the call is bridged; the called party waits for its end. Null:
   * none.
   */
  readonly connectBeep: string | null;
  /** Longest ring of a station, ms. */
  readonly ringTimeoutMs: number;
  /**
   * The station must send audio within this time of answering, or the leg is given up, ms. Null: not checked.
   */
  readonly audioWithinMs: number | null;
  /** Caller id shown on the agents' telephones. */
  readonly callerId: string;
  /** A leg found after a restart is hung up when its agent does not claim it within this time, ms. */
  readonly unclaimedMs: number;
}

/** What callers and called parties hear, and where recordings go. */
export interface ConversationOptions {
  /** Music class on Asterisk for a call that waits, is on hold or has lost its partner. Default `default`. */
  readonly musicClass: string;
  /**
   * Directory on this machine below which recordings of conversations are written. Null: none is recorded.
   * Default null.
   */
  readonly recordingsDirectory: string | null;
}

/** Times of the adapter's own watch over calls, ms. */
export interface WatchTiming {
  /** Channels are compared with the calls in progress this often. */
  readonly auditEveryMs: number;
  /** A hang-up that Asterisk has not confirmed is checked after this time. */
  readonly hangUpCheckMs: number;
  /** A channel of ours that no campaign asks for is given up after this time. */
  readonly strayMs: number;
  /** An answered channel that no campaign asks for hears the message after this time. */
  readonly strayAnsweredMs: number;
  /** Added to the limit of the wait for a beep before the dialplan's answer counts as lost. */
  readonly detectionGraceMs: number;
  /** Audio of which nothing is heard for this long is asked after; most of it is over before. */
  readonly playCheckMs: number;
  /** After another process has taken the application, calls and legs are given up this much later. */
  readonly handOverMs: number;
}

/** Settings of the telephony on one Asterisk server. */
export interface AsteriskOptions {
  /** Name of this dialer, unique on its Asterisk server; the ARI application is `outdial-<node>`. */
  readonly node: string;
  readonly server: AriServer;
  readonly trunks: readonly TrunkOptions[];
  readonly agents?: Partial<AgentLegOptions>;
  readonly conversations?: Partial<ConversationOptions>;
  /** Sound that a called party hears when no agent is free in time. Default `outdial/safe-harbour`. */
  readonly safeHarbour?: string;
  /** Arguments of AMD(), e.g. `2500,1500,800,5000`; default: amd.conf of the server. */
  readonly machineDetection?: string;
  /** Silence that ends a machine's greeting, ms. Default 1,200. */
  readonly greetingSilenceMs?: number;
  /** Format of recordings. Default `wav`. */
  readonly recordingFormat?: string;
  readonly watch?: Partial<WatchTiming>;
  /** Epoch ms by a clock that never steps back: the scheduler's. Default: the process's own. */
  readonly now?: () => number;
  /** Takes notices for the operator; they never hold telephone numbers. */
  readonly report?: (notice: Notice) => void;
  /** Limits and ping of the transport. */
  readonly connection?: Pick<NativeTransportOptions, 'requestTimeoutMs' | 'connections' | 'socket'>;
  /** What carries requests and events: one of {@link ARI_TRANSPORTS} or your own. Default `native`. */
  readonly transport?: AriTransportName | ((settings: TransportSettings) => AriTransport);
}

/**
 * Transports that the adapter has: its own on undici and ws; the same with orders over the event socket,
 * where the server takes them there; and ari-client, which the application installs.
 */
export const ARI_TRANSPORTS = ['native', 'socket', 'ari-client'] as const;
/** One of {@link ARI_TRANSPORTS}. */
export type AriTransportName = (typeof ARI_TRANSPORTS)[number];

/** What another transport is created with. */
export interface TransportSettings {
  readonly server: AriServer;
  /** ARI application whose events it receives. */
  readonly application: string;
}

/** Options with every default filled in. */
export interface Settings {
  readonly application: string;
  readonly agents: AgentLegOptions;
  readonly conversations: ConversationOptions;
  readonly safeHarbour: string;
  readonly machineDetection: string;
  readonly greetingSilenceMs: number;
  readonly recordingFormat: string;
  readonly watch: WatchTiming;
}

const AGENTS: AgentLegOptions = {
  hold: 'silence',
  musicClass: 'default',
  connectBeep: 'sound:outdial/beep',
  ringTimeoutMs: 30_000,
  audioWithinMs: 5_000,
  callerId: 'outdial <0>',
  unclaimedMs: 60_000,
};
const CONVERSATIONS: ConversationOptions = { musicClass: 'default', recordingsDirectory: null };
const WATCH: WatchTiming = {
  auditEveryMs: 5_000,
  hangUpCheckMs: 2_000,
  strayMs: 10_000,
  strayAnsweredMs: 1_500,
  detectionGraceMs: 1_000,
  playCheckMs: 6_000,
  handOverMs: 10_000,
};

/** Fills the defaults in. Throws an error that names the bad value. */
export function settingsOf(options: AsteriskOptions): Settings {
  const { node, trunks } = options;
  if (!/^[\w.-]+$/.test(node)) throw errorFrom(ASTERISK_ERRORS, 'node-invalid', { node });
  if (trunks.length === 0) throw errorFrom(ASTERISK_ERRORS, 'trunks-empty', {});
  const names = trunks.map((trunk) => trunk.name);
  const trunk = names.find((name, index) => names.indexOf(name) !== index);
  if (trunk !== undefined) throw errorFrom(ASTERISK_ERRORS, 'trunk-named-twice', { trunk });
  return {
    application: `outdial-${node}`,
    agents: { ...AGENTS, ...options.agents },
    conversations: { ...CONVERSATIONS, ...options.conversations },
    safeHarbour: options.safeHarbour ?? 'outdial/safe-harbour',
    machineDetection: options.machineDetection ?? '',
    greetingSilenceMs: options.greetingSilenceMs ?? 1_200,
    recordingFormat: options.recordingFormat ?? 'wav',
    watch: { ...WATCH, ...options.watch },
  };
}
