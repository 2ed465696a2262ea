/** The bench of the contract for the adapter on the lab's Asterisk, over whichever transport. */
import { ensureLab } from '../../../../lab/index.mjs';
import { callIn } from '../../../../lab/sipp/caller.mjs';
import type { AsteriskOptions } from '../../src/index.js';
import { DIGITS } from '../fake-ari/far-end.js';
import { createAsteriskBench } from './asterisk-bench.js';
import type { TelephonyBench, TelephonyBenchOptions } from './telephony-bench.js';

/** A connected bench. Brings the lab up where it is not. */
export async function createLabBench(
  options: TelephonyBenchOptions,
  given: Partial<AsteriskOptions> = {},
): Promise<TelephonyBench> {
  const lab = await ensureLab({ asterisk: true, carrier: true, agents: true });
  return createAsteriskBench(
    {
      url: lab.ari.url,
      node: 'lab',
      username: lab.ari.user,
      password: lab.ari.password,
      trunkEndpoint: `PJSIP/{number}@${lab.carrier.trunk}`,
      patienceMs: 15_000,
      options: { agents: { audioWithinMs: 2_000 }, ...given },
      callIn: ({ from, to, staysMs }) => void callIn(lab, { from: from.slice(1), to: to.slice(1), staysMs }),
      phone: (behaviour) => `+15551230${String(Date.now() % 1000).padStart(3, '0')}${DIGITS[behaviour]}`,
    },
    options,
  );
}
