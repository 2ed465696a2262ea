/**
 * The adapter passes the contract of the `Telephony` port over its other transports: on the scripted ARI
 * server and on a real Asterisk.
 */
import { describe, jest } from '@jest/globals';
import { whereTheLabRuns } from '../../../lab/index.mjs';
import { createFakeBench } from './contract/fake-bench.js';
import { createLabBench } from './contract/lab-bench.js';
import { telephonyContract } from './contract/telephony-contract.js';

jest.setTimeout(60_000);
const suite = await whereTheLabRuns(describe);

describe.each(['ari-client', 'socket'] as const)('over %s', (transport) => {
  telephonyContract('the adapter', (options) => createFakeBench(options, { transport }));

  suite('on the lab', () => {
    telephonyContract('the adapter on a real Asterisk', (options) => createLabBench(options, { transport }));
  });
});
