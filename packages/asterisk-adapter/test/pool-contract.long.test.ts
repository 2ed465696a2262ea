/** The pool passes the contract of the `Telephony` port on two scripted ARI servers. */
import { jest } from '@jest/globals';
import { createPoolBench } from './contract/pool-bench.js';
import { endingAlso } from './contract/telephony-bench.js';
import { telephonyContract } from './contract/telephony-contract.js';
import { startFakes } from './fake-ari/fakes.js';

jest.setTimeout(60_000);

telephonyContract('the pool on two scripted ARI servers', async (options) => {
  const fakes = await startFakes();
  const bench = await createPoolBench(fakes.options, options);
  return endingAlso(bench, () => fakes.stop());
});
