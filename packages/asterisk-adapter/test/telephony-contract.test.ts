/** The adapter passes the contract of the `Telephony` port on the scripted ARI server. */
import { jest } from '@jest/globals';
import { createAsteriskBench } from './contract/asterisk-bench.js';
import { telephonyContract } from './contract/telephony-contract.js';
import { FakeAri } from './fake-ari/fake-ari.js';
import { callFake, DIGITS, playFarEnd } from './fake-ari/far-end.js';
import { QUICK } from './fake-ari/quick.js';

jest.setTimeout(60_000);

telephonyContract('the adapter on the scripted ARI server', async (options) => {
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
      options: QUICK,
      phone: (behaviour) => `+155512300${DIGITS[behaviour]}`,
      callIn: (caller) => callFake(ari, caller),
    },
    options,
  );
  return {
    ...bench,
    get telephony() {
      return bench.telephony;
    },
    get facts() {
      return bench.facts;
    },
    close: async () => {
      await bench.close();
      await ari.stop();
    },
  };
});
