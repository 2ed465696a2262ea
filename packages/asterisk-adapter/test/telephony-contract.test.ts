/**
 * The adapter passes the contract of the `Telephony` port on the scripted ARI server, over both transports.
 */
import { jest } from '@jest/globals';
import { createFakeBench } from './contract/fake-bench.js';
import { telephonyContract } from './contract/telephony-contract.js';

jest.setTimeout(60_000);

telephonyContract('the adapter on the scripted ARI server', (options) => createFakeBench(options));
