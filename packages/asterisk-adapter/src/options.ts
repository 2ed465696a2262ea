import type { AriServer } from './transport/http-requests.js';
import type { NativeTransportOptions } from './transport/native-transport.js';
import type { AriTransport } from './transport/transport.js';
import type { TrunkOptions } from './trunks/trunk.js';

/** Something an operator may want to read. `context` never holds telephone numbers or names of people. */
export interface Notice {
  readonly level: 'info' | 'warning' | 'error';
  readonly code: string;
  readonly message: string;
  readonly context?: Readonly<Record<string, string | number | boolean>>;
}

/** How agents' legs are kept. */
export interface AgentLegOptions {
  /** What a waiting agent hears. */
  readonly hold: 'music' | 'silence' | 'nothing';
  /** Music class on Asterisk. */
  readonly musicClass: string;
  /**
   * Played to the agent right before the call is bridged; null: none. Short: the called party waits for it.
   */
  readonly connectBeep: string | null;
  readonly ringTimeoutMs: number;
  /** The station must send audio within this time of answering, or the leg is given up; null: not checked. */
  readonly audioWithinMs: number | null;
  /** Caller id shown on the agents' telephones. */
  readonly callerId: string;
  /** A leg found after a restart is hung up when nobody asks for it within this time. */
  readonly unclaimedMs: number;
}

/** Times of the adapter's own watch over calls, ms. */
export interface WatchTiming {
  /** Channels are compared with the calls in progress this often. */
  readonly auditEveryMs: number;
  /** A hang-up that Asterisk has not confirmed is looked after this much later. */
  readonly hangUpCheckMs: number;
  /** A channel of ours that nobody asks for is given up after this time. */
  readonly strayMs: number;
  /** An answered channel that nobody asks for hears the message after this time. */
  readonly strayAnsweredMs: number;
  /** A call waiting for its trunk is checked for its expiry this exactly. */
  readonly detectionGraceMs: number;
}

/** Settings of the telephony on one Asterisk server. */
export interface AsteriskOptions {
  /**
   * Name of this dialer; the ARI application is `outdial-<node>`. Two dialers on one Asterisk have different
   * names.
   */
  readonly node: string;
  readonly server: AriServer;
  readonly trunks: readonly TrunkOptions[];
  readonly agents?: Partial<AgentLegOptions>;
  /** Sound a called party hears whom nobody can take. Default `outdial/safe-harbour`. */
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
  readonly report?: (notice: Notice) => void;
  /** Limits and ping of the adapter's own transport. */
  readonly connection?: Pick<NativeTransportOptions, 'requestTimeoutMs' | 'connections' | 'socket'>;
  /** Another transport than the adapter's own. */
  readonly transport?: (settings: {
    readonly server: AriServer;
    readonly application: string;
  }) => AriTransport;
}

/** Options with every default filled in. */
export interface Settings {
  readonly application: string;
  readonly agents: AgentLegOptions;
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
const WATCH: WatchTiming = {
  auditEveryMs: 5_000,
  hangUpCheckMs: 2_000,
  strayMs: 10_000,
  strayAnsweredMs: 1_500,
  detectionGraceMs: 1_000,
};

/** Fills the defaults in; a bad value is an error that names it. */
export function settingsOf(options: AsteriskOptions): Settings {
  if (!/^[\w.-]+$/.test(options.node))
    throw new TypeError(
      `node is '${options.node}': use letters, digits, '.', '_' and '-' only, because it names the ARI application`,
    );
  if (options.trunks.length === 0) throw new TypeError('trunks is empty: name at least one trunk');
  const names = options.trunks.map((trunk) => trunk.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new TypeError(`trunks: the name '${twice}' stands twice`);
  return {
    application: `outdial-${options.node}`,
    agents: { ...AGENTS, ...options.agents },
    safeHarbour: options.safeHarbour ?? 'outdial/safe-harbour',
    machineDetection: options.machineDetection ?? '',
    greetingSilenceMs: options.greetingSilenceMs ?? 1_200,
    recordingFormat: options.recordingFormat ?? 'wav',
    watch: { ...WATCH, ...options.watch },
  };
}
