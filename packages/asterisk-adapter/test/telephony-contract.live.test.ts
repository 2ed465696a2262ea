/** The adapter passes the contract of the `Telephony` port on a real Asterisk. */
import { describe, jest } from '@jest/globals';
import { ensureLab, whereTheLabRuns } from '../../../lab/index.mjs';
import { callIn } from '../../../lab/sipp/caller.mjs';
import { createAsteriskBench } from './contract/asterisk-bench.js';
import { telephonyContract } from './contract/telephony-contract.js';
import { DIGITS } from './fake-ari/far-end.js';

jest.setTimeout(60_000);
const suite = await whereTheLabRuns(describe);

suite('on the lab', () => {
  telephonyContract('the adapter on a real Asterisk', async (options) => {
    const lab = await ensureLab({ asterisk: true, carrier: true, agents: true });
    return createAsteriskBench(
      {
        url: lab.ari.url,
        node: 'lab',
        username: lab.ari.user,
        password: lab.ari.password,
        trunkEndpoint: `PJSIP/{number}@${lab.carrier.trunk}`,
        patienceMs: 15_000,
        options: { agents: { audioWithinMs: 2_000 } },
        callIn: ({ from, to, staysMs }) =>
          void callIn(lab, { from: from.slice(1), to: to.slice(1), staysMs }),
        phone: (behaviour) => `+15551230${String(Date.now() % 1000).padStart(3, '0')}${DIGITS[behaviour]}`,
      },
      options,
    );
  });
});
