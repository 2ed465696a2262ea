/** The bench of the contract for the adapter on a scripted ARI server, over whichever transport. */
import type { AsteriskOptions } from '../../src/index.js';
import { FakeAri } from '../fake-ari/fake-ari.js';
import { callFake, DIGITS, playFarEnd } from '../fake-ari/far-end.js';
import { QUICK } from '../fake-ari/quick.js';
import { createAsteriskBench } from './asterisk-bench.js';
import { endingAlso, type TelephonyBench, type TelephonyBenchOptions } from './telephony-bench.js';

/** A connected bench with a server of its own. */
export async function createFakeBench(
  options: TelephonyBenchOptions,
  given: Partial<AsteriskOptions> = {},
): Promise<TelephonyBench> {
  const ari = new FakeAri();
  await ari.start();
  playFarEnd(ari);
  const bench = await createAsteriskBench(
    {
      url: ari.url,
      username: 'outdial',
      password: 'secret',
      trunkEndpoint: 'PJSIP/{number}@trunk',
      patienceMs: 15_000,
      options: { ...QUICK, ...given },
      ringing: ari.rings,
      phone: (behaviour) => `+155512300${DIGITS[behaviour]}`,
      callIn: (caller) => callFake(ari, caller),
    },
    options,
  );
  return endingAlso(bench, () => ari.stop());
}
