import { describe } from '@jest/globals';
import { checkSeeds } from './check-seed.js';

describe('campaigns under faults, 240 seeds', () => {
  checkSeeds(0, 240);
});
