import { describe } from '@jest/globals';
import { checkSeeds } from './check-seed.js';

describe('campaigns under faults, continued', () => {
  checkSeeds(42, 84);
});
