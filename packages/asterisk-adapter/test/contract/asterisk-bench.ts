/**
 * The bench of the contract for the adapter: on whichever ARI server, reached through a wire that can be cut.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fact } from '@outdial/core';
import {
  createAsteriskTelephony,
  createNativeTransport,
  type AsteriskOptions,
  type AsteriskTelephony,
} from '../../src/index.js';
import { isInbound } from '../../src/inbound/inbound-channel.js';
import { Wire } from '../wire.js';
import type { BenchCaller, Behaviour, TelephonyBench, TelephonyBenchOptions } from './telephony-bench.js';

/** One ARI server with the network behind it. */
export interface AriBenchServer {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** Name of the dialer on the server. Default 'contract'. */
  readonly node?: string;
  /** Dial string of the only trunk, with `{number}`. */
  readonly trunkEndpoint: string;
  /** Limit of {@link TelephonyBench.until}, ms. */
  readonly patienceMs: number;
  /** Settings in addition to those of the bench. */
  readonly options: Partial<AsteriskOptions>;
  /** Channels that hear ringing now. Absent: nobody can tell. */
  readonly ringing?: ReadonlySet<string>;
  phone(behaviour: Behaviour): string;
  callIn(caller: BenchCaller): void;
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A connected bench. */
export async function createAsteriskBench(
  server: AriBenchServer,
  { lines }: TelephonyBenchOptions,
): Promise<TelephonyBench> {
  const wire = await Wire.to(server.url);
  const recordingsDirectory = await mkdtemp(join(tmpdir(), 'outdial-recordings-'));
  const reactions: ((fact: Fact) => void)[] = [];
  let facts: Fact[] = [];

  const start = (): AsteriskTelephony => {
    const mine: Fact[] = [];
    facts = mine;
    const telephony = createAsteriskTelephony(
      {
        node: server.node ?? 'contract',
        server: { url: wire.url, username: server.username, password: server.password },
        trunks: [{ name: 'main', endpoint: server.trunkEndpoint, channels: lines, callsPerSecond: 100 }],
        conversations: { recordingsDirectory },
        ...server.options,
      },
      (fact) => {
        mine.push(fact);
        for (const react of reactions) react(fact);
      },
    );
    telephony.start();
    return telephony;
  };
  const until = async (holds: () => boolean, what: string): Promise<void> => {
    for (const from = performance.now(); !holds(); await sleep(5)) {
      if (performance.now() - from > server.patienceMs)
        throw new Error(`after ${server.patienceMs} ms: ${what}; facts: ${JSON.stringify(facts)}`);
    }
  };
  const watcher = createNativeTransport({ server, application: 'outdial-watch' });
  const isUp = (): boolean => facts.some((fact) => fact.type === 'telephony.up');

  const ours = async (): Promise<readonly string[]> => {
    const channels = await watcher.call('channels.list', {});
    const left = channels.filter((channel) => /^o[adrs]-/.test(channel.id) || isInbound(channel));
    return left.map(({ id }) => id);
  };

  let telephony = start();
  await until(isUp, 'no telephony.up');
  return {
    get telephony() {
      return telephony;
    },
    get facts() {
      return facts;
    },
    reactions,
    now: () => Math.floor(performance.timeOrigin + performance.now()),
    until,
    hearsRinging: (agentId) =>
      server.ringing === undefined
        ? null
        : [...server.ringing].some((channelId) => channelId.startsWith(`oa-${agentId}:`)),
    pass: sleep,
    phone: (behaviour) => server.phone(behaviour),
    callIn: (caller) => server.callIn(caller),
    disconnect: () => Promise.resolve(wire.cut()),
    reconnect: () => wire.mend(),
    restart: async () => {
      await telephony.stop();
      telephony = start();
      await until(isUp, 'no telephony.up after the restart');
    },
    leftovers: async () => (await ours()).length,
    sweep: async () => {
      // One that has ended meanwhile is not found.
      for (const channelId of await ours())
        await watcher.call('channels.hangup', { channelId }).catch(() => undefined);
    },
    close: async () => {
      await telephony.stop();
      await watcher.close();
      await wire.close();
      await rm(recordingsDirectory, { recursive: true });
    },
  };
}
