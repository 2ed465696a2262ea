/** Two fake servers with the network behind them and a trunk between them. */
import type { PoolBenchOptions } from '../contract/pool-bench.js';
import { FakeAri } from './fake-ari.js';
import { callFake, DIGITS, playFarEnd } from './far-end.js';
import { QUICK } from './quick.js';
import { connectFakes } from './trunk-between.js';

/** Fake servers that run. */
export interface Fakes {
  readonly a: FakeAri;
  readonly b: FakeAri;
  /** What a bench needs to be on them. */
  readonly options: PoolBenchOptions;
  stop(): Promise<void>;
}

/** Starts the servers `a` and `b`. Agents' stations are at home on both in turn. */
export async function startFakes(): Promise<Fakes> {
  const [a, b] = [new FakeAri(), new FakeAri()];
  for (const ari of [a, b]) {
    await ari.start();
    playFarEnd(ari);
  }
  connectFakes(a, b, 'b');
  connectFakes(b, a, 'a');
  const server = (name: string, ari: FakeAri): PoolBenchOptions['servers'][number] => ({
    name,
    url: ari.url,
    username: 'outdial',
    password: 'secret',
    trunkEndpoint: 'PJSIP/{number}@trunk',
    reach: `PJSIP/{number}@${name}`,
    ringing: ari.rings,
    callIn: (caller) => callFake(ari, caller),
    options: QUICK,
  });
  return {
    a,
    b,
    options: {
      servers: [server('a', a), server('b', b)],
      patienceMs: 15_000,
      phone: (behaviour) => `+155512300${DIGITS[behaviour]}`,
    },
    stop: async () => {
      await Promise.all([a.stop(), b.stop()]);
    },
  };
}
