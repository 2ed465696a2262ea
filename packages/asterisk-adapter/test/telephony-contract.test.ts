/** The adapter passes the contract of the `Telephony` port on the scripted ARI server. */
import { createAsteriskBench } from './contract/asterisk-bench.js';
import { telephonyContract } from './contract/telephony-contract.js';
import { FakeAri } from './fake-ari/fake-ari.js';
import { DIGITS, playFarEnd } from './fake-ari/far-end.js';

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
      patienceMs: 5_000,
      options: {
        watch: {
          auditEveryMs: 60,
          hangUpCheckMs: 40,
          strayMs: 80,
          strayAnsweredMs: 40,
          detectionGraceMs: 40,
        },
        connection: {
          requestTimeoutMs: 300,
          socket: { pingEveryMs: 40, pongTimeoutMs: 60, reconnectLeastMs: 10, reconnectMostMs: 40 },
        },
        agents: { audioWithinMs: 400, ringTimeoutMs: 1_000, unclaimedMs: 120 },
      },
      phone: (behaviour) => `+155512300${DIGITS[behaviour]}`,
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
