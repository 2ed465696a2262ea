import { describe } from '@jest/globals';
import { checkSeeds } from './check-seed.js';

// Half of the seeds here and half in faults-b: two files run side by side on two cores.
describe('campaigns under faults', () => {
  checkSeeds(0, 120);
});
