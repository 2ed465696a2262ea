/** The adapter passes the contract of the `Telephony` port on a real Asterisk. */
import { describe, jest } from '@jest/globals';
import { whereTheLabRuns } from '../../../lab/index.mjs';
import { createLabBench } from './contract/lab-bench.js';
import { telephonyContract } from './contract/telephony-contract.js';

jest.setTimeout(60_000);
const suite = await whereTheLabRuns(describe);

suite('on the lab', () => {
  telephonyContract('the adapter on a real Asterisk', (options) => createLabBench(options));
});
