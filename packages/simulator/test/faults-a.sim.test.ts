import { describe } from '@jest/globals';
import { checkSeeds } from './check-seed.js';

// Half of the seeds here and half in faults-b: two files run side by side on two cores. 240 are in
// faults.long.
describe('campaigns under faults', () => {
  checkSeeds(0, 42);
});
