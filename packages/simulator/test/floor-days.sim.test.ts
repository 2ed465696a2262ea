import { describe } from '@jest/globals';
import { checkSeeds } from './check-seed.js';

// A sample of the months of faults: npm run test:long plays the rest, and docs/months-of-faults.md counts it.
describe('days of whole floors, under every kind of fault', () => {
  checkSeeds(0, 12, { floor: true });
});
