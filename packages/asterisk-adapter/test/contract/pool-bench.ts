/** The bench of the contract for a pool: two ARI servers, each reached through a wire that can be cut. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fact } from '@outdial/core';
import {
  createAsteriskTelephony,
  createNativeTransport,
  createTelephonyPool,
  type PoolServerOptions,
  type PoolTiming,
  type TelephonyPool,
} from '../../src/index.js';
import { isInbound } from '../../src/inbound/inbound-channel.js';
import { Wire } from '../wire.js';
import type { AriBenchServer } from './asterisk-bench.js';
import type { TelephonyBench, TelephonyBenchOptions } from './telephony-bench.js';

/** One server of the pool. */
export interface PoolBenchServer extends Omit<AriBenchServer, 'patienceMs' | 'phone'> {
  readonly name: string;
  /** Dial string by which the other server calls this one. */
  readonly reach: string;
  readonly stations?: string;
}

/** The servers, and the people behind all of them. */
export interface PoolBenchOptions extends Pick<AriBenchServer, 'patienceMs' | 'phone'> {
  readonly servers: readonly PoolBenchServer[];
  readonly timing?: Partial<PoolTiming>;
}

/** A bench on a pool, with what tests of the pool alone need. */
export interface PoolBench extends TelephonyBench {
  readonly telephony: TelephonyPool;
  /** The wire to each server, in their order. */
  readonly wires: readonly Wire[];
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Lines are shared out; a server without one has a trunk that carries no number of the tests. */
function trunkOf(
  { trunkEndpoint: endpoint }: Pick<PoolBenchServer, 'trunkEndpoint'>,
  lines: number,
  index: number,
): PoolServerOptions['trunks'][number] {
  const channels = Math.max(1, Math.floor((lines + 1 - index) / 2));
  const trunk = { name: 'main', endpoint, channels, callsPerSecond: 100 };
  return index > 0 && lines === 1 ? { ...trunk, destinations: ['44'] } : trunk;
}

/** A connected bench. Callers come to the first server. */
export async function createPoolBench(
  { patienceMs, phone, servers, timing }: PoolBenchOptions,
  { lines }: TelephonyBenchOptions,
): Promise<PoolBench> {
  const wires = await Promise.all(servers.map(({ url }) => Wire.to(url)));
  const recordingsDirectory = await mkdtemp(join(tmpdir(), 'outdial-recordings-'));
  const reactions: ((fact: Fact) => void)[] = [];
  let facts: Fact[] = [];

  const start = (): TelephonyPool => {
    const mine: Fact[] = [];
    facts = mine;
    const pool = createTelephonyPool(
      {
        servers: servers.map(({ name, reach, stations, ...server }, index) => {
          const trunks = [trunkOf(server, lines, index)];
          return {
            name,
            reach,
            trunks,
            ...(stations === undefined ? {} : { stations }),
            create: (sink) =>
              createAsteriskTelephony(
                {
                  node: server.node ?? 'contract',
                  server: {
                    url: wires[index]?.url ?? '',
                    username: server.username,
                    password: server.password,
                  },
                  trunks,
                  conversations: { recordingsDirectory },
                  ...server.options,
                },
                sink,
              ),
          };
        }),
        timing: timing ?? {},
      },
      (fact) => {
        mine.push(fact);
        for (const react of reactions) react(fact);
      },
    );
    pool.start();
    return pool;
  };
  const until = async (holds: () => boolean, what: string): Promise<void> => {
    for (const from = performance.now(); !holds(); await sleep(5)) {
      if (performance.now() - from > patienceMs)
        throw new Error(`after ${patienceMs} ms: ${what}; facts: ${JSON.stringify(facts)}`);
    }
  };
  const watchers = servers.map((server) => createNativeTransport({ server, application: 'outdial-watch' }));
  const isUp = (): boolean => facts.some((fact) => fact.type === 'telephony.up');

  let pool = start();
  await until(isUp, 'no telephony.up');
  return {
    get telephony() {
      return pool;
    },
    get facts() {
      return facts;
    },
    wires,
    reactions,
    now: () => Math.floor(performance.timeOrigin + performance.now()),
    until,
    // An agent who is linked hears what the far server plays to the link's leg.
    hearsRinging: (agentId) => {
      const ringing = servers.flatMap((server) => (server.ringing ? [...server.ringing] : []));
      const isLeg = (channelId: string): boolean =>
        channelId.startsWith(`oa-${agentId}:`) || channelId.startsWith(`oa-${agentId}~7c~`);
      return servers.some((server) => server.ringing) ? ringing.some(isLeg) : null;
    },
    pass: sleep,
    phone,
    callIn: (caller) => servers[0]?.callIn(caller),
    disconnect: () => Promise.resolve(wires.forEach((wire) => wire.cut())),
    reconnect: () => wires.forEach((wire) => wire.mend()),
    restart: async () => {
      await pool.stop();
      pool = start();
      await until(isUp, 'no telephony.up after the restart');
    },
    leftovers: async () => {
      const lists = await Promise.all(watchers.map((watcher) => watcher.call('channels.list', {})));
      return lists.flat().filter((channel) => /^o[adrs]-/.test(channel.id) || isInbound(channel)).length;
    },
    close: async () => {
      await pool.stop();
      await Promise.all([...watchers, ...wires].map((each) => each.close()));
      await rm(recordingsDirectory, { recursive: true });
    },
  };
}
