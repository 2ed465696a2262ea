/** Settings of a pool of Asterisk servers. */
import { errorFrom, type FactSink } from '@outdial/core';
import type { AsteriskTelephony } from '../asterisk-telephony.js';
import { ASTERISK_ERRORS } from '../errors.js';
import type { Notice } from '../notices.js';
import type { TrunkOptions } from '../trunks/outbound-trunk.js';

/** One server of a pool. */
export interface PoolServerOptions {
  /** Unique in the pool: letters, digits, `.`, `_` and `-`. */
  readonly name: string;
  /** Trunks of this server, as `create` gives them to the adapter. */
  readonly trunks: readonly TrunkOptions[];
  /**
   * Stations at home on this server, as a regular expression for the whole station. Absent: every station can
   * be called from here.
   */
  readonly stations?: string;
  /**
   * Dial string by which the other servers call this one, with `{number}`, e.g. `PJSIP/{number}@asterisk-a`.
   * There it leads to the context `outdial-inbound`. Absent: agents at home here take the calls of this
   * server only.
   */
  readonly reach?: string;
  /** Makes the telephony of this server. Its facts go to `sink` and nowhere else. */
  readonly create: (sink: FactSink) => AsteriskTelephony;
}

/** Times of the pool, ms. */
export interface PoolTiming {
  /** After the first server is up, the others have this long to come up before calls are placed. */
  readonly gatherMs: number;
  /** Legs to and from a server that is out of reach are given up after this time. */
  readonly linkGraceMs: number;
  /**
   * A server that is out of reach for this long, while another is not, is given up: its calls end as lost,
   * its agents' legs too. What is still alive there is hung up when it is back.
   */
  readonly giveUpMs: number;
  /** A server that is back takes its full share of calls after this time. */
  readonly rampMs: number;
  /** Limit for bringing up a leg between two servers. */
  readonly linkWithinMs: number;
  /** After another process has taken a server of the pool, calls and legs are given up this much later. */
  readonly handOverMs: number;
}

/** A pool of servers. */
export interface TelephonyPoolOptions {
  /** In the order of preference among equals. */
  readonly servers: readonly PoolServerOptions[];
  readonly timing?: Partial<PoolTiming>;
  /** Epoch ms by a clock that never steps back: the scheduler's. Default: the process's own. */
  readonly now?: () => number;
  /** Takes the notices of the pool; those of the servers go where `create` sends them. */
  readonly report?: (notice: Notice) => void;
}

const TIMING: PoolTiming = {
  gatherMs: 2_000,
  linkGraceMs: 3_000,
  giveUpMs: 20_000,
  rampMs: 30_000,
  linkWithinMs: 5_000,
  handOverMs: 10_000,
};

/** Fills the defaults in. Throws an error that names the bad value. */
export function poolTiming({ servers, timing }: TelephonyPoolOptions): PoolTiming {
  if (servers.length === 0) throw errorFrom(ASTERISK_ERRORS, 'servers-empty', {});
  const names = servers.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw errorFrom(ASTERISK_ERRORS, 'server-named-twice', { server: twice });
  const unfit = names.find((name) => !/^[\w.-]+$/.test(name));
  if (unfit !== undefined) throw errorFrom(ASTERISK_ERRORS, 'server-name-invalid', { server: unfit });
  const placeholder = '{number}';
  for (const { name: server, reach } of servers)
    if (reach !== undefined && !reach.includes(placeholder))
      throw errorFrom(ASTERISK_ERRORS, 'server-reach-invalid', { server, reach, placeholder });
  return { ...TIMING, ...timing };
}
