/**
 * The adapter passes the contract of the `Telephony` port over ari-client: on the scripted ARI server and on a
 * real Asterisk.
 */
import { describe, jest } from '@jest/globals';
import { whereTheLabRuns } from '../../../lab/index.mjs';
import { createFakeBench } from './contract/fake-bench.js';
import { createLabBench } from './contract/lab-bench.js';
import { telephonyContract } from './contract/telephony-contract.js';

jest.setTimeout(60_000);
const suite = await whereTheLabRuns(describe);

telephonyContract('the adapter over ari-client', (options) =>
  createFakeBench(options, { transport: 'ari-client' }),
);

suite('on the lab', () => {
  telephonyContract('the adapter over ari-client on a real Asterisk', (options) =>
    createLabBench(options, { transport: 'ari-client' }),
  );
});
